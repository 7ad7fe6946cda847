package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import vail.cli.ByteSize;
import vail.cli.ElementTypeConverter;
import vail.cli.UsageException;
import vail.tensor.ElementType;

/** Which sizes to ask about, by the flags of nccl-tests. */
final class SizeOptions {
  private static final int MOST_SIZES = 10_000;
  private static final long MOST = 1L << 50;

  @Option(
      names = {"-b", "--minbytes"},
      paramLabel = "SIZE",
      defaultValue = "1KiB",
      description = "Smallest size, of each die's data (default: 1KiB).")
  private ByteSize least = new ByteSize(0);

  @Option(
      names = {"-e", "--maxbytes"},
      paramLabel = "SIZE",
      description = "Largest size (default: 1GiB; 4MiB with --mode bytes).")
  private Optional<ByteSize> most = Optional.empty();

  @Option(
      names = {"-f", "--stepfactor"},
      paramLabel = "N",
      defaultValue = "8",
      description = "Each size is so many times the one before (default: 8).")
  private int factor;

  @Option(
      names = {"-i", "--stepbytes"},
      paramLabel = "SIZE",
      description = "Each size is so much more than the one before, instead of -f.")
  private ByteSize step = new ByteSize(0);

  @Option(
      names = {"-d", "--datatype"},
      paramLabel = "TYPE",
      defaultValue = "bf16",
      converter = ElementTypeConverter.class,
      description = "Type of elements (default: bf16).")
  private ElementType type = ElementType.BF16;

  ElementType type() {
    return type;
  }

  int elementBytes() {
    if (type.bits() % Byte.SIZE != 0) {
      throw new UsageException("-d: elements of whole bytes are accepted, not " + type);
    }
    return type.bits() / Byte.SIZE;
  }

  /** All sizes, in bytes of whole elements, to the largest that is asked for or usual. */
  List<Long> sizes(ByteSize usual) {
    long end = most.orElse(usual).bytes();
    if (end > MOST) {
      throw new UsageException("-e: up to 1 PiB is accepted");
    }
    if (end < least.bytes()) {
      throw new UsageException("-e must not be less than -b");
    }
    if (least.bytes() < elementBytes()) {
      throw new UsageException("-b: one element or more is accepted");
    }
    if (factor < 2 && step.bytes() == 0) {
      throw new UsageException("-f: 2 or more is accepted, not " + factor);
    }
    List<Long> sizes = new ArrayList<>();
    for (long size = least.bytes(); size <= end; size = after(size)) {
      sizes.add(size / elementBytes() * elementBytes());
      if (sizes.size() > MOST_SIZES) {
        throw new UsageException("-i: this makes more than " + MOST_SIZES + " sizes");
      }
    }
    return sizes;
  }

  private long after(long size) {
    return step.bytes() > 0 ? size + step.bytes() : Math.multiplyExact(size, factor);
  }
}
