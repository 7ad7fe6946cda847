package vail.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vail.sim.team.Rank;
import vail.sim.team.RankLostException;
import vail.sim.team.Team;
import vail.testing.Ports;

/** Members on threads of one JVM. */
class HazelcastClusteringTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Team> teams = new ArrayList<>();
  private final List<InetSocketAddress> members = members(3);

  /** So many addresses of the loopback interface that were free a moment ago. */
  static List<InetSocketAddress> members(int count) {
    return IntStream.generate(Ports::free)
        .distinct()
        .limit(count)
        .mapToObj(port -> InetSocketAddress.createUnresolved("127.0.0.1", port))
        .toList();
  }

  @AfterEach
  void close() {
    teams.forEach(Team::close);
    threads.shutdownNow();
  }

  private Team meet(Rank rank, Duration limit) throws IOException {
    return Team.meet(rank, members, new HazelcastClustering(), limit);
  }

  private void meet() throws Exception {
    List<Callable<Team>> ranks = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Rank rank = new Rank(i, members.size());
      ranks.add(() -> meet(rank, LIMIT));
    }
    for (var team : threads.invokeAll(ranks)) {
      teams.add(team.get());
    }
  }

  private static String message(Future<?> failing) {
    return assertThrows(RankLostException.class, failing::await).getMessage();
  }

  @Test
  void hearsTheWordsOfAllAndNamesTheOneThatHasGone() throws Exception {
    meet();
    for (int round = 0; round < 50; round++) {
      String topic = "round " + round;
      List<Future<List<String>>> all =
          IntStream.range(0, 3).mapToObj(i -> teams.get(i).gather(topic, topic + i)).toList();
      for (Future<List<String>> each : all) {
        assertEquals(List.of(topic + 0, topic + 1, topic + 2), each.await());
      }
    }
    Future<List<String>> host = teams.get(0).gather("topic", "a");
    Future<List<String>> other = teams.get(1).gather("topic", "b");
    teams.get(2).close();

    assertEquals("rank 2 has gone", message(host));
    assertEquals("rank 2 has gone", message(other));
  }

  /** Whoever leaves on an answer leaves at the moment at which the others wait for theirs. */
  @Test
  void answersAllBeforeTheFirstLeaves() throws Exception {
    meet();
    List<Callable<List<String>>> ranks = new ArrayList<>();
    for (Team team : teams) {
      ranks.add(() -> {
        try (team) {
          return team.gather("last", "word").await();
        }
      });
    }
    for (var said : threads.invokeAll(ranks)) {
      assertEquals(List.of("word", "word", "word"), said.get());
    }
  }

  @Test
  void listensAtTheNamedAddressAloneAndSendsStrangersAway() throws Exception {
    var host = threads.submit(() -> meet(new Rank(0, 2), LIMIT));
    String refusal =
        assertThrows(RankLostException.class, () -> meet(new Rank(2, 3), LIMIT)).getMessage();
    InetSocketAddress elsewhere = new InetSocketAddress("127.0.0.2", members.getFirst().getPort());
    try (Socket stranger = new Socket()) {
      assertThrows(ConnectException.class, () -> stranger.connect(elsewhere));
    }
    String taken =
        assertThrows(RankLostException.class, () -> meet(new Rank(0, 2), LIMIT)).getMessage();
    teams.add(meet(new Rank(1, 2), LIMIT));
    teams.add(host.get());

    assertEquals("rank 0 waits for 2 ranks in all, not for 2 of 3", refusal);
    assertTrue(taken.startsWith("rank 0 could not join the cluster: "), taken);
    assertTrue(taken.contains("in use"), taken);
  }

  @Test
  void waitsForNobodyWhereThereIsNobodyElse() throws Exception {
    Team alone = meet(new Rank(0, 1), LIMIT);
    teams.add(alone);

    assertEquals(List.of("a"), alone.gather("topic", "a").await());
  }

  @Test
  void doesNotWaitForEver() {
    Duration soon = Duration.ofSeconds(1);
    String host =
        assertThrows(RankLostException.class, () -> meet(new Rank(0, 3), soon)).getMessage();
    String guest =
        assertThrows(RankLostException.class, () -> meet(new Rank(1, 3), soon)).getMessage();

    assertEquals("rank 1 and others did not come within 1 s", host);
    assertTrue(guest.startsWith("rank 1 could not join the cluster: "), guest);
  }
}
