package vail.cli.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.ClockedBackend;
import vail.backend.Cycles;
import vail.block.Layout;
import vail.cli.BackendOption;
import vail.cli.ByteSize;
import vail.cli.Exit;
import vail.cli.Frequency;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.code.BookSet;
import vail.container.BookForm;
import vail.container.Coding;
import vail.container.ContainerReader;
import vail.container.ContainerWriter;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.SplitChoice;

/** Sends a file through a circuit and back, and says what its clock saw. */
@Command(
    name = "offload",
    description = "Encode a file on a device, decode it there again, compare, and count cycles.",
    footer = {
      "",
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

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public OffloadCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    int tileSymbols = TileSymbols.of(tile);
    try (ClockedBackend device = backends.openClocked()) {
      Offloading encoding = encode(device, tileSymbols);
      Comparison same = new Comparison(in);
      Offloading decoding = decode(device, same);
      OffloadReport report = new OffloadReport(device.name(), in, out, clock, encoding, decoding);
      if (json) {
        shell.print(report.json(same.difference()));
      } else {
        shell.print(report.text(same.difference()));
      }
      return (same.difference().isEmpty() ? Exit.DONE : Exit.CHECK_FAILED).code();
    }
  }

  private Offloading encode(ClockedBackend device, int tileSymbols) throws IOException {
    BookPolicies books = BookPolicies.shipped();
    Stopwatch calls = new Stopwatch();
    Coding coding =
        new Coding(
            (set, policy, symbols, blocks, batch) ->
                calls.time(() -> device.encoder().encode(set, policy, symbols, blocks, batch)),
            books.books(),
            switch (select) {
              case FIXED -> books.fixedFor(device.capabilities().classes(), Layout.LINK);
              case BEST -> books.exactFor(device.capabilities().classes(), Layout.LINK);
            });
    WriteOptions options =
        new WriteOptions(SplitChoice.AUTO, tileSymbols, BookForm.EMBEDDED, 1, Limits.DEFAULT);
    Cycles before = device.encoderCycles();
    long start = System.nanoTime();
    write(new ContainerWriter(coding, options));
    double seconds = (System.nanoTime() - start) / 1e9;
    Cycles cycles = device.encoderCycles().since(before);
    return new Offloading(cycles, cycles.bytesIn(), calls.seconds(), seconds);
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

  private Offloading decode(ClockedBackend device, Comparison same) throws IOException {
    Stopwatch calls = new Stopwatch();
    ContainerReader reader =
        new ContainerReader(
            (set, limits, blocks, symbols, batch) ->
                calls.time(() -> device.decoder().decode(set, limits, blocks, symbols, batch)),
            BookSet.empty(),
            Limits.DEFAULT,
            1);
    Cycles before = device.decoderCycles();
    long start = System.nanoTime();
    try (FileChannel source = FileChannel.open(out);
        Progress progress = shell.progress("decoding", new Place.File(out));
        same) {
      reader.read(new CountedSource(source, progress), same, vail.container.Progress.NONE);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Cycles cycles = device.decoderCycles().since(before);
    return new Offloading(cycles, cycles.bytesOut(), calls.seconds(), seconds);
  }
}
