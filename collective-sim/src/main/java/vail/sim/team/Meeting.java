package vail.sim.team;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vail.sim.team.Peer.Message;

/** How the JVMs of a team find each other: rank 0 listens, the others come and say who they are. */
final class Meeting {
  private static final String HELLO = "vail live 1";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int PAUSE_MILLIS = 50;

  private Meeting() {}

  /** Waits at a port until all others are there. */
  static List<Peer> host(int ranks, int port, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    SortedMap<Integer, Peer> peers = new TreeMap<>();
    try (ServerSocket server = new ServerSocket(port, ranks, InetAddress.getLoopbackAddress())) {
      while (peers.size() < ranks - 1) {
        server.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
        admit(server.accept(), ranks, peers);
      }
    } catch (SocketTimeoutException e) {
      peers.values().forEach(Peer::close);
      throw missing(ranks, peers, limit);
    }
    return List.copyOf(peers.values());
  }

  static RankLostException missing(int ranks, SortedMap<Integer, Peer> peers, Duration limit) {
    List<Integer> missing =
        IntStream.range(1, ranks).filter(rank -> !peers.containsKey(rank)).boxed().toList();
    return new RankLostException(
        "rank %d%s did not come within %d s"
            .formatted(
                missing.getFirst(), missing.size() > 1 ? " and others" : "", limit.toSeconds()));
  }

  /** Whoever is none of the team is told so, and the others are waited for all the same. */
  private static void admit(Socket socket, int ranks, SortedMap<Integer, Peer> peers)
      throws IOException {
    SocketPeer stranger = new SocketPeer(-1, socket);
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      Message hello = stranger.hear();
      String refusal = refusal(hello, ranks, peers);
      if (refusal.isEmpty()) {
        socket.setSoTimeout(0);
        int rank = Integer.parseInt(hello.words().getFirst());
        peers.put(rank, new SocketPeer(rank, stranger));
        return;
      }
      stranger.say(new Message(Message.LOST, List.of(refusal)));
    } catch (IOException e) {
      // Nobody of the team.
    }
    stranger.close();
  }

  /** Why somebody is not of the team, if that is so. */
  static String refusal(Message hello, int ranks, SortedMap<Integer, Peer> peers) {
    if (!hello.topic().equals(HELLO)) {
      return "rank 0 is another version of vail";
    }
    boolean known =
        IntStream.range(1, ranks)
            .anyMatch(each -> hello.words().equals(words(new Rank(each, ranks))));
    if (!known) {
      return "rank 0 waits for %d ranks in all, not for %s"
          .formatted(ranks, String.join(" of ", hello.words()));
    }
    String rank = hello.words().getFirst();
    return peers.containsKey(Integer.parseInt(rank)) ? "rank " + rank + " is there already" : "";
  }

  /** Goes to where rank 0 listens, now or later. */
  static Peer join(Rank rank, int port, Duration limit) throws IOException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        Peer host = new SocketPeer(0, socket);
        host.say(hello(rank));
        return host;
      } catch (ConnectException e) {
        socket.close();
        if (System.nanoTime() > end) {
          throw new RankLostException(
              "rank 0 did not come to port %d within %d s".formatted(port, limit.toSeconds()));
        }
        pause();
      }
    }
  }

  /** What one says who comes. */
  static Message hello(Rank rank) {
    return new Message(HELLO, words(rank));
  }

  private static List<String> words(Rank rank) {
    return List.of(String.valueOf(rank.number()), String.valueOf(rank.of()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RankLostException("stopped while waiting for rank 0");
    }
  }
}
