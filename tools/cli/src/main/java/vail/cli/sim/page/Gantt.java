package vail.cli.sim.page;

import static vail.cli.page.Svg.number;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vail.cli.Names;
import vail.cli.page.Axis;
import vail.cli.page.Svg;
import vail.cli.page.Svg.Anchor;
import vail.sim.event.Job;
import vail.sim.event.Recorder;
import vail.sim.event.Wiring;
import vail.sim.model.Die;
import vail.sim.plan.OpKind;

/**
 * What some dies do over time: a row for the links that leave a die, and one for each kind of work.
 * It keeps how busy each row was in each column of the picture, so that any run fits.
 */
public final class Gantt implements Recorder {
  /** Dies that are shown. */
  public static final int MOST_DIES = 8;

  /** Units of the picture that its span of time takes. */
  public static final int COLUMNS = 1000;

  /** Where it begins. */
  public static final int LEFT = 116;

  private static final int TOP = 10;
  private static final int ROW = 10;
  private static final int GAP = 9;
  private static final int BOTTOM = 40;
  private static final int SHADES = 4;

  private final Job job;
  private final Wiring wiring;
  private final long span;
  private final int dies;
  private final List<Map<OpKind, long[]>> rows = new ArrayList<>();

  /**
   * Waits for a run.
   *
   * @param job what will be run
   * @param time of the whole picture, in picoseconds
   */
  public Gantt(Job job, long time) {
    this.job = job;
    wiring = new Wiring(job.topology());
    span = Math.max(1, time);
    dies = Math.min(MOST_DIES, job.schedule().dies());
    for (int die = 0; die < dies; die++) {
      rows.add(new EnumMap<>(OpKind.class));
    }
  }

  @Override
  public void worked(Work work) {
    if (work.die() < dies) {
      OpKind kind = job.schedule().program(work.die()).kind(work.operation());
      add(work.die(), kind, work.start(), work.end());
    }
  }

  /** All links that leave a die are in the row of its SENDs. */
  @Override
  public void carried(Transfer transfer) {
    int node = wiring.node(transfer.link());
    if (node < dies) {
      add(node, OpKind.SEND, transfer.start(), transfer.end());
    }
  }

  private void add(int die, OpKind kind, long start, long end) {
    if (start == end) {
      return;
    }
    long[] row = rows.get(die).computeIfAbsent(kind, _ -> new long[COLUMNS]);
    for (long at = start; at < end; ) {
      int column = (int) Math.min(COLUMNS - 1, column(at));
      long next = column == COLUMNS - 1 ? end : Math.min(end, start(column + 1));
      row[column] += next - at;
      at = next;
    }
  }

  private long column(long time) {
    long column = (long) ((double) time * COLUMNS / span);
    return time >= start(column + 1) ? column + 1 : column;
  }

  private long start(long column) {
    return (long) Math.ceil((double) column * span / COLUMNS);
  }

  /** The picture, once the run has ended. */
  public String svg(String id, String title) {
    int height = TOP + BOTTOM;
    for (Map<OpKind, long[]> die : rows) {
      height += die.size() * ROW + GAP;
    }
    Svg svg =
        new Svg(
            id,
            LEFT + COLUMNS + 16,
            height,
            title,
            "For each of %d dies a row for its links and one for each kind of work, from 0 to %s us;"
                    .formatted(dies, Axis.label(span / 1e6))
                + " the darker, the busier.");
    Axis time = new Axis(0, span / 1e6, LEFT, LEFT + COLUMNS);
    for (double tick : time.ticks(10)) {
      svg.line(time.at(tick), TOP, time.at(tick), height - BOTTOM, "grid");
      svg.text(time.at(tick), height - BOTTOM + 16, Anchor.MIDDLE, "tick", Axis.label(tick));
    }
    // At its start, which narrow screens show.
    svg.text(LEFT, height - 6, Anchor.START, "name", "microseconds");
    double y = TOP;
    for (int die = 0; die < dies; die++) {
      y = die(svg, die, y) + GAP;
    }
    return svg.finish();
  }

  private double die(Svg svg, int die, double top) {
    double y = top;
    Map<OpKind, long[]> all = rows.get(die);
    if (!all.isEmpty()) {
      svg.text(4, y + 8, Anchor.START, "row", "die " + die);
    }
    for (OpKind kind :
        List.of(
            OpKind.HISTOGRAM,
            OpKind.TREE,
            OpKind.ENCODE,
            OpKind.SEND,
            OpKind.DECODE,
            OpKind.REDUCE,
            OpKind.ADD,
            OpKind.COPY)) {
      long[] row = all.get(kind);
      if (row != null) {
        svg.text(LEFT - 6, y + 7.5, Anchor.END, "value", word(kind));
        strip(svg, row, kind, capacity(die, kind), y);
        y += ROW;
      }
    }
    return y;
  }

  private static String word(OpKind kind) {
    return kind == OpKind.SEND ? "links" : Names.of(kind);
  }

  private double capacity(int die, OpKind kind) {
    int things =
        kind == OpKind.SEND
            ? wiring.first(die + 1) - wiring.first(die)
            : Die.serves(kind) ? job.die().of(kind).units() : 1;
    return (double) things * span / COLUMNS;
  }

  /** Neighbouring columns of a shade are one piece of a path. */
  private static void strip(Svg svg, long[] row, OpKind kind, double capacity, double y) {
    for (int shade = 1; shade <= SHADES; shade++) {
      StringBuilder path = new StringBuilder();
      int from = -1;
      for (int column = 0; column <= COLUMNS; column++) {
        boolean on = column < COLUMNS && shade(row[column], capacity) == shade;
        if (on && from < 0) {
          from = column;
        } else if (!on && from >= 0) {
          int width = column - from;
          path.append("M%d %sh%dv%dh-%dz".formatted(LEFT + from, number(y), width, ROW - 2, width));
          from = -1;
        }
      }
      if (!path.isEmpty()) {
        svg.path(path.toString(), "work s" + shade + " " + kind.word());
      }
    }
  }

  private static int shade(long busy, double capacity) {
    return busy == 0 ? 0 : (int) Math.min(SHADES, 1 + busy / capacity * SHADES);
  }
}
