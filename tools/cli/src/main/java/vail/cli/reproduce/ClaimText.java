package vail.cli.reproduce;

import static vail.cli.reproduce.Figures.count;
import static vail.cli.reproduce.Figures.three;
import static vail.cli.reproduce.Figures.two;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vail.cli.reproduce.measure.Claim;
import vail.cli.reproduce.measure.Reproduction;
import vail.cli.reproduce.measure.Spread;
import vail.cli.reproduce.measure.Verdict;

/** The verdict on the paper's claim in words. */
public final class ClaimText {
  private ClaimText() {}

  /** The verdict in one line. */
  public static String headline(Reproduction found) {
    return switch (found.claim()) {
      case Claim.Tested(Verdict verdict, Verdict asRecorded) ->
          ("The paper's claim %s here for shards of %s symbols: one fixed book, %s old,"
                  + " costs the median shard %s points against its own Huffman code.")
              .formatted(
                  verdict.holds() ? "holds" : "DOES NOT HOLD",
                  count(verdict.shardSymbols()),
                  age(found, verdict),
                  two(verdict.vsHuffman().median()));
      case Claim.Untested(String reason) ->
          "The paper's claim is not tested, because " + reason + ".";
    };
  }

  /** The figures behind it, one line each. */
  public static List<String> details(Reproduction found) {
    return switch (found.claim()) {
      case Claim.Tested(Verdict verdict, Verdict asRecorded) -> {
        List<String> lines = details(verdict, asRecorded);
        lines.addAll(divergence(found, verdict));
        lines.addAll(others(found, verdict));
        yield lines;
      }
      case Claim.Untested untested -> List.of();
    };
  }

  private static List<String> details(Verdict verdict, Verdict asRecorded) {
    List<String> lines = new ArrayList<>();
    lines.add("behind own Huffman: " + line(verdict.vsHuffman(), Verdict.HUFFMAN_LIMIT));
    lines.add("behind Shannon: " + line(verdict.vsShannon(), Verdict.SHANNON_LIMIT));
    lines.add(
        "measured on "
            + grid(verdict)
            + "; chance alone makes Shannon "
            + two(verdict.noise())
            + " points too good");
    if (asRecorded.vsHuffman().shards() != verdict.vsHuffman().shards()) {
      lines.add(
          "cut as recorded into "
              + grid(asRecorded)
              + ": median "
              + two(asRecorded.vsHuffman().median())
              + " and "
              + two(asRecorded.vsShannon().median())
              + ", of which chance "
              + two(asRecorded.noise())
              + (asRecorded.holds() ? "" : ": beyond the claim's limits"));
    }
    return lines;
  }

  private static List<String> divergence(Reproduction found, Verdict claimed) {
    return found.measurements().stream()
        .filter(row -> row.group().equals(claimed.group()))
        .flatMap(row -> row.divergence().stream())
        .map(kl ->
            "divergence (KL) of these shards from their average: median "
                + three(kl.median())
                + ", worst "
                + three(kl.worst())
                + " bits a symbol")
        .toList();
  }

  /** The same question for the other kinds in the same profile. */
  private static List<String> others(Reproduction found, Verdict claimed) {
    List<Verdict> others =
        found.verdicts().stream()
            .filter(v -> v.group().profile().equals(claimed.group().profile()))
            .filter(v -> !v.equals(claimed))
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    String failing =
        others.stream()
            .filter(v -> !v.holds())
            .map(v -> v.group().kind() + " (" + two(v.vsHuffman().median()) + ")")
            .collect(Collectors.joining(", "));
    return List.of(
        "the same limits hold for "
            + others.stream().filter(Verdict::holds).count()
            + " of the "
            + others.size()
            + " other kinds"
            + (failing.isEmpty() ? "" : "; not for " + failing));
  }

  private static String line(Spread spread, double limit) {
    return "median %s points (claim: at most %s), worst %s in %s"
        .formatted(two(spread.median()), two(limit), two(spread.worst()), spread.worstShard());
  }

  private static String grid(Verdict verdict) {
    return "%d layers, %s shards of at least %s symbols"
        .formatted(
            verdict.layers(), count(verdict.vsHuffman().shards()), count(verdict.shardSymbols()));
  }

  /** How old a verdict's book is, in words. */
  public static String age(Reproduction found, Verdict verdict) {
    long age = found.campaign().measured().step().orElse(verdict.bookStep()) - verdict.bookStep();
    return count(age) + (age == 1 ? " step" : " steps");
  }
}
