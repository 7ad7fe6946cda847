package vail.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.Main;
import vail.cli.Shell;
import vail.cli.Terminal;

class BenchCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Shell shell = new Shell(new ByteArrayInputStream(new byte[0]), out, errors, Terminal.NONE);
    return Main.run(shell, BenchCommand::new, arguments);
  }

  @Test
  void isTheCommandThatTheLightJarOnlyNames() {
    assertEquals(0, run("bench", "--help"));
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("--quick"), text);
  }

  @Test
  void saysWhatIsMissingInAFolderWithoutRecordings(@TempDir Path folder) {
    assertEquals(2, run("bench", "--data", folder.toString()));
    String text = err.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("no weights of steps 280 and 1000"), text);
  }

  @Test
  void refusesTwoThingsOnStandardOutput() {
    assertEquals(2, run("bench", "--json", "--html", "-"));
  }
}
