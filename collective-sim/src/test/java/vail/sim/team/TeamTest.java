package vail.sim.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
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
import vail.testing.Ports;

/** Ranks on threads of one JVM. */
class TeamTest {
  private static final int RANKS = 3;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Team> teams = new ArrayList<>();
  private final int port = Ports.free();

  @AfterEach
  void close() {
    teams.forEach(Team::close);
    threads.shutdownNow();
  }

  private void meet() throws Exception {
    List<Callable<Team>> ranks = new ArrayList<>();
    for (int i = 0; i < RANKS; i++) {
      Rank rank = new Rank(i, RANKS);
      ranks.add(() -> Team.meet(rank, port, LIMIT));
    }
    for (var team : threads.invokeAll(ranks)) {
      teams.add(team.get());
    }
  }

  private static String message(Future<?> failing) {
    return assertThrows(RankLostException.class, failing::await).getMessage();
  }

  @Test
  void hearsTheWordsOfAllInTheOrderOfTheirRanks() throws Exception {
    meet();
    for (int round = 0; round < 50; round++) {
      String topic = "round " + round;
      List<Future<List<String>>> all =
          IntStream.range(0, RANKS).mapToObj(i -> teams.get(i).gather(topic, topic + i)).toList();
      for (Future<List<String>> each : all) {
        assertEquals(List.of(topic + 0, topic + 1, topic + 2), each.await());
      }
    }
  }

  @Test
  void namesTheOneThatHasGoneToAllOthersAtOnce() throws Exception {
    meet();
    Promise<Throwable> told = Promise.promise();
    teams.get(1).onLoss(told::tryComplete);
    Future<List<String>> host = teams.get(0).gather("topic", "a");
    Future<List<String>> other = teams.get(1).gather("topic", "b");
    teams.get(2).close();

    assertEquals("rank 2 has gone", message(host));
    assertEquals("rank 2 has gone", message(other));
    assertInstanceOf(RankLostException.class, told.future().await());
    assertEquals("rank 2 has gone", message(teams.get(1).gather("later", "c")));
  }

  @Test
  void missesRankZeroToo() throws Exception {
    meet();
    Future<List<String>> other = teams.get(2).gather("topic", "c");
    teams.get(0).close();

    assertEquals("rank 0 has gone", message(other));
  }

  @Test
  void saysWhyARankCouldNotGoOn() throws Exception {
    meet();
    Future<List<String>> host = teams.get(0).gather("topic", "a");
    Future<List<String>> other = teams.get(2).gather("topic", "c");
    teams.get(1).fail(new IllegalStateException("no decoder today"));

    assertEquals("rank 1 could not go on: no decoder today", message(host));
    assertEquals("rank 1 could not go on: no decoder today", message(other));
  }

  @Test
  void namesTheOneThatIsAboutSomethingElse() throws Exception {
    meet();
    var others =
        List.of(
            threads.submit(() -> teams.get(1).agree("job", "mine")),
            threads.submit(() -> teams.get(2).agree("job", "another")));
    String message =
        assertThrows(RankLostException.class, () -> teams.get(0).agree("job", "mine")).getMessage();

    assertTrue(message.startsWith("rank 2 is about another job than rank 0"), message);
    for (var other : others) {
      assertThrows(Exception.class, other::get);
    }
  }

  /** Whoever leaves on an answer leaves at the moment at which the others wait for theirs. */
  @Test
  void answersAllBeforeItMissesThoseWhoLeaveOnTheAnswer() throws Exception {
    for (int round = 0; round < 30; round++) {
      meet();
      List<Callable<String>> ranks = new ArrayList<>();
      for (int i = 0; i < RANKS; i++) {
        Team team = teams.get(i);
        String word = "job" + i;
        ranks.add(() -> {
          try (team) {
            team.agree("job", word);
            return "agreed";
          } catch (RankLostException e) {
            return e.getMessage();
          }
        });
      }
      for (var said : threads.invokeAll(ranks)) {
        assertEquals(
            "rank 1 is about another job than rank 0: give all the same options", said.get());
      }
      teams.clear();
    }
  }

  @Test
  void endsWhereRanksAreNotAtTheSame() throws Exception {
    meet();
    var _ = teams.get(1).gather("ports", "b");
    var _ = teams.get(2).gather("job", "c");

    assertTrue(message(teams.get(0).gather("job", "a")).startsWith("ranks 0 and 1 are not at"));
  }

  @Test
  void waitsForAllAndSendsStrangersAway() throws Exception {
    var host = threads.submit(() -> Team.meet(new Rank(0, 2), port, LIMIT));
    var wrong = threads.submit(() -> refusal(new Rank(2, 4)));
    assertEquals("rank 0 waits for 2 ranks in all, not for 2 of 4", wrong.get());
    try (Socket noise = new Socket(InetAddress.getLoopbackAddress(), port)) {
      new DataOutputStream(noise.getOutputStream()).writeUTF("GET / HTTP/1.1");
    }
    teams.add(Team.meet(new Rank(1, 2), port, LIMIT));
    teams.add(host.get());

    assertEquals(0, host.get().rank().number());
  }

  private String refusal(Rank rank) throws IOException {
    try (Team team = Team.meet(rank, port, LIMIT)) {
      return message(team.gather("topic", ""));
    }
  }

  @Test
  void doesNotWaitForEver() {
    Duration soon = Duration.ofMillis(100);
    String host =
        assertThrows(RankLostException.class, () -> Team.meet(new Rank(0, 3), port, soon))
            .getMessage();
    String guest =
        assertThrows(RankLostException.class, () -> Team.meet(new Rank(1, 3), port, soon))
            .getMessage();

    assertEquals("rank 1 and others did not come within 0 s", host);
    assertTrue(guest.startsWith("rank 0 did not come to port " + port), guest);
  }

  @Test
  void needsNobodyToBeAlone() {
    Team alone = Team.alone();
    alone.agree("job", "any");

    assertEquals(List.of("a"), alone.gather("topic", "a").await());
  }
}
