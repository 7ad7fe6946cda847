package vail.cli.sim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vail.cli.Names;
import vail.cli.Units;
import vail.sim.plan.Collective;

/** What a user who sees the answer would want to try next. */
final class Advice {
  /** Of the values' size: books of a kind that fits them are closer to their own than that. */
  private static final double CLOSE = 0.02;

  /** Bytes of values: of frames with fewer, headers are some percent. */
  private static final int SMALL = 2048;

  /** Times faster that is worth a word. */
  private static final double WORTHWHILE = 1.1;

  private Advice() {}

  static List<String> of(Findings findings) {
    List<String> words = new ArrayList<>();
    slices(findings.setup()).ifPresent(words::add);
    books(findings).ifPresent(words::add);
    if (!findings.movesBytes()) {
      trees(findings).ifPresent(words::add);
      small(findings).ifPresent(words::add);
      type(findings).ifPresent(words::add);
    }
    if (findings.mode().equals(Names.of(Mode.CLOSED)) && !findings.subject().compresses()) {
      words.add("With codecs there is no closed form here; --mode events runs them");
    }
    if (findings.isBound()) {
      words.add(
          "Mode bound: in steps of one sub-chunk a link, each ended before the next, codecs taking no"
              + " time; it is no bound for other --chunks, nor where steps overlap");
    }
    return words;
  }

  private static Optional<String> slices(Setup setup) {
    boolean oneAxisAtATime =
        setup.algorithm().name().equals("torus") && setup.collective() == Collective.ALL_REDUCE;
    return oneAxisAtATime && Setup.layout(setup.topology()).sizes().size() > 1
        ? Optional.of(
            "torus uses one axis after the other; --algorithm torus_slices uses all at once")
        : Optional.empty();
  }

  /** Where a ratio of large frames is taken for small ones. */
  private static Optional<String> small(Findings findings) {
    Setup setup = findings.setup();
    long chunks = (long) setup.algorithm().pieces() * setup.lanes();
    return findings.threshold().stream()
        .filter(size -> size / chunks < SMALL)
        .mapToObj(size ->
            "At %s sub-chunks are of %s: frames as small have headers, of which --ratio knows"
                    .formatted(Units.bytes(size), Units.bytes(size / chunks))
                + " nothing; --mode bytes measures them")
        .findFirst();
  }

  /**
   * Where fewer sub-chunks, which wait for fewer trees, make three stages faster: not as compared.
   */
  private static Optional<String> trees(Findings findings) {
    return findings.isBound()
        ? Optional.empty()
        : findings.rows().reversed().stream()
            .flatMap(row -> trees(findings.setup(), row).stream())
            .findFirst();
  }

  private static Optional<String> trees(Setup setup, Row row) {
    if (row.ran() != Policy.THREE || !Measurer.isClosed(setup, Policy.THREE, row.size())) {
      return Optional.empty();
    }
    long best = row.time();
    int chunks = setup.lanes();
    for (int fewer = 1; fewer < setup.lanes(); fewer *= 2) {
      long time = Measurer.closed(setup.with(fewer)).time(Policy.THREE, row.size());
      chunks = time < best ? fewer : chunks;
      best = Math.min(best, time);
    }
    return best * WORTHWHILE < row.time()
        ? Optional.of(
            "At %s three takes %s with --chunks %d, not %s: of %d sub-chunks each waits for a tree; vs-3stage"
                    .formatted(
                        Units.bytes(row.size()),
                        Scale.alone(best),
                        chunks,
                        Scale.alone(row.time()),
                        setup.lanes())
                + " is against the slower")
        : Optional.empty();
  }

  private static Optional<String> type(Findings findings) {
    boolean usual = findings.setup().coding().ratio().compareTo(new BigDecimal(Coding.BF16)) == 0;
    return usual && !findings.type().equals("bf16") && findings.subject().compresses()
        ? Optional.of(
            "The ratio of %s is that of bf16, not of %s; --ratio takes another, and --mode bytes"
                    .formatted(Coding.BF16, findings.type())
                + " measures it")
        : Optional.empty();
  }

  /** Frames of three stages have a book of just their values. */
  private static Optional<String> books(Findings findings) {
    Optional<Double> single = ratio(findings, Policy.SINGLE);
    Optional<Double> three = ratio(findings, Policy.THREE);
    if (single.isEmpty() || three.isEmpty() || single.get() < three.get() + CLOSE) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The books fit these values badly: %.4f at %s, and %.4f with books of their own;"
                + " --books names others, --step-books makes some",
            single.get(),
            Units.bytes(findings.subject().size()),
            three.get()));
  }

  /** As it was measured. */
  private static Optional<Double> ratio(Findings findings, Policy policy) {
    return findings.largest().stream()
        .filter(row -> row.ran() == policy && row.moved().isPresent())
        .flatMap(row -> row.work().stream())
        .map(Row.Work::ratio)
        .findFirst();
  }
}
