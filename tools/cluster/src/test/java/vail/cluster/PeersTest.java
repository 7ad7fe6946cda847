package vail.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.Main;
import vail.testing.ChildJvm;

/** Three processes that are told of each other by {@code --peers}. */
class PeersTest {
  private static final String SMALL =
      "sim all_reduce --mode live --dies 3 --chunks 2 -b 6KiB -e 6KiB --codec single ";

  /** Four steps of 200 ms, 30 times slower: 24 s, if nobody ends it. */
  private static final String LONG = SMALL + "--link-latency 200ms --dilation 30 ";

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  private final String peers =
      HazelcastClusteringTest.members(3).stream()
          .map(each -> each.getHostString() + ":" + each.getPort())
          .collect(Collectors.joining(","));

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  /** Kills one of them while dies run, and starts all three once more. */
  @Test
  void missTheOneThatIsKilledAndCertifyTheWholeWhenTheyAreStartedAgain() throws Exception {
    start(LONG);
    Process killed = processes.get(2);
    while (killed.isAlive() && !said(2).contains("slowed down 30 times")) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertTrue(killed.isAlive(), said(2));
    killed.destroyForcibly();
    for (int i = 0; i < 2; i++) {
      assertTrue(processes.get(i).waitFor(15, TimeUnit.SECONDS), said(i));
      assertEquals(5, processes.get(i).exitValue(), said(i));
      assertTrue(said(i).endsWith("vail: rank 2 has gone\n"), said(i));
    }
    start(SMALL + "--dilation 0 ");
    for (int i = 0; i < 3; i++) {
      assertTrue(processes.get(i).waitFor(60, TimeUnit.SECONDS), said(i));
      assertEquals(0, processes.get(i).exitValue(), said(i));
      assertTrue(said(i).contains("# Certificate holds: of 9216 elements"), said(i));
    }
  }

  private void start(String line) throws IOException {
    processes.clear();
    for (int i = 0; i < 3; i++) {
      processes.add(start(i, "%s--rank %d/3 --peers %s".formatted(line, i, peers)));
    }
  }

  private Process start(int number, String line) throws IOException {
    List<String> command =
        ChildJvm.command(ChildJvm.BRIEF, Main.class, List.of(line.split(" ", -1)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said" + number).toFile())
        .start();
  }

  private String said(int number) throws IOException {
    return Files.readString(folder.resolve("said" + number));
  }
}
