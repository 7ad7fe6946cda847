package vail.cli.sim;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vail.cli.BadInputException;
import vail.cli.Names;
import vail.cli.Samples;
import vail.cli.UsageException;
import vail.cli.train.TensorSource;
import vail.sim.bytes.Vectors;
import vail.tensor.ElementType;
import vail.tensor.TensorInfo;

/**
 * Elements of recorded tensors, one tensor behind the other. Each die begins a stride further on
 * than the one before it, and goes on with the first element behind the last.
 */
final class RecordedVectors implements Vectors {
  /** A prime number, so that no size of tensor makes all dies alike. */
  private static final long STRIDE = 1_000_003;

  private static final String SAMPLE = "sample:";

  private final byte[] elements;
  private final int elementBytes;

  private RecordedVectors(byte[] elements, int elementBytes) {
    this.elements = elements;
    this.elementBytes = elementBytes;
  }

  /**
   * Reads {@code FILE} or {@code FILE:TENSOR}, or of the samples that come along {@code
   * sample:STEP/KIND}.
   *
   * @param option that names it
   * @param type of the elements that are wanted, and of all in a file without a header
   */
  static RecordedVectors read(String option, String name, ElementType type) throws IOException {
    if (!name.startsWith(SAMPLE)) {
      return readFile(option, name, type);
    }
    try (Samples samples = Samples.unpack()) {
      String sample = name.substring(SAMPLE.length());
      int end = sample.indexOf(':') < 0 ? sample.length() : sample.indexOf(':');
      String file = sample.substring(0, end) + ".safetensors" + sample.substring(end);
      return readFile(option, samples.folder().resolve(file).toString(), type);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new UsageException(
          "%s %s: there is no such sample; sample:step00280/weights is one"
              .formatted(option, name));
    }
  }

  private static RecordedVectors readFile(String option, String name, ElementType type)
      throws IOException {
    Path file = file(name);
    String tensor = name.substring(Math.min(name.length(), file.toString().length() + 1));
    try (Arena arena = Arena.ofConfined()) {
      TensorSource source =
          BadInputException.naming(
              file.toString(), () -> TensorSource.open(file, Optional.of(type), arena));
      List<TensorInfo> meant =
          source.tensors().stream()
              .filter(info -> tensor.isEmpty() ? info.type() == type : info.name().equals(tensor))
              .filter(info -> info.bytes() > 0)
              .toList();
      check(option + " " + name, type, source.tensors(), meant);
      byte[] all = new byte[Math.toIntExact(meant.stream().mapToLong(TensorInfo::bytes).sum())];
      int at = 0;
      for (TensorInfo info : meant) {
        MemorySegment from = source.elements(info);
        MemorySegment.copy(from, ValueLayout.JAVA_BYTE, 0, all, at, (int) info.bytes());
        at += (int) info.bytes();
      }
      return new RecordedVectors(all, type.bits() / Byte.SIZE);
    }
  }

  /** The longest part of a name before a colon, or the whole of it, that is a file. */
  private static Path file(String name) throws IOException {
    for (int end = name.length(); end > 0; end = name.lastIndexOf(':', end - 1)) {
      Path file = Path.of(name.substring(0, end));
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new NoSuchFileException(name);
  }

  private static void check(
      String name, ElementType type, List<TensorInfo> all, List<TensorInfo> meant) {
    if (meant.isEmpty()) {
      String there =
          all.stream()
              .limit(20)
              .map(info -> info.name() + " (" + Names.of(info.type()) + ")")
              .collect(Collectors.joining(", "));
      throw new UsageException(
          "%s: no elements of %s; there are %s".formatted(name, Names.of(type), there));
    }
    if (meant.getFirst().type() != type) {
      throw new UsageException(
          "%s: its elements are %s; say -d %s"
              .formatted(
                  name, Names.of(meant.getFirst().type()), Names.of(meant.getFirst().type())));
    }
  }

  @Override
  public void fill(int die, long first, byte[] to, int at, int bytes) {
    long count = elements.length / elementBytes;
    int from = (int) ((die * STRIDE + first) % count) * elementBytes;
    for (int done = 0; done < bytes; ) {
      int run = Math.min(bytes - done, elements.length - from);
      System.arraycopy(elements, from, to, at + done, run);
      done += run;
      from = 0;
    }
  }
}
