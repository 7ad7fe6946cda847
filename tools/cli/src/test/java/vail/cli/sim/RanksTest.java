package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Main;
import vail.cli.Run;
import vail.json.JsonObject;
import vail.testing.ChildJvm;
import vail.testing.Ports;

class RanksTest {
  private static final String SMALL =
      "all_reduce --mode live --dies 3 --chunks 2 -b 6KiB -e 6KiB --codec single ";

  /** Four steps of 200 ms, 30 times slower: 24 s, if nobody ends it. */
  private static final String LONG = SMALL + "--link-latency 200ms --dilation 30 ";

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  private static List<String> words(String line) {
    return List.of(("sim " + line).trim().split(" +", -1));
  }

  private static Run sim(String line) {
    return Run.of(words(line).toArray());
  }

  private static List<Run> sims(List<String> lines) throws Exception {
    List<Callable<Run>> runs = new ArrayList<>();
    lines.forEach(line -> runs.add(() -> sim(line)));
    List<Run> ran = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(lines.size())) {
      for (var run : threads.invokeAll(runs)) {
        ran.add(run.get());
      }
    }
    return ran;
  }

  @Test
  void certifiesTheWholeInEachProcess() throws Exception {
    String line = SMALL + "--dilation 0 --json --rank %d/3:" + Ports.free();
    JsonObject alone = sim(SMALL + "--dilation 0 --json").json();
    for (Run run : sims(List.of(line.formatted(0), line.formatted(1), line.formatted(2)))) {
      assertEquals(0, run.exit(), run.toString());
      JsonObject certificate = run.json().object("certificate");
      assertTrue(certificate.bool("holds"));
      assertEquals(
          alone.object("certificate").integer("elements", 0, Long.MAX_VALUE),
          certificate.integer("elements", 0, Long.MAX_VALUE));
    }
  }

  @Test
  void refusesAProcessWithOtherOptions() throws Exception {
    String rank = "--rank %d/2:" + Ports.free();
    List<Run> runs =
        sims(
            List.of(
                SMALL + "--dilation 0 " + rank.formatted(0),
                SMALL + "--dilation 0 --seed 5 " + rank.formatted(1)));

    for (Run run : runs) {
      assertEquals(5, run.exit(), run.toString());
      assertTrue(run.errors().contains("rank 1 is about another job than rank 0"), run.errors());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rank 3/3:7070",
        "--rank 0/3",
        "--rank 0/3:99999",
        "--rank 0/3:0",
        "--rank 1/3:7070 --transport memory",
        "--rank 1/3:7070 --peers 127.0.0.1:7070,127.0.0.1:7071,127.0.0.1:7072",
        "--peers 127.0.0.1:7070"
      })
  void refusesRanksThatCannotBe(String rank) {
    Run run = sim(SMALL + rank);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains("--rank"), run.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:7070",
        "127.0.0.1:7070,127.0.0.1:7070",
        "127.0.0.1:7070,127.0.0.1:0",
        "127.0.0.1:7070,127.0.0.1:70700",
        "127.0.0.1:7070,127.0.0.1",
        "127.0.0.1:7070,[::1]:7070"
      })
  void refusesPeersThatCannotBe(String peers) {
    Run run = sim(SMALL + "--rank 0/2 --peers " + peers);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains("--peers"), run.errors());
  }

  @Test
  void saysThatTheWayIntoAClusterIsElsewhere() {
    Run run = sim(SMALL + "--rank 0/2 --peers 127.0.0.1:7070,127.0.0.1:7071");

    assertEquals(4, run.exit(), run.toString());
    assertTrue(
        run.errors().contains("--peers: absent, because Hazelcast is in a jar"), run.errors());
  }

  /** Kills one of three processes while dies run, and starts all three once more. */
  @Test
  void endsWhereAProcessIsKilledAndRunsWhenItIsStartedAgain() throws Exception {
    String rank = "--rank %d/3:" + Ports.free();
    for (int i = 0; i < 3; i++) {
      start(i, LONG + rank.formatted(i));
    }
    Process killed = processes.get(2);
    while (killed.isAlive() && !said(2).contains("slowed down 30 times")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertTrue(killed.isAlive(), said(2));
    killed.destroyForcibly();
    for (int i = 0; i < 2; i++) {
      assertTrue(processes.get(i).waitFor(15, TimeUnit.SECONDS), said(i));
      assertEquals(5, processes.get(i).exitValue(), said(i));
      assertTrue(said(i).contains("rank 2 has gone"), said(i));
    }
    processes.clear();
    for (int i = 0; i < 3; i++) {
      start(i, SMALL + "--dilation 0 " + rank.formatted(i));
    }
    for (int i = 0; i < 3; i++) {
      assertTrue(processes.get(i).waitFor(60, TimeUnit.SECONDS), said(i));
      assertEquals(0, processes.get(i).exitValue(), said(i));
    }
    assertFalse(said(0).contains("rank 2 has gone"), said(0));
  }

  private void start(int number, String line) throws IOException {
    List<String> command = ChildJvm.command(ChildJvm.BRIEF, Main.class, words(line));
    processes.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said" + number).toFile())
            .start());
  }

  private String said(int number) throws IOException {
    return Files.readString(folder.resolve("said" + number));
  }
}
