package vail.sim.link;

import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * Moves parcels over lines that may fail: both ends of a link number, check and remember, so that
 * each parcel arrives once.
 */
public final class LinkPlane implements Plane {
  private final Terms terms;
  private final Ways ways;

  /** A plane over lines. */
  public LinkPlane(Terms terms, Ways ways) {
    this.terms = terms;
    this.ways = ways;
  }

  @Override
  public Future<Void> open(int node, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    return ways.lines().open(node, new LinkReceiver(terms, receiver, trouble)::accept);
  }

  @Override
  public Future<Wire> connect(int link, int to, Consumer<Throwable> trouble) {
    return new LinkSender(link, to, terms, ways, trouble).open();
  }
}
