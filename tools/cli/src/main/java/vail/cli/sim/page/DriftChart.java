package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import vail.cli.Markup;
import vail.cli.page.Axis;
import vail.cli.page.Frame;
import vail.cli.page.Svg;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;

/** How far a book was from the values, round by round, and what was done about it. */
public final class DriftChart {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 300;
  private static final int LEFT = 56;
  private static final int TOP = 74;
  private static final double LEAST = 0.25;

  private DriftChart() {}

  /**
   * What is drawn.
   *
   * @param rounds those that have ended
   * @param events so far
   * @param changes what values are called from a round on
   * @param count of all rounds, also those to come
   * @param alarm excess bits that ring it
   */
  public record Story(
      List<RoundDrift> rounds,
      List<BookEvent> events,
      SortedMap<Integer, String> changes,
      int count,
      double alarm) {
    /** Takes copies. */
    public Story {
      rounds = List.copyOf(rounds);
      events = List.copyOf(events);
    }
  }

  /** The picture. */
  public static String of(String id, Story story) {
    Svg svg = new Svg(id, WIDTH, HEIGHT, "Drift of the book, round by round", description(story));
    double most = story.rounds().stream().mapToDouble(RoundDrift::excess).reduce(LEAST, Math::max);
    Frame frame =
        new Frame(
            new Axis(0, story.count(), LEFT, WIDTH - 14),
            new Axis(0, Math.ceil(most / LEAST) * LEAST, HEIGHT - 48, TOP));
    frame.ruleY(svg, 5, "excess bits a symbol").nameX(svg, "round");
    for (double tick : frame.x().ticks(12)) {
      if (tick == Math.rint(tick) && tick < story.count()) {
        svg.text(
            frame.x().at(tick + 0.5), HEIGHT - 32, Svg.Anchor.MIDDLE, "tick", Axis.label(tick));
      }
    }
    Frame.legend(
        svg,
        LEFT,
        16,
        List.of(
            new Frame.Key("single", "what the book takes more than the entropy"),
            new Frame.Key("fixed", "another book is used"),
            new Frame.Key("three", "alarm")));
    svg.line(
        LEFT, frame.y().at(story.alarm()), WIDTH - 14, frame.y().at(story.alarm()), "limit three");
    changes(svg, frame, story);
    if (!story.rounds().isEmpty()) {
      svg.path(path(frame, story.rounds()), "use single");
    }
    story.events().forEach(event -> mark(svg, frame, story, event));
    return svg.finish();
  }

  /** Names stand in two rows, for they may be longer than their rounds. */
  private static void changes(Svg svg, Frame frame, Story story) {
    int row = 0;
    for (Map.Entry<Integer, String> change : story.changes().entrySet()) {
      double x = frame.x().at(change.getKey());
      double y = TOP - 12 - 15 * (row++ % 2);
      svg.line(x, y + 4, x, HEIGHT - 48, "axis");
      svg.text(x + 4, y, Svg.Anchor.START, "note", change.getValue());
    }
  }

  /** Whoever points at a mark is told what it is. */
  private static void mark(Svg svg, Frame frame, Story story, BookEvent event) {
    String style =
        switch (event.kind()) {
          case ALARM, ABORTED, WORSE -> "three";
          case COMMITTED -> "fixed";
          case KEPT, PREPARING, COMMITTING, RETIRED, PROVED -> "";
        };
    if (style.isEmpty()) {
      return;
    }
    int round = Math.min(event.round(), story.rounds().size() - 1);
    double x = frame.x().at(Math.max(0, round) + 0.5);
    double y = frame.y().clamped(excess(story, round));
    svg.raw("<g class=\"mark\"><title>" + Markup.escaped(event.toString()) + "</title>");
    svg.circle(x, y, 6, "fill " + style);
    svg.raw("</g>");
    if (event.kind() == BookEvent.Kind.COMMITTED) {
      svg.text(x, y - 11, Svg.Anchor.MIDDLE, "note", "edition " + event.edition());
    } else if (event.kind() == BookEvent.Kind.WORSE) {
      svg.circle(x, y, 10, "ring");
      svg.text(x, y - 26, Svg.Anchor.MIDDLE, "note", "worse: the old book again");
    }
  }

  private static double excess(Story story, int round) {
    return story.rounds().stream()
        .filter(each -> each.round() == round)
        .mapToDouble(RoundDrift::excess)
        .findFirst()
        .orElse(0);
  }

  private static String path(Frame frame, List<RoundDrift> rounds) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < rounds.size(); i++) {
      path.append(i == 0 ? "M" : "L").append(number(frame.x().at(i))).append(' ');
      path.append(number(frame.y().clamped(rounds.get(i).excess())));
      path.append('H').append(number(frame.x().at(i + 1.0)));
    }
    return path.toString();
  }

  private static String description(Story story) {
    return "A line over %d rounds. %s"
        .formatted(
            story.rounds().size(),
            story.events().stream().map(each -> each + ".").collect(Collectors.joining(" ")));
  }
}
