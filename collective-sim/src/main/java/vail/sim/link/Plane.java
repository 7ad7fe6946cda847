package vail.sim.link;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** The ways by which parcels get from node to node. */
public interface Plane {
  /**
   * Opens a node to its neighbours.
   *
   * @param receiver is handed parcels on the context of the caller, those of a link in their order
   *     and each once
   * @param trouble is told what the receiver threw
   */
  Future<Void> open(int node, Consumer<Parcel> receiver, Consumer<Throwable> trouble);

  /**
   * Makes a link to a node that is open.
   *
   * @param trouble is told of a link that is down for good
   */
  Future<Wire> connect(int link, int to, Consumer<Throwable> trouble);
}
