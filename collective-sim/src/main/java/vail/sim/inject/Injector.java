package vail.sim.inject;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import vail.sim.event.Wiring;
import vail.sim.link.Lines;
import vail.sim.link.Timer;

/** Does what a plan says to the links of a run. */
public final class Injector {
  private final Wiring wiring;
  private final Timer timer;
  private final long silence;
  private final Consumer<Injection> watch;
  private final Map<Integer, Target> targets = new ConcurrentHashMap<>();
  private final Set<Integer> crashed = ConcurrentHashMap.newKeySet();

  /**
   * An injector for one run.
   *
   * @param silence nanoseconds that links wait for an answer
   * @param watch is told what was done, on any thread
   * @throws IllegalArgumentException if the plan names a link that there is not
   */
  public Injector(Plan plan, Wiring wiring, Timer timer, long silence, Consumer<Injection> watch) {
    this.wiring = wiring;
    this.timer = timer;
    this.silence = silence;
    this.watch = watch;
    plan.check(wiring);
    for (Injection each : plan.injections()) {
      targets.computeIfAbsent(each.link(), _ -> new Target()).add(each);
    }
  }

  /** Lines to whose frames the plan is done. */
  public Lines over(Lines lines) {
    return targets.isEmpty() ? lines : new FaultyLines(lines, this);
  }

  /** A node has reached a phase, once more. */
  public void reached(Phase phase, int node) {
    targets.forEach((link, target) -> {
      boolean its =
          phase == Phase.DECODE ? wiring.neighbour(link) == node : wiring.node(link) == node;
      if (its) {
        target.reached(phase);
      }
    });
  }

  /** What is to be done to a link. */
  Target target(int link) {
    return targets.computeIfAbsent(link, _ -> new Target());
  }

  Optional<Injection> strike(int link, Frame frame) {
    Optional<Injection> injection = target(link).strike(frame);
    injection.ifPresent(watch);
    return injection;
  }

  boolean refuses(int link) {
    return isDead(link) || target(link).refuses();
  }

  /** Whether one of its ends is gone for good. */
  boolean isDead(int link) {
    return crashed.contains(wiring.node(link)) || crashed.contains(wiring.neighbour(link));
  }

  /** Ends the node that a link leads to. */
  void crash(int link) {
    crashed.add(wiring.neighbour(link));
  }

  Timer timer() {
    return timer;
  }

  /** Nanoseconds that a late frame is late: four in a row are still in time. */
  long delay() {
    return Math.max(1, silence / 8);
  }

  /** Nanoseconds that a stalled node takes nothing. */
  long stall() {
    return 2 * silence;
  }
}
