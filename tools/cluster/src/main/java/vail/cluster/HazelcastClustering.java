package vail.cluster;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vail.sim.team.Clustering;

/**
 * Clusters of members that are named: nobody is looked for, nothing is written to files or sent to
 * others, and a member listens at one address.
 */
public final class HazelcastClustering implements Clustering {
  /**
   * What differs from Hazelcast's own settings. A member whose host has gone with it, so that its
   * connections stay open, is missed after 15 s.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "hazelcast.phone.home.enabled", "false",
          "hazelcast.socket.bind.any", "false",
          "hazelcast.wait.seconds.before.join", "0",
          "hazelcast.heartbeat.interval.seconds", "1",
          "hazelcast.max.no.heartbeat.seconds", "15",
          "hazelcast.graceful.shutdown.max.wait", "5",
          "hazelcast.partition.count", "11");

  /** Java objects of no other packages are made of what others send. */
  private static final String[] PREFIXES = {"com.hazelcast.", "io.vertx.", "java.", "["};

  /** They log what exceptions say as well; kept, or their levels would be forgotten. */
  private static final List<Logger> LOGS =
      Stream.of("com.hazelcast", "io.vertx.core.impl.VertxImpl").map(Logger::getLogger).toList();

  /** For the service loader. */
  public HazelcastClustering() {
    LOGS.forEach(log -> log.setLevel(Level.OFF));
  }

  @Override
  public ClusterManager manager(List<InetSocketAddress> members, int rank, Duration limit)
      throws IOException {
    Config config = new Config().setClusterName("vail");
    PROPERTIES.forEach(config::setProperty);
    config.setProperty("hazelcast.max.join.seconds", String.valueOf(limit.toSeconds()));
    listen(config.getNetworkConfig(), members.get(rank));
    join(config.getNetworkConfig().getJoin(), members);
    config
        .getSerializationConfig()
        .setJavaSerializationFilterConfig(
            new JavaSerializationFilterConfig()
                .setDefaultsDisabled(true)
                .setWhitelist(new ClassFilter().addPrefixes(PREFIXES)));
    return new HazelcastClusterManager(config);
  }

  private static void listen(NetworkConfig network, InetSocketAddress own) throws IOException {
    String address = InetAddress.getByName(own.getHostString()).getHostAddress();
    network.getInterfaces().setEnabled(true).addInterface(address);
    network.setPort(own.getPort()).setPortAutoIncrement(false);
  }

  /** All come in by the first, so that there is one cluster whoever is there before whom. */
  private static void join(JoinConfig join, List<InetSocketAddress> members) {
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setRequiredMember(name(members.getFirst()));
    members.forEach(each -> join.getTcpIpConfig().addMember(name(each)));
  }

  private static String name(InetSocketAddress member) {
    return member.getHostString() + ":" + member.getPort();
  }
}
