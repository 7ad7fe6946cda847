package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import vail.cli.sim.Audience.Pace;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.live.PassingOn;
import vail.sim.live.Watch;
import vail.sim.plan.Program;

/** Tells, several times a second, how far dies and links of a run are. */
final class LiveProgress extends PassingOn {
  private static final long EVERY_NANOS = 100_000_000;
  private static final int MOST_LINKS = 64;
  private static final double THOUSANDTHS = 1000.0;

  private final Consumer<JsonObject> events;
  private final Wiring wiring;
  private final Pace pace;
  private final long start = System.nanoTime();
  private final long[] operations;
  private final AtomicLongArray left;
  private final AtomicLongArray raw;
  private final AtomicLongArray bytes;
  private final AtomicLongArray waiting;
  private long due = start;

  /**
   * Begins with a run.
   *
   * @param next is told all the same
   */
  LiveProgress(Consumer<JsonObject> events, Watch next, Job job, Pace pace) {
    super(next);
    this.events = events;
    this.pace = pace;
    wiring = new Wiring(job.topology());
    int dies = job.schedule().dies();
    operations = new long[dies];
    left = new AtomicLongArray(dies);
    for (int die = 0; die < dies; die++) {
      Program program = job.schedule().program(die);
      operations[die] = (long) program.size() * job.shares().lanes();
      left.set(die, operations[die]);
    }
    raw = new AtomicLongArray(wiring.size());
    bytes = new AtomicLongArray(wiring.size());
    waiting = new AtomicLongArray(wiring.size());
    events.accept(json());
  }

  @Override
  public void ended(int die, int operation, long stillLeft) {
    super.ended(die, operation, stillLeft);
    left.set(die, stillLeft);
    if (stillLeft == 0) {
      events.accept(json());
    } else {
      tell();
    }
  }

  @Override
  public void carried(int link, long rawBytes, long frameBytes) {
    super.carried(link, rawBytes, frameBytes);
    raw.addAndGet(link, rawBytes);
    bytes.addAndGet(link, frameBytes);
    tell();
  }

  @Override
  public void waiting(int link, int parcels) {
    super.waiting(link, parcels);
    waiting.set(link, parcels);
  }

  private void tell() {
    long now = System.nanoTime();
    synchronized (this) {
      if (now < due) {
        return;
      }
      due = now + EVERY_NANOS;
    }
    events.accept(json());
  }

  private JsonObject json() {
    List<JsonValue> dies = new ArrayList<>();
    for (int die = 0; die < operations.length; die++) {
      double done = operations[die] == 0 ? 1 : 1 - (double) left.get(die) / operations[die];
      dies.add(JsonValue.of(Math.round(THOUSANDTHS * done) / THOUSANDTHS));
    }
    List<JsonValue> links = new ArrayList<>();
    for (int link = 0; link < wiring.size() && links.size() < MOST_LINKS; link++) {
      if (wiring.leads(link)) {
        links.add(link(link));
      }
    }
    return JsonObject.builder()
        .put("kind", "progress")
        .put("dilation", pace.dilation())
        .put("expectedNs", pace.expectedNanos())
        .put("elapsedNs", System.nanoTime() - start)
        .put("dies", JsonArray.of(dies))
        .put("links", JsonArray.of(links))
        .build();
  }

  /** Its number and ends, values and frames that it has carried, and what waits. */
  private JsonValue link(int link) {
    return JsonArray.of(
        List.of(
            JsonValue.of(link),
            JsonValue.of(wiring.node(link)),
            JsonValue.of(wiring.neighbour(link)),
            JsonValue.of(raw.get(link)),
            JsonValue.of(bytes.get(link)),
            JsonValue.of(waiting.get(link))));
  }
}
