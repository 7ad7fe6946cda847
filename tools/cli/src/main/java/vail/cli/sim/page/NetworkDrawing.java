package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

import java.util.List;
import java.util.function.IntPredicate;
import vail.cli.Markup;
import vail.cli.Units;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;
import vail.sim.event.Outcome;
import vail.sim.event.Wiring;
import vail.sim.net.Topology;

/**
 * Nodes and links of a network: a link's colour says how busy it was, its width what it carried.
 */
public final class NetworkDrawing {
  private static final double RADIUS = 13;
  private static final double ASIDE = 4;
  private static final double STUB = 25;
  private static final double SLANT = 17;
  private static final double THINNEST = 1.2;
  private static final double THICKEST = 6;
  private static final double THICKEST_OF_MANY = 2.6;
  private static final int LEGEND = 62;
  private static final int LEAST_WIDTH = 440;
  private static final int MOST_OF_HALF = 640;
  private static final int MANY = 40;
  private static final List<String> SHARES =
      List.of("busy under 20 %", "20 to 40 %", "40 to 60 %", "60 to 80 %", "80 % and more");

  private final Topology topology;
  private final Wiring wiring;
  private final Outcome outcome;
  private final Places places;
  private final long most;
  private final boolean many;
  private final Svg svg;

  private NetworkDrawing(String id, Topology topology, Outcome outcome) {
    this.topology = topology;
    this.outcome = outcome;
    wiring = new Wiring(topology);
    places = Places.of(topology);
    long bytes = 0;
    int links = 0;
    for (int link = 0; link < wiring.size(); link++) {
      bytes = Math.max(bytes, outcome.linkBytes(link));
      links += isDrawn(link) ? 1 : 0;
    }
    most = bytes;
    many = !places.isLattice() && links > MANY;
    svg =
        new Svg(
            id,
            Math.max(LEAST_WIDTH, places.width()),
            places.height() + LEGEND,
            topology.name() + " and the use of its links",
            description());
  }

  /** The picture of a run's network. */
  public static String of(String id, Topology topology, Outcome outcome) {
    NetworkDrawing drawing = new NetworkDrawing(id, topology, outcome);
    double left = Math.max(0, (LEAST_WIDTH - drawing.places.width()) / 2.0);
    drawing.svg.raw("<g transform=\"translate(%s 0)\">".formatted(number(left)));
    drawing.links();
    drawing.nodes();
    drawing.svg.raw("</g>");
    drawing.legend();
    return drawing.svg.finish();
  }

  /** The links that are drawn, by number. */
  public static IntPredicate drawn(Topology topology) {
    Wiring wiring = new Wiring(topology);
    Places places = Places.of(topology);
    return link -> isDrawn(wiring, places, link);
  }

  /** Whether the picture wants more than half a page. */
  public static boolean isWide(Topology topology) {
    return Places.of(topology).width() > MOST_OF_HALF;
  }

  /** What has to be said about the picture: what is left out, and how it is to be read. */
  public static String words(Topology topology) {
    Places places = Places.of(topology);
    String part =
        places.drawn() == places.all()
            ? ""
            : " Drawn are %,d of %,d nodes and the links among them."
                .formatted(places.drawn(), places.all());
    String slices =
        places.isSliced()
            ? " Slices of the third axis lie side by side; slanted strokes lead from one to the next."
            : "";
    return part + slices;
  }

  private String description() {
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (int link = 0; link < wiring.size() && told < 8; link++) {
      if (isDrawn(link)) {
        text.append(told++ == 0 ? "" : "; ").append(words(link));
      }
    }
    return told == 0 ? "There are no links." : text + (told == 8 ? " and so on." : ".");
  }

  private boolean isDrawn(int link) {
    return isDrawn(wiring, places, link);
  }

  private static boolean isDrawn(Wiring wiring, Places places, int link) {
    int to = wiring.neighbour(link);
    return to != Topology.NOWHERE && places.isDrawn(wiring.node(link)) && places.isDrawn(to);
  }

