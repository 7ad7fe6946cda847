package vail.sim.link;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** Makes connections between nodes. */
public interface Lines {
  /** Lets others connect to a node; its end of each line goes to the acceptor. */
  Future<Void> open(int node, Consumer<Line> acceptor);

  /** Connects a link to the node that it leads to; on the context of the caller. */
  Future<Line> connect(int link, int to);
}
