package vail.conform.dut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.Conformance;
import vail.conform.Setup;
import vail.conform.host.BackendAnswerer;
import vail.conform.host.WireServer;
import vail.conform.judge.State;
import vail.conform.report.Run;
import vail.conform.vector.Level;

/** Sockets and batches: the reference behind both. */
class OtherWaysTest {
  private static final long SEED = 3;

  @Test
  void aServerOnThisMachineIsJudged() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(server));

      Run run = judge("tcp:localhost:" + server.getLocalPort());
      assertEquals(Run.Verdict.PASS, run.verdict(), run.failures()::toString);
    }
  }

  private static void serve(ServerSocket server) {
    try (Socket socket = server.accept()) {
      WireServer.serve(socket.getInputStream(), socket.getOutputStream(), reference());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void otherMachinesAreLeftInPeace() {
    assertThrows(IllegalArgumentException.class, () -> judge("tcp:192.0.2.1:4711"));
  }

  @Test
  void aPortWhereNobodyListensCannotBeAsked() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertEquals(Run.Verdict.UNUSABLE, judge("tcp:localhost:" + port).verdict());
  }

  @Test
  void batchesAreWrittenAnsweredAndJudged(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("claim.json"), "{\"protocol\":1,\"name\":\"farm\"}");

    assertTrue(judge("files:" + folder).recorded());
    answer(folder);
    Run run = judge("files:" + folder);

    assertEquals(Run.Verdict.PASS, run.verdict(), run.failures()::toString);
    assertTrue(run.count(State.PASS) > 0);
  }

  @Test
  void anAnswerThatIsNotThereIsMissed(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("claim.json"), "{\"protocol\":1,\"name\":\"farm\"}");
    judge("files:" + folder);
    answer(folder);
    try (Stream<Path> out = Files.list(folder.resolve("out"))) {
      for (Path file : (Iterable<Path>) out::iterator) {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(all, all.length / 2));
      }
    }

    assertTrue(judge("files:" + folder).count(State.EXITED) > 0);
  }

  @Test
  void aFolderWithoutAClaimCannotBeAsked(@TempDir Path folder) throws Exception {
    assertEquals(Run.Verdict.UNUSABLE, judge("files:" + folder).verdict());
  }

  private static void answer(Path folder) throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    try (Stream<Path> batches = Files.list(folder.resolve("in"))) {
      for (Path batch : (Iterable<Path>) batches::iterator) {
        try (InputStream requests = Files.newInputStream(batch);
            OutputStream replies = Files.newOutputStream(out.resolve(batch.getFileName()))) {
          WireServer.serve(requests, replies, reference());
        }
      }
    }
  }

  private static BackendAnswerer reference() {
    return new BackendAnswerer(((Probe.Ready) Backends.probe("java-reference")).backend());
  }

  private static Run judge(String address) throws Exception {
    return Conformance.judge(
        Setup.of(DutAddress.of(address), Level.SMOKE, SEED), total -> done -> {});
  }
}
