package vail.sim.live;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import vail.sim.event.Wiring;
import vail.sim.inject.Injection;
import vail.sim.inject.Injector;
import vail.sim.inject.Phase;
import vail.sim.inject.Plan;
import vail.sim.link.Lines;
import vail.sim.link.Recovery;
import vail.sim.link.Timer;
import vail.sim.plan.OpKind;

/**
 * Remembers what befell links, tells an injector of faults where dies are, and passes on all to who
 * looks on.
 */
final class Notes extends PassingOn {
  private final int planned;
  private final Injector injector;
  private final Collection<Injection> injected = new ConcurrentLinkedQueue<>();
  private final Collection<Recovery> recoveries = new ConcurrentLinkedQueue<>();

  /** The notes of a run to whose links a plan is done. */
  Notes(Watch watch, Plan plan, Wiring wiring, Timer timer, long silence) {
    super(watch);
    planned = plan.injections().size();
    injector = new Injector(plan, wiring, timer, silence, this::injected);
  }

  /** Lines to whose frames the plan is done. */
  Lines over(Lines lines) {
    return injector.over(lines);
  }

  /** Faults that are to be done to links. */
  int planned() {
    return planned;
  }

  /** What plans did to links so far. */
  List<Injection> injected() {
    return List.copyOf(injected);
  }

  /** Links that went on so far. */
  List<Recovery> recoveries() {
    return List.copyOf(recoveries);
  }

  @Override
  public void injected(Injection injection) {
    injected.add(injection);
    super.injected(injection);
  }

  @Override
  public void recovered(Recovery recovery) {
    recoveries.add(recovery);
    super.recovered(recovery);
  }

  @Override
  public void begins(int die, OpKind kind) {
    if (kind == OpKind.ENCODE) {
      injector.reached(Phase.ENCODE, die);
    } else if (kind == OpKind.DECODE) {
      injector.reached(Phase.DECODE, die);
    }
    super.begins(die, kind);
  }

  @Override
  public void ends(int node) {
    injector.reached(Phase.SHUTDOWN, node);
    super.ends(node);
  }
}
