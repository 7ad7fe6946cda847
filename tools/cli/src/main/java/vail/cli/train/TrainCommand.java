package vail.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.cli.BadInputException;
import vail.cli.ElementTypeConverter;
import vail.cli.Exit;
import vail.cli.Names;
import vail.cli.Place;
import vail.cli.Shell;
import vail.cli.Table;
import vail.cli.ThreadsOption;
import vail.cli.Units;
import vail.cli.UsageException;
import vail.code.BookClass;
import vail.code.CodebookFile;
import vail.code.HistogramFile;
import vail.code.NamedHistogram;
import vail.fault.Limits;
import vail.tensor.ElementType;
import vail.tensor.SplitChoice;

/** Makes codebooks from tensors or histograms. */
@Command(
    name = "train",
    description = "Make codebooks from tensors or from histogram files.",
    footer = {
      "",
      "A folder of checkpoints and nothing else is enough:",
      "  vail train checkpoints/ --out my.json",
      "  vail encode model.safetensors model.vail --books my.json"
    })
public final class TrainCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "IN",
      arity = "0..*",
      description =
          "Safetensors, npy or raw files, folders of them, or histograms as .json files: one book a"
              + " histogram, counts as they are.")
  private List<Path> inputs = List.of();

  @Option(names = "--data", paramLabel = "IN", description = "The same as IN.")
  private List<Path> data = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "BOOKS.json",
      description = "Where the books go (required).")
  private Place out;

  @Option(
      names = "--per",
      paramLabel = "kind|tensor|all",
      defaultValue = "KIND",
      description = "Which tensors share a book (default: those of a kind).")
  private Grouping per;

  @Option(
      names = "--shapes",
      paramLabel = "K",
      defaultValue = "1",
      description = "Up to K books for each of those, by clustering its tensors.")
  private int shapes;

  @Option(
      names = "--class",
      paramLabel = "short|long",
      description = "Codes of up to 8 or up to 15 bits (default: short for exponents, else long).")
  private Optional<BookClass> bookClass = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "BITS",
      description = "The longest code of long books, 8 to 15 (default: 12).")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--split",
      paramLabel = "auto|planes|bytes",
      defaultValue = "AUTO",
      description =
          "How elements become symbols (default: auto, planes for floats of 2 bytes and more).")
  private SplitChoice split;

  @Option(
      names = "--slot",
      paramLabel = "N",
      defaultValue = "1",
      description = "Slot of the first book, 1 to 254 (default: 1).")
  private int slot;

  @Option(
      names = "--epoch",
      paramLabel = "N",
      defaultValue = "0",
      description = "Epoch of all books, 0 to 255 (default: 0).")
  private int epoch;

  @Option(
      names = "--histogram",
      paramLabel = "OUT",
      description = "Also write the counts, one histogram a book.")
  private Optional<Place> histogram = Optional.empty();

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      converter = ElementTypeConverter.class,
      description = "Type of the elements of raw files, e.g. bf16.")
  private Optional<ElementType> dtype = Optional.empty();

  @Mixin private ThreadsOption threads;

  /** A command of this shell. */
  public TrainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    check();
    List<Path> files = TrainingFiles.of(named());
    BookMaker maker =
        new BookMaker(
            new LimitChoice(
                bookClass, limit.isPresent() ? OptionalInt.of(limit.get()) : OptionalInt.empty()),
            slot,
            epoch);
    if (files.stream().allMatch(TrainingFiles::isHistogram)) {
      for (Path file : files) {
        histograms(file).forEach(maker::add);
      }
      require(maker, "there is no histogram in it");
    } else if (files.stream().noneMatch(TrainingFiles::isHistogram)) {
      maker.add(new TensorCounts(shell, split, dtype, threads.threads()).of(files), per, shapes);
      require(maker, "there is nothing to count in it; raw files need --dtype");
    } else {
      throw new UsageException("IN: accepted are tensors or histogram files, not both at once");
    }
    write(maker.made());
    return Exit.DONE.code();
  }

  private void check() {
    if (slot < 1 || slot > 254) {
      throw new UsageException("--slot " + slot + ": accepted are 1 to 254");
    }
    if (epoch < 0 || epoch > 255) {
      throw new UsageException("--epoch " + epoch + ": accepted are 0 to 255");
    }
    if (shapes < 1 || shapes > 254) {
      throw new UsageException("--shapes " + shapes + ": accepted are 1 to 254");
    }
    threads.threads();
    if (out instanceof Place.Standard && histogram.filter(out::equals).isPresent()) {
      throw new UsageException("--out - and --histogram - both want standard output");
    }
  }

  private List<Path> named() {
    List<Path> named = new ArrayList<>(inputs);
    named.addAll(data);
    if (named.isEmpty()) {
      throw new UsageException("IN is missing: name tensors, folders of them or histogram files");
    }
    return named;
  }

  private List<NamedHistogram> histograms(Path file) throws IOException {
    Place place = new Place.Converter().convert(file.toString());
    try (Arena arena = Arena.ofConfined()) {
      return BadInputException.naming(
          file.toString(), () -> HistogramFile.read(place.bytes(shell, arena), Limits.DEFAULT));
    }
  }

  private static void require(BookMaker maker, String otherwise) {
    if (maker.made().isEmpty()) {
      throw new UsageException("IN: " + otherwise);
    }
  }

  private void write(List<Trained> trained) throws IOException {
    if (histogram.isPresent()) {
      String text =
          HistogramFile.write(
              trained.stream()
                  .map(one -> new NamedHistogram(one.book().name(), one.counts()))
                  .toList());
      histogram.get().write(shell, text.getBytes(StandardCharsets.UTF_8));
    }
    String text = CodebookFile.write(trained.stream().map(Trained::book).toList());
    out.write(shell, text.getBytes(StandardCharsets.UTF_8));
    if (out instanceof Place.File) {
      shell.print(summary(trained));
    }
  }

  private static String summary(List<Trained> trained) {
    Table table =
        new Table("rllrrrr", "slot", "book", "class", "symbols", "shannon", "bits", "saved");
    for (Trained one : trained) {
      double bits =
          (double) one.book().book().cost(one.counts()) / Math.max(1, one.counts().total());
      table.row(
          Integer.toString(one.book().id().slot()),
          one.book().name(),
          Names.of(one.book().book().bookClass()),
          Long.toString(one.counts().total()),
          "%.3f".formatted(one.counts().entropy()),
          "%.3f".formatted(bits),
          Units.percent(1 - bits / 8));
    }
    return table.text() + "bits: of a symbol, on these tensors; saved: of its 8 bits\n";
  }
}
