package vail.cli.container;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.backend.Backend;
import vail.block.Layout;
import vail.cli.BackendOption;
import vail.cli.ByteSize;
import vail.cli.ElementTypeConverter;
import vail.cli.Exit;
import vail.cli.LayoutOptions;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.ThreadsOption;
import vail.cli.Units;
import vail.cli.UsageException;
import vail.cli.train.FittedBooks;
import vail.code.BookClass;
import vail.container.BookForm;
import vail.container.Coding;
import vail.container.ContainerWriter;
import vail.container.Directory;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.ElementType;
import vail.tensor.RawFile;
import vail.tensor.SplitChoice;

/** Encodes a file of tensors. */
@Command(
    name = "encode",
    description = "Encode safetensors, npy or raw files; any other file is kept as it is.",
    footer = {
      "",
      "The books that were used are embedded (135 bytes each) so that the file can be decoded",
      "anywhere; --no-embed-books names them by digest, for receivers that have them installed."
    })
public final class EncodeCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      index = "0..*",
      arity = "0..2",
      paramLabel = "IN OUT",
      hideParamSyntax = true,
      description = "The file to encode, and the .vail file to write.")
  private List<String> names = new ArrayList<>();

  @Mixin private BooksOption books;

  @Option(
      names = "--embed-books",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Bring the books along, or (--no-embed-books) name them by digest.")
  private boolean embedBooks;

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      converter = ElementTypeConverter.class,
      description = "IN is raw elements of this type, e.g. bf16.")
  private Optional<ElementType> dtype = Optional.empty();

  @Option(
      names = "--split",
      paramLabel = "auto|planes|bytes",
      defaultValue = "AUTO",
      description =
          "How elements become symbols (default: auto, planes for floats of 2 bytes and more).")
  private SplitChoice split;

  @Option(
      names = "--select",
      paramLabel = "fixed|best",
      defaultValue = "BEST",
      description = "A block's book: the first that suits, or the cheapest (default: best).")
  private Selecting select;

  @Mixin private LayoutOptions layouts;

  @Option(
      names = "--tile",
      paramLabel = "SYMBOLS",
      description = "Symbols of a block, 4 to 65536 (default: 64Ki).")
  private ByteSize tile = new ByteSize(Limits.MAX_BLOCK_SYMBOLS);

  @Mixin private BackendOption backends;

  @Mixin private ThreadsOption threads;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  /** A command of this shell. */
  public EncodeCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    names.addAll(books.surrender(2 - names.size()));
    if (names.size() < 2) {
      throw new UsageException(names.isEmpty() ? "IN and OUT are missing" : "OUT is missing");
    }
    Place in = new Place.Converter().convert(names.get(0));
    Place out = new Place.Converter().convert(names.get(1));
    check(in, out);
    WriteOptions options = options();
    BookPolicies policies = policies(in);
    long start = System.nanoTime();
    try (Backend backend = backend(policies)) {
      ContainerWriter writer = new ContainerWriter(coding(backend, policies), options);
      in.read(
          shell,
          source -> {
            out.write(shell, target -> write(writer, in, source, target));
            return in;
          });
    }
    if (out instanceof Place.File(var path) && Files.isRegularFile(path)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      new Containers(backends, policies.books(), 1)
          .open(
              path,
              path.toString(),
              reader -> {
                report(in, path.toString(), reader.directory(), policies, seconds);
                return path;
              });
    }
    return Exit.DONE.code();
  }

  private void check(Place in, Place out) {
    if (books.fit() && !embedBooks) {
      throw new UsageException("--no-embed-books: nobody else has the books that 'fit' makes");
    }
    if (books.fit() && in instanceof Place.Standard) {
      throw new UsageException("--books fit reads IN twice; accepted is a file, not -");
    }
    if (json && out instanceof Place.Standard) {
      throw new UsageException("--json and OUT - both want standard output");
    }
  }

  private WriteOptions options() {
    return new WriteOptions(
        split,
        TileSymbols.of(tile),
        embedBooks ? BookForm.EMBEDDED : BookForm.BY_DIGEST,
        threads.threads(),
        Limits.DEFAULT);
  }

  private BookPolicies policies(Place in) throws IOException {
    FittedBooks fitted = new FittedBooks(dtype, threads.threads());
    return switch (in) {
      case Place.File(var path) -> books.policies(shell, path, split, fitted);
      case Place.Standard() -> books.policies(shell, Path.of("-"), split, fitted);
    };
  }

  private Backend backend(BookPolicies policies) {
    for (BookClass bookClass : policies.classes()) {
      backends.openFor(layout(bookClass), bookClass).close();
    }
    return backends.open();
  }

  private Layout layout(BookClass bookClass) {
    return switch (bookClass) {
      case SHORT -> layouts.layout();
      case LONG -> layouts.longLayout();
    };
  }

  private Coding coding(Backend backend, BookPolicies policies) {
    Layout shortLayout = layouts.layout();
    Layout longLayout = layouts.longLayout();
    return new Coding(
        backend.encoder(),
        backend.planes(),
        policies.books(),
        switch (select) {
          case FIXED -> policies.fixed(shortLayout, longLayout);
          case BEST -> policies.best(shortLayout, longLayout);
        });
  }

  private void write(
      ContainerWriter writer, Place in, ReadableByteChannel source, WritableByteChannel target)
      throws IOException {
    try (Progress progress = shell.progress("encoding", in)) {
      if (dtype.isPresent()) {
        writer.write(new RawFile(dtype.get()), source, in.size(), target, progress);
      } else {
        writer.write(source, in.size(), target, progress);
      }
    }
  }

  private void report(
      Place in, String file, Directory directory, BookPolicies policies, double seconds) {
    Report report = new Report(file, directory);
    long raw = directory.originalBytes();
    if (!report.usesBooks() && !directory.tensors().isEmpty()) {
      shell.err().println("vail: note: no block uses a book; " + policies.purpose());
    }
    if (json) {
      shell.print(
          report
              .json("vail-encode/1")
              .put("original", in.toString())
              .put("backend", backends.name())
              .put("threads", threads.threads())
              .put("seconds", Units.rounded(seconds))
              .put("GBps", Units.rounded(raw / seconds / 1e9))
              .build());
    } else {
      shell.println(Units.printable(in + " -> " + file) + ": " + report.line());
      shell.print(report.types());
      shell.println(
          "%.2f s, %s, %s, %d threads"
              .formatted(seconds, Units.rate(raw, seconds), backends.name(), threads.threads()));
    }
  }
}
