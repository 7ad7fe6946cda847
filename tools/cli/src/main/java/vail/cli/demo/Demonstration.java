package vail.cli.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.block.Layout;
import vail.cli.BackendsCommand;
import vail.cli.Samples;
import vail.cli.Shell;
import vail.cli.container.BookPolicies;
import vail.cli.train.FittedBooks;
import vail.cli.train.TensorKinds;
import vail.cli.train.TrainingFiles;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.code.NamedBook;
import vail.container.BookForm;
import vail.container.Coding;
import vail.container.ContainerReader;
import vail.container.ContainerWriter;
import vail.container.RandomAccessReader;
import vail.container.SegmentEntry;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.SplitChoice;

/** Trains on the earlier recording and codes the later one with what came of it. */
final class Demonstration {
  /** Scales of one element are counted in the sum and get no line of their own. */
  private static final long LEAST_BYTES = 256;

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private final Path folder;
  private final double seconds;
  private final List<Sample> samples = new ArrayList<>();
  private final List<byte[]> expected = new ArrayList<>();
  private final BookPolicies policies;
  private final List<NamedBook> books;
  private final long earlierBytes;

  private Demonstration(Shell shell, Path folder, double seconds) throws IOException {
    this.folder = folder;
    this.seconds = seconds;
    List<Path> earlier = TrainingFiles.of(List.of(folder.resolve(Samples.EARLIER)));
    this.books = new FittedBooks(Optional.empty(), THREADS).of(shell, earlier, SplitChoice.AUTO);
    this.policies = BookPolicies.own(books);
    long bytes = 0;
    for (Path file : earlier) {
      bytes += Files.size(file);
    }
    this.earlierBytes = bytes;
    for (Path file : TrainingFiles.of(List.of(folder.resolve(Samples.LATER)))) {
      samples.add(Sample.of(file));
    }
  }

  /**
   * Runs on every backend that is ready.
   *
   * @param seconds how long each codes and decodes; one pass at least
   */
  static Findings run(Shell shell, double seconds) throws IOException {
    try (Samples unpacked = Samples.unpack()) {
      return new Demonstration(shell, unpacked.folder(), seconds).run();
    }
  }

  private Findings run() throws IOException {
    List<BackendTrial> trials = new ArrayList<>();
    Map<String, String> absent = new TreeMap<>();
    for (BackendProvider provider : Backends.providers()) {
      switch (provider.probe()) {
        case Probe.Ready(Backend backend) -> {
          try (backend) {
            if (backend.capabilities().covers(Layout.PORTABLE, BookClass.SHORT)) {
              trials.add(trial(backend));
            } else {
              absent.put(
                  provider.name(),
                  "it codes " + BackendsCommand.words(backend.capabilities()) + " only");
            }
          }
        }
        case Probe.Absent(String reason) -> absent.put(provider.name(), reason);
      }
    }
    List<KindSaving> all = kinds();
    KindSaving none = new KindSaving("all", "", 0, 0);
    KindSaving total = all.stream().reduce(none, KindSaving::plus);
    List<KindSaving> shown = all.stream().filter(kind -> kind.rawBytes() >= LEAST_BYTES).toList();
    return new Findings(books, earlierBytes, shown, total, trials, absent, THREADS);
  }

  private BackendTrial trial(Backend backend) throws IOException {
    BookSet installed = policies.books();
    WriteOptions options =
        new WriteOptions(
            SplitChoice.AUTO, Limits.MAX_BLOCK_SYMBOLS, BookForm.EMBEDDED, THREADS, Limits.DEFAULT);
    Coding coding =
        new Coding(
            backend.encoder(),
            backend.planes(),
            installed,
            policies.best(Layout.PORTABLE, Layout.PORTABLE));
    ContainerWriter writer = new ContainerWriter(coding, options);
    ContainerReader reader =
        new ContainerReader(
            backend.decoder(), backend.planes(), BookSet.empty(), Limits.DEFAULT, THREADS);
    List<byte[]> containers = new ArrayList<>();
    List<byte[]> restored = new ArrayList<>();
    double encodeSeconds =
        fastest(() -> {
          containers.clear();
          for (Sample sample : samples) {
            containers.add(sample.encode(writer));
          }
        });
    double decodeSeconds =
        fastest(() -> {
          restored.clear();
          for (byte[] container : containers) {
            restored.add(Sample.decode(reader, container));
          }
        });
    return new BackendTrial(
        backend.name(),
        backend.version(),
        encodeSeconds,
        decodeSeconds,
        difference(containers, restored));
  }

  private interface Pass {
    void run() throws IOException;
  }

  private double fastest(Pass pass) throws IOException {
    double fastest = Double.MAX_VALUE;
    long start = System.nanoTime();
    do {
      long before = System.nanoTime();
      pass.run();
      fastest = Math.min(fastest, (System.nanoTime() - before) / 1e9);
    } while ((System.nanoTime() - start) / 1e9 < seconds);
    return fastest;
  }

  /** The first backend's containers are what the others must give as well. */
  private Optional<String> difference(List<byte[]> containers, List<byte[]> restored) {
    if (expected.isEmpty()) {
      expected.addAll(containers);
    }
    for (int i = 0; i < samples.size(); i++) {
      String name = samples.get(i).name();
      int at = Arrays.mismatch(samples.get(i).original(), restored.get(i));
      if (at >= 0) {
        return Optional.of(name + " comes back with another byte " + at);
      }
      at = Arrays.mismatch(expected.get(i), containers.get(i));
      if (at >= 0) {
        return Optional.of(name + " is encoded with another byte " + at);
      }
    }
    return Optional.empty();
  }

  private List<KindSaving> kinds() throws IOException {
    SequencedMap<String, KindSaving> kinds = new LinkedHashMap<>();
    Path file = folder.resolve("sample.vail");
    for (byte[] container : expected) {
      Files.write(file, container);
      try (FileChannel channel = FileChannel.open(file)) {
        for (SegmentEntry entry : tensors(channel)) {
          KindSaving saving = saving(entry);
          kinds.merge(saving.kind(), saving, KindSaving::plus);
        }
      }
    }
    return List.copyOf(kinds.values());
  }

  /** Nothing is decoded here: any backend would do. */
  private static List<SegmentEntry> tensors(FileChannel channel) throws IOException {
    return new RandomAccessReader(
            channel,
            (books, limits, blocks, symbols, batch) -> {},
            BookSet.empty(),
            Limits.DEFAULT,
            1)
        .directory()
        .tensors();
  }

  private static KindSaving saving(SegmentEntry entry) {
    return new KindSaving(
        TensorKinds.ofNames().of(entry.segment().name()),
        entry.segment().type().name(),
        entry.bytes(),
        entry.blockBytes());
  }
}
