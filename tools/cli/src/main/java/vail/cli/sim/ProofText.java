package vail.cli.sim;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Moved;
import vail.sim.bytes.StepFigures;

/** What moving real bytes has shown, in a few lines under the table. */
final class ProofText {
  private static final int MOST_STEPS = 16;

  private ProofText() {}

  /** nccl-tests' line of wrong elements, and the certificate. */
  static String of(Findings findings) {
    StringBuilder text = new StringBuilder();
    text.append("# Out of bounds values : %d %s%n".formatted(findings.wrong(), verdict(findings)));
    for (Row row : findings.largest()) {
      row.moved().ifPresent(moved -> text.append(lines(findings, row, moved)));
    }
    if (DataOptions.hasStepBooks(findings)) {
      text.append(
          "# Books were made one a step, of the very values that they code; what it takes to make and"
              + " ship them is not counted\n");
    }
    return text.append(meaning(findings)).toString();
  }

  private static String verdict(Findings findings) {
    return findings.holds() ? "OK" : "FAILED";
  }

  private static String lines(Findings findings, Row row, Moved moved) {
    Certificate certificate = moved.certificate();
    String head = "# %d %s: ".formatted(row.size(), row.codec());
    String steps = row.codec().endsWith("none") ? "" : head + steps(moved.steps());
    String links =
        row.codec().endsWith("none")
            ? ""
            : head + links(LinkRatios.of(moved.pairs(), findings.setup().topology()));
    return steps
        + links
        + head
        + "outputs sha256 %s, chain %s%n".formatted(certificate.output(), certificate.chain());
  }

  /** Of many steps the first. */
  private static String steps(List<StepFigures> steps) {
    return "ratio by step%s, excess bits/symbol%s%n"
        .formatted(
            list(steps, step -> format(step.ratio(), 4)),
            list(steps, step -> format(step.excessBits(), 3)));
  }

  private static String list(List<StepFigures> steps, Function<StepFigures, String> figure) {
    String first =
        steps.stream()
            .limit(MOST_STEPS)
            .map(step -> " " + figure.apply(step))
            .collect(Collectors.joining());
    return steps.size() > MOST_STEPS ? first + " …" : first;
  }

  private static String links(List<LinkRatios.Figures> links) {
    Comparator<LinkRatios.Figures> byRatio = Comparator.comparingDouble(LinkRatios.Figures::ratio);
    return links.isEmpty()
        ? "no link was used%n".formatted()
        : "ratio by link %s to %s%n"
            .formatted(
                name(links.stream().min(byRatio).orElseThrow()),
                name(links.stream().max(byRatio).orElseThrow()));
  }

  private static String name(LinkRatios.Figures link) {
    return format(link.ratio(), 4) + " (" + link.name() + ")";
  }

  private static String meaning(Findings findings) {
    return ("# Certificate %s: of %d elements, all outputs of all dies, %d differ from those of the%n"
            + "#   same schedule done without codec on one thread; the chain of all that was received%n"
            + "#   %s. Lossless means equal to that: another algorithm or number of dies adds%n"
            + "#   floats in another order, and may round otherwise.%n")
        .formatted(
            findings.holds() ? "holds" : "FAILS",
            findings.elements(),
            findings.wrong(),
            findings.moved().stream().allMatch(ProofText::sameChain) ? "is the same" : "DIFFERS");
  }

  private static boolean sameChain(Moved moved) {
    return moved.certificate().chain().equals(moved.certificate().replayChain());
  }

  private static String format(double number, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", number);
  }
}