  private String words(int link) {
    return "%s to %s: %.0f %% busy, %s"
        .formatted(
            name(wiring.node(link)),
            name(wiring.neighbour(link)),
            100 * share(link),
            Units.bytes(outcome.linkBytes(link)));
  }

  private String name(int node) {
    return node < topology.dies() ? "die " + node : "switch " + (node - topology.dies());
  }

  private double share(int link) {
    return outcome.time() == 0 ? 0 : (double) outcome.linkBusy(link) / outcome.time();
  }

  private void links() {
    for (int link = 0; link < wiring.size(); link++) {
      if (isDrawn(link)) {
        link(link, wiring.node(link), wiring.neighbour(link));
      }
    }
  }

  private void link(int link, int from, int to) {
    Stroke stroke = stroke(from, to);
    String style = "u" + Math.min(4, (int) (share(link) * 5));
    double width = width(link);
    svg.raw(
        "<path d=\"M%s %sL%s %s\" class=\"link %s\" data-link=\"%d\" stroke-width=\"%s\"><title>%s</title></path>"
            .formatted(
                number(stroke.x(0)),
                number(stroke.y(0)),
                number(stroke.x(1)),
                number(stroke.y(1)),
                style,
                link,
                number(width),
                Markup.escaped(words(link))));
    if (!many) {
      svg.path(stroke.arrow(3 + width * 0.7), "head " + style);
    }
  }

  private Stroke stroke(int from, int to) {
    double dx = places.x(to) - places.x(from);
    double dy = places.y(to) - places.y(from);
    int slices = places.slicesBetween(from, to);
    if (slices != 0) {
      // Slices are not beside but behind each other: up and to the right is farther on.
      boolean on = slices == 1 || slices < -1;
      return stroke(from, on ? 1 : -1, on ? -1 : 1, SLANT);
    }
    // The way around an axis leaves the grid on the other side.
    return places.areFar(from, to)
        ? stroke(from, -dx, -dy, STUB)
        : stroke(from, dx, dy, Math.hypot(dx, dy) - 2 * RADIUS);
  }

  /** Each direction keeps to its right. */
  private Stroke stroke(int from, double dx, double dy, double length) {
    double distance = Math.max(1e-9, Math.hypot(dx, dy));
    double alongX = dx / distance;
    double alongY = dy / distance;
    return new Stroke(
        places.x(from) + RADIUS * alongX - ASIDE * alongY,
        places.y(from) + RADIUS * alongY + ASIDE * alongX,
        alongX,
        alongY,
        length);
  }

  private double width(int link) {
    double thickest = many ? THICKEST_OF_MANY : THICKEST;
    return most == 0 ? THINNEST : THINNEST + (thickest - THINNEST) * outcome.linkBytes(link) / most;
  }

  private void nodes() {
    for (int node = 0; node < topology.nodes(); node++) {
      if (places.isDrawn(node)) {
        double x = places.x(node);
        double y = places.y(node);
        if (node < topology.dies()) {
          svg.circle(x, y, RADIUS, "node");
          svg.text(x, y + 4, Anchor.MIDDLE, "inside", Integer.toString(node));
        } else {
          svg.rect(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, "node");
          svg.text(x, y + 4, Anchor.MIDDLE, "inside", "S" + (node - topology.dies()));
        }
      }
    }
  }

  private void legend() {
    double y = places.height() + 12;
    for (int i = 0; i < SHARES.size(); i++) {
      double x = 10 + i % 3 * 146;
      svg.raw(
          "<path d=\"M%s %sh20\" class=\"link u%d\" stroke-width=\"5\"/>"
              .formatted(number(x), number(y - 4 + i / 3 * 20), i));
      svg.text(x + 26, y + i / 3 * 20, Anchor.START, "key", SHARES.get(i));
    }
    svg.text(10, y + 40, Anchor.START, "key", "the widest line carried " + Units.bytes(most));
  }
}
