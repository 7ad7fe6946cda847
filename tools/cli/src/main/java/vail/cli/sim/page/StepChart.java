package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

import java.util.List;
import java.util.function.ToDoubleFunction;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.sim.bytes.StepFigures;

/** Bits a symbol in each step: what frames took, and what they could not go below. */
public final class StepChart {
  private static final int WIDTH = 1140;
  private static final int HEIGHT = 250;
  private static final double HALF = 0.5;

  private StepChart() {}

  /** The picture of some steps, one or more. */
  public static String of(String id, List<StepFigures> steps) {
    Svg svg =
        new Svg(
            id,
            WIDTH,
            HEIGHT,
            "Bits a symbol, step by step",
            "Two lines over %d steps: bits that a symbol took, and the entropy of the step's own"
                    .formatted(steps.size())
                + " symbols.");
    double least = steps.stream().mapToDouble(StepFigures::entropy).min().orElse(0);
    double most = steps.stream().mapToDouble(StepFigures::bitsPerSymbol).max().orElse(0);
    // What lies between is a tenth of a bit: the picture does not begin at 0.
    double from = Math.floor(least / HALF) * HALF;
    double to = Math.max(Math.ceil(most / HALF) * HALF, from + HALF);
    Frame frame =
        new Frame(new Axis(0, steps.size(), 56, WIDTH - 14), new Axis(from, to, HEIGHT - 48, 34));
    frame.ruleY(svg, 5, "bits a symbol").nameX(svg, "step");
    for (double tick : new Axis(0, steps.size(), 0, 1).ticks(12)) {
      if (tick == Math.rint(tick) && tick < steps.size()) {
        svg.text(
            frame.x().at(tick + 0.5), HEIGHT - 32, Svg.Anchor.MIDDLE, "tick", Axis.label(tick));
      }
    }
    Frame.legend(
        svg,
        56,
        20,
        List.of(
            new Frame.Key("single", "what frames took"),
            new Frame.Key("none", "entropy of the step")));
    svg.path(path(frame, steps, StepFigures::entropy), "use none");
    svg.path(path(frame, steps, StepFigures::bitsPerSymbol), "use single");
    return svg.finish();
  }

  private static String path(
      Frame frame, List<StepFigures> steps, ToDoubleFunction<StepFigures> figure) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      path.append(i == 0 ? "M" : "L").append(number(frame.x().at(i))).append(' ');
      path.append(number(frame.y().clamped(figure.applyAsDouble(steps.get(i)))));
      path.append('H').append(number(frame.x().at(i + 1.0)));
    }
    return path.toString();
  }
}
