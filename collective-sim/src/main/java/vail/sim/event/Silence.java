package vail.sim.event;

/** A watcher that is not interested. */
final class Silence implements Watcher {
  @Override
  public void work(int die, int operation, int lane, long from, long to) {}

  @Override
  public void carry(int link, int die, int receive, int lane, long from, long to) {}
}
