package vail.cli.container;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.cli.BackendOption;
import vail.cli.Exit;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.ThreadsOption;
import vail.cli.Units;
import vail.cli.UsageException;
import vail.code.BookSet;
import vail.container.ContainerReader;
import vail.container.RandomAccessReader;
import vail.container.SegmentEntry;
import vail.fault.Limits;

/** Restores the original of a container. */
@Command(
    name = "decode",
    description = "Restore the original file byte for byte, or one tensor of it.")
public final class DecodeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "IN", description = "A .vail file.")
  private Place in;

  @Parameters(paramLabel = "OUT", description = "The original, or with --tensor its elements.")
  private Place out;

  @Option(
      names = "--tensor",
      paramLabel = "NAME",
      description = "Only this tensor's elements, without reading the rest.")
  private Optional<String> tensor = Optional.empty();

  @Mixin private InstalledBooks installed;

  @Mixin private BackendOption backends;

  @Mixin private ThreadsOption threads;

  /** A command of this shell. */
  public DecodeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    BookSet books = installed.books();
    long start = System.nanoTime();
    long bytes = tensor.isPresent() ? oneTensor(tensor.get(), books) : all(books);
    if (out instanceof Place.File(var path) && Files.isRegularFile(path)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      shell.println(
          "%s -> %s: %s (%.2f s, %s)"
              .formatted(in, out, Units.bytes(bytes), seconds, Units.rate(bytes, seconds)));
    }
    return Exit.DONE.code();
  }

  private long all(BookSet books) throws IOException {
    try (Backend backend = backends.open()) {
      ContainerReader reader =
          new ContainerReader(
              backend.decoder(), backend.planes(), books, Limits.DEFAULT, threads.threads());
      return in.read(shell, source -> decoded(reader, source));
    }
  }

  /** How much will come out is known at the end only, so the bar counts what goes in. */
  private long decoded(ContainerReader reader, ReadableByteChannel source) throws IOException {
    long[] bytes = new long[1];
    try (Progress progress = shell.progress("decoding", in)) {
      CountedSource counted = new CountedSource(source, progress);
      out.write(
          shell, target -> bytes[0] = reader.read(counted, target, vail.container.Progress.NONE));
    }
    return bytes[0];
  }

  private long oneTensor(String name, BookSet books) throws IOException {
    if (!(in instanceof Place.File(var path))) {
      throw new UsageException("--tensor seeks in IN; accepted is a file, not -");
    }
    return new Containers(backends, books, threads.threads())
        .open(path, in.toString(), reader -> oneTensor(name, reader));
  }

  private long oneTensor(String name, RandomAccessReader reader) throws IOException {
    SegmentEntry entry =
        reader
            .directory()
            .tensor(name)
            .orElseThrow(() -> new UsageException(noTensor(name, reader)));
    try (Progress progress = shell.progress("decoding " + name, entry.bytes())) {
      out.write(shell, target -> reader.copy(entry, target, progress));
    }
    return entry.bytes();
  }

  private String noTensor(String name, RandomAccessReader reader) {
    return "--tensor %s: %s has no such tensor, 'vail inspect %s' lists its %d"
        .formatted(name, in, in, reader.directory().tensors().size());
  }
}
