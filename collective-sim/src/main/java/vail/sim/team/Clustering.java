package vail.sim.team;

import io.vertx.core.spi.cluster.ClusterManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * What clusters are made with. It is looked up as a service, for what it needs is bigger than all
 * the rest and wanted by few.
 */
public interface Clustering {
  /**
   * The way into a cluster.
   *
   * @param members where they listen, in the order of their ranks
   * @param rank which of them this one is; all others wait for the first
   * @param limit after which one that has not come in gives up
   * @throws IOException if the member's own host is unknown
   */
  ClusterManager manager(List<InetSocketAddress> members, int rank, Duration limit)
      throws IOException;
}
