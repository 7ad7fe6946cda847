package vail.cli.container;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.backend.ClockedBackend;
import vail.backend.Cycles;
import vail.backend.TimedBackend;
import vail.backend.Timings;
import vail.block.Batch;
import vail.block.Layout;
import vail.cli.BackendOption;
import vail.cli.ByteSize;
import vail.cli.Exit;
import vail.cli.Frequency;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.Units;
import vail.cli.UsageException;
import vail.code.BookSet;
import vail.container.BookForm;
import vail.container.Coding;
import vail.container.ContainerReader;
import vail.container.ContainerWriter;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.SplitChoice;

/** Sends a file through a device and back, and says what that cost it. */
@Command(
    name = "offload",
    description =
        "Encode a file on a device, decode it there again, compare, and say where its time went.",
    footer = {
      "",
      "A circuit counts cycles; a device of OpenCL times copies and kernels.",
      "In cycles of 'no input' the circuit waited for input, in those of 'no taker' its output waited.",
      "Rates at a clock are the circuit's alone; how its bytes come and go costs extra."
    })
public final class OffloadCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "IN", description = "A file: safetensors, npy, or any other.")
  private Path in;

  @Parameters(paramLabel = "OUT", description = "The .vail file to write.")
  private Path out;

  @Mixin private BackendOption backends;

  @Option(
      names = "--select",
      paramLabel = "fixed|best",
      defaultValue = "BEST",
      description = "A block's book: the first that suits, or the cheapest (default: best).")
  private Selecting select;

  @Option(
      names = "--tile",
      paramLabel = "SYMBOLS",
      description = "Symbols of a block, 4 to 65536 (default: 4Ki).")
  private ByteSize tile = new ByteSize(4096);

  @Option(
      names = "--clock",
      paramLabel = "FREQUENCY",
      defaultValue = "250MHz",
      description = "The clock that rates are projected to (default: ${DEFAULT-VALUE}).")
  private Frequency clock;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = {
        "Write a waveform (VCD) of the simulated encoder's first 4,000 cycles with blocks, some tens of",
        "megabytes, and one of the decoder's beside it. What writes them is built when first wanted,",
        "which takes minutes."
      })
  private Optional<Path> trace = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public OffloadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    checkFiles();
    try (Backend device = trace.map(backends::openTraced).orElseGet(backends::openDevice)) {
      return switch (device) {
        case ClockedBackend circuit -> {
          Watch<Cycles> encode = new Watch<>(circuit::encoderCycles, Cycles::since);
          Watch<Cycles> decode = new Watch<>(circuit::decoderCycles, Cycles::since);
          yield offload(device, new CycleReport(clock), encode, decode);
        }
        case TimedBackend timed -> {
          Watch<Timings> both = new Watch<>(timed::timings, Timings::since);
          yield offload(device, new TimeReport(), both, both);
        }
        default -> throw new IllegalStateException(device.name() + " tells nothing of its work");
      };
    }
  }

  /** Before a device is opened, which may take minutes. */
  private void checkFiles() throws IOException {
    Place.open(in).close();
    if (Files.exists(out) && Files.isSameFile(in, out)) {
      throw new UsageException("IN and OUT are one file; what comes back is compared with IN");
    }
  }

  /**
   * Where a device tells what its work has cost so far, and how two looks give what lies between.
   */
  private record Watch<T>(Supplier<T> now, BinaryOperator<T> since) {}

  private <T> int offload(Backend device, CostReport<T> costs, Watch<T> encoder, Watch<T> decoder)
      throws IOException {
    int tileSymbols = TileSymbols.of(tile);
    Offloading<T> encoding = encode(device, tileSymbols, encoder);
    Comparison same = new Comparison(in);
    Offloading<T> decoding = decode(device, same, decoder);
    OffloadReport<T> report =
        new OffloadReport<>(device.name(), in, out, costs, encoding, decoding);
    trace.ifPresent(file ->
        shell
            .err()
            .println(
                "vail: "
                    + Units.printable(file.toString())
                    + " and the -decoder beside it have the first 4,000 cycles with blocks;"
                    + " open them with gtkwave or surfer"));
    if (json) {
      shell.print(report.json(same.difference()));
    } else {
      shell.print(report.text(same.difference()));
    }
    return (same.difference().isEmpty() ? Exit.DONE : Exit.CHECK_FAILED).code();
  }

  private <T> Offloading<T> encode(Backend device, int tileSymbols, Watch<T> watch)
      throws IOException {
    BookPolicies books = BookPolicies.shipped();
    Calls calls = new Calls();
    Coding coding =
        new Coding(
            calls.encoder(device.encoder()),
            device.planes(),
            books.books(),
            switch (select) {
              case FIXED -> books.fixedFor(device.capabilities().classes(), Layout.LINK);
              case BEST -> books.exactFor(device.capabilities().classes(), Layout.LINK);
            });
    WriteOptions options =
        new WriteOptions(SplitChoice.AUTO, tileSymbols, BookForm.EMBEDDED, 1, Limits.DEFAULT);
    T before = watch.now().get();
    long start = System.nanoTime();
    giveBooks(device, books.books());
    write(new ContainerWriter(coding, options));
    double seconds = (System.nanoTime() - start) / 1e9;
    T cost = watch.since().apply(watch.now().get(), before);
    return Offloading.encoding(cost, calls, seconds);
  }

  /** A device checks all that may be named before its first call, which is no block's time. */
  private static void giveBooks(Backend device, BookSet books) {
    MemorySegment nothing = MemorySegment.NULL;
    device.encoder().encode(books, Coding.RAW, nothing, nothing, new Batch(1));
  }

  private void write(ContainerWriter writer) throws IOException {
    Place from = new Place.File(in);
    Place to = new Place.File(out);
    from.read(
        shell,
        source -> {
          to.write(
              shell,
              target -> {
                try (Progress progress = shell.progress("encoding", from)) {
                  writer.write(source, from.size(), target, progress);
                }
              });
          return to;
        });
  }

  private <T> Offloading<T> decode(Backend device, Comparison same, Watch<T> watch)
      throws IOException {
    Calls calls = new Calls();
    ContainerReader reader =
        new ContainerReader(
            calls.decoder(device.decoder()), device.planes(), BookSet.empty(), Limits.DEFAULT, 1);
    T before = watch.now().get();
    long start = System.nanoTime();
    try (FileChannel source = FileChannel.open(out);
        Progress progress = shell.progress("decoding", new Place.File(out));
        same) {
      reader.read(new CountedSource(source, progress), same, vail.container.Progress.NONE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    T cost = watch.since().apply(watch.now().get(), before);
    return Offloading.decoding(cost, calls, seconds);
  }
}
