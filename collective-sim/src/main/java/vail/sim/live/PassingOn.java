package vail.sim.live;

import vail.sim.inject.Injection;
import vail.sim.link.Recovery;
import vail.sim.plan.OpKind;

/** Passes on all that it is told; whoever looks on besides extends it. */
public class PassingOn implements Watch {
  private final Watch next;

  /** Passes on to another. */
  protected PassingOn(Watch next) {
    this.next = next;
  }

  @Override
  public void begins(int die, OpKind kind) {
    next.begins(die, kind);
  }

  @Override
  public void ends(int node) {
    next.ends(node);
  }

  @Override
  public void injected(Injection injection) {
    next.injected(injection);
  }

  @Override
  public void ended(int die, int operation, long left) {
    next.ended(die, operation, left);
  }

  @Override
  public void worked(int die, OpKind kind, long nanos) {
    next.worked(die, kind, nanos);
  }

  @Override
  public void carried(int link, long rawBytes, long bytes) {
    next.carried(link, rawBytes, bytes);
  }

  @Override
  public void waiting(int link, int parcels) {
    next.waiting(link, parcels);
  }

  @Override
  public void drifted(RoundDrift round) {
    next.drifted(round);
  }

  @Override
  public void refreshed(BookEvent event) {
    next.refreshed(event);
  }

  @Override
  public void onTheWay(int link, long bytes) {
    next.onTheWay(link, bytes);
  }

  @Override
  public void recovered(Recovery recovery) {
    next.recovered(recovery);
  }
}
