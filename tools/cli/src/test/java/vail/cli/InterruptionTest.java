package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.testing.ChildJvm;

class InterruptionTest {
  private static final int SIGTERM_EXIT = 128 + 15;

  @TempDir private Path folder;

  /** The command waits for more on a pipe when it is stopped. */
  @Test
  void leavesNothingBehindWhenStopped() throws Exception {
    Process process =
        new ProcessBuilder(
                ChildJvm.command(
                    List.of("-Xmx128m"),
                    Main.class,
                    List.of("encode", "-", folder.resolve("a.vail").toString())))
            .start();
    try (OutputStream in = process.getOutputStream();
        InputStream err = process.getErrorStream()) {
      in.write(new byte[3 << 20]);
      in.flush();
      while (process.isAlive() && files() == 0) {
        Thread.sleep(20);
      }
      assertEquals(1, files(), "the file that is being written");

      // Not the process itself, which would close its streams.
      process.toHandle().destroy();

      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(SIGTERM_EXIT, process.exitValue());
      assertEquals("", new String(err.readAllBytes(), StandardCharsets.UTF_8));
      assertEquals(0, files());
    } finally {
      process.destroyForcibly();
    }
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
