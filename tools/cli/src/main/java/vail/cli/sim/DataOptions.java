package vail.cli.sim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vail.backend.Backend;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.cli.BackendOption;
import vail.cli.BookReference;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.cli.container.BookPolicies;
import vail.code.Codebook;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.json.JsonObject;
import vail.sim.bytes.Arithmetic;
import vail.sim.bytes.Books;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Specials;
import vail.sim.bytes.Synthetic;
import vail.sim.bytes.Vectors;
import vail.tensor.ElementType;

/** Which values are moved, and who codes them with which books: for modes that move bytes. */
final class DataOptions {
  private static final String STEP_BOOKS = "one a step";

  @Option(
      names = "--data",
      paramLabel = "FILE[:TENSOR]",
      description =
          "--mode bytes, live: elements of a safetensors, npy or raw file; the dies share them"
              + " out. sample:step00280/weights is one that comes along (default: made up,"
              + " distributed like activations).")
  private Optional<String> data = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "--mode bytes, live: of the elements that are made up (default: 1).")
  private long seed;

  @Option(
      names = "--specials",
      description =
          "--mode bytes, live: put NaNs with payloads, infinities, subnormals and -0 among the elements.")
  private boolean specials;

  @Option(
      names = "--books",
      paramLabel = "FILE",
      split = ",",
      description = "--mode bytes, live: books to choose from (default: the shipped ones).")
  private List<BookReference> references = List.of();

  @Option(
      names = "--step-books",
      description = "--mode bytes: a book for each step, trained on what is sent in it.")
  private boolean stepBooks;

  @Mixin private BackendOption backends;

  Backend open() {
    return backends.open();
  }

  /**
   * What runs with real values move.
   *
   * @param backend open for as long as they run
   */
  Material material(ElementType type, Backend backend) throws IOException {
    if (Arithmetic.of(type).isEmpty()) {
      throw new UsageException(
          "-d %s: what moves bytes adds floats and integers that NCCL adds"
              .formatted(Names.of(type)));
    }
    Coder coder = Coder.of(backend, books());
    return new Material(type, vectors(type), coder, Optional.empty());
  }

  /** What decides which bytes are moved. */
  JsonObject words() {
    return JsonObject.builder()
        .put("data", data.orElse("made up"))
        .put("seed", seed)
        .put("specials", specials)
        .put("books", stepBooks ? STEP_BOOKS : references.isEmpty() ? "shipped" : named())
        .build();
  }

  /** Whether the values of some answers were coded with books of just those values. */
  static boolean hasStepBooks(Findings findings) {
    return findings.values().stream().anyMatch(values -> values.string("books").equals(STEP_BOOKS));
  }

  private String named() {
    return references.stream().map(BookReference::toString).collect(Collectors.joining(","));
  }

  private Vectors vectors(ElementType type) throws IOException {
    Vectors plain =
        data.isPresent()
            ? RecordedVectors.read("--data", data.get(), type)
            : new Synthetic(type, seed);
    return specials ? new Specials(plain, type, seed) : plain;
  }

  private Books books() throws IOException {
    if (stepBooks && !references.isEmpty()) {
      throw new UsageException("--books and --step-books: one of them is accepted");
    }
    if (stepBooks) {
      return new Books.PerStep();
    }
    BookPolicies policies = policies();
    Function<SymbolKind, EncodePolicy> best = policies.best(Layout.PORTABLE, Layout.PORTABLE);
    return new Books.Installed(policies.books(), (step, kind) -> best.apply(kind));
  }

  /** The one book that was named for elements of a type, if any was. */
  Optional<Codebook> book(ElementType type) throws IOException {
    if (references.isEmpty()) {
      return Optional.empty();
    }
    SymbolKind kind = Edition.kind(type);
    List<NamedBook> suiting = new ArrayList<>();
    for (BookReference reference : references) {
      reference.books().stream().filter(book -> book.suits(kind)).forEach(suiting::add);
    }
    if (suiting.size() != 1) {
      throw new UsageException(
          "--books: with --rounds one book for %s is accepted, not %d"
              .formatted(kind.label(), suiting.size()));
    }
    return Optional.of(suiting.getFirst().book());
  }

  private BookPolicies policies() throws IOException {
    if (references.isEmpty()) {
      return BookPolicies.shipped();
    }
    List<NamedBook> own = new ArrayList<>();
    for (BookReference reference : references) {
      own.addAll(reference.books());
    }
    return BookPolicies.own(own);
  }
}
