package vail.cli.sim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import vail.cli.AbsentException;
import vail.cli.UsageException;
import vail.sim.team.Clustering;
import vail.sim.team.Rank;
import vail.sim.team.Team;

/** Which processes run dies together. */
final class TeamOptions {
  private static final Pattern RANK = Pattern.compile("(\\d{1,4})/(\\d{1,4})(?::(\\d{1,5}))?");
  private static final Pattern PEER = Pattern.compile("([\\w.-]{1,253}):(\\d{1,5})");
  private static final int MOST_PORT = 65_535;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--rank",
      paramLabel = "R/N[:PORT]",
      description =
          "--mode live: this process is R, from 0, of N that run the dies together, an equal share"
              + " each; they meet at a port of the loopback interface, or at their --peers, and are"
              + " given the same options, this one apart.")
  private Optional<String> rank = Optional.empty();

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "HOST:PORT",
      description =
          "--mode live: where the processes of --rank R/N listen, in their order and after commas;"
              + " each listens there and nowhere else, and has to reach the others at any port.")
  private List<String> peers = List.of();

  boolean given() {
    return rank.isPresent() || !peers.isEmpty();
  }

  /** What this process is called, where there are several. */
  Optional<String> name() {
    return rank;
  }

  /** All processes, once they are there. */
  Team meet(Consumer<String> voice) throws IOException {
    if (!given()) {
      return Team.alone();
    }
    Matcher parts = parts();
    Rank own = rank(parts);
    voice.accept(
        "vail sim: rank %d waits for %d others, %d s at most"
            .formatted(own.number(), own.of() - 1, PATIENCE.toSeconds()));
    return peers.isEmpty()
        ? Team.meet(own, port("--rank", parts.group(3)), PATIENCE)
        : Team.meet(own, members(own.of()), clustering(), PATIENCE);
  }

  private Matcher parts() {
    if (rank.isEmpty()) {
      throw new UsageException("--peers: --rank R/N says which of them this process is");
    }
    Matcher parts = RANK.matcher(rank.get());
    if (!parts.matches()) {
      throw new UsageException(
          "--rank '%s': R/N:PORT is accepted, like 0/3:7070, or R/N with --peers"
              .formatted(rank.get()));
    }
    boolean hasPort = parts.group(3) != null;
    if (hasPort != peers.isEmpty()) {
      throw new UsageException(
          hasPort
              ? "--rank %s: its port and --peers do not go together".formatted(rank.get())
              : "--rank %s: where they meet is missing: %s:PORT on this host, or --peers"
                  .formatted(rank.get(), rank.get()));
    }
    return parts;
  }

  private static Rank rank(Matcher parts) {
    try {
      return new Rank(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--rank: " + e.getMessage());
    }
  }

  private static int port(String option, String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > MOST_PORT) {
      throw new UsageException("%s: there is no port %d".formatted(option, port));
    }
    return port;
  }

  private List<InetSocketAddress> members(int count) {
    List<InetSocketAddress> members = new ArrayList<>();
    for (String peer : peers) {
      Matcher parts = PEER.matcher(peer);
      if (!parts.matches()) {
        throw new UsageException("--peers '%s': HOST:PORT is accepted".formatted(peer));
      }
      members.add(
          InetSocketAddress.createUnresolved(parts.group(1), port("--peers", parts.group(2))));
    }
    if (members.stream().distinct().count() != count || members.size() != count) {
      throw new UsageException("--peers: %d different ones are wanted".formatted(count));
    }
    return members;
  }

  private static Clustering clustering() {
    return ServiceLoader.load(Clustering.class)
        .findFirst()
        .orElseThrow(() ->
            new AbsentException(
                "--peers",
                "Hazelcast is in a jar of its own, which ./vail sim builds and starts with them"));
  }
}
