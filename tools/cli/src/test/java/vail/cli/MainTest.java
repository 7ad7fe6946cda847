package vail.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MainTest {
  static List<String> commands() {
    return List.copyOf(
        Main.commands(shell(new ByteArrayOutputStream()), new BenchElsewhere())
            .getSubcommands()
            .keySet());
  }

  @Test
  void helpsWhoeverSaysNothing() {
    Run run = Run.of();

    assertEquals(0, run.exit());
    assertTrue(run.text().startsWith("Usage: vail [OPTIONS] COMMAND"), run.text());
    assertEquals("", run.errors());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHelps(String command) {
    Run run = Run.of(command, "--help");

    assertEquals(0, run.exit());
    assertTrue(run.text().startsWith("Usage: vail " + command), run.text());
  }

  @Test
  void everyOptionOfEveryCommandIsDescribed() {
    describes(
        Main.commands(shell(new ByteArrayOutputStream()), new BenchElsewhere())
            .setInterpolateVariables(false));
  }

  private static void describes(CommandLine line) {
    isAForm(line.getCommandSpec().usageMessage().description());
    isAForm(line.getCommandSpec().usageMessage().footer());
    for (var option : line.getCommandSpec().options()) {
      assertTrue(option.hidden() || option.description().length > 0, option.toString());
      isAForm(option.description());
    }
    for (var parameter : line.getCommandSpec().positionalParameters()) {
      assertTrue(parameter.description().length > 0, parameter.toString());
      isAForm(parameter.description());
    }
    line.getSubcommands().values().forEach(MainTest::describes);
  }

  /** Help warns on standard error of what it cannot format, such as a percent sign by itself. */
  private static void isAForm(String... texts) {
    for (String text : texts) {
      assertDoesNotThrow(() -> String.format(Locale.ROOT, text), text);
    }
  }

  @Test
  void theLightJarSaysWhereBenchIs() {
    Run run = Run.of("bench", "--quick");

    assertEquals(4, run.exit(), run::toString);
    assertTrue(run.errors().contains("bench: absent, because its peers"), run::toString);
  }

  @Test
  void namesThatNoFileCanHaveAreUsage() {
    Run run = Run.of("encode", "a\0b", "c.vail");

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().startsWith("vail: 'a\ufffdb' is no name of a file"), run.errors());
  }

  @Test
  void saysItsVersion() {
    assertTrue(Run.of("--version").text().startsWith("vail "));
  }

  @Test
  void offersTheCommandThatWasMeant() {
    Run run = Run.of("backnds");

    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("unknown command 'backnds'"), run.errors());
    assertTrue(run.errors().contains("Did you mean backends"), run.errors());
    assertEquals("", run.text());
  }

  @Test
  void offersTheOptionThatWasMeant() {
    Run run = Run.of("backends", "--jsn");

    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("'--jsn'"), run.errors());
    assertTrue(run.errors().contains("Did you mean --json?"), run.errors());
  }

  @Test
  void coloursHelpOnlyOnATerminalThatWantsIt() {
    assertTrue(Run.on(new Terminal(true, true, true), new byte[0]).text().contains("\033["));
    assertFalse(Run.on(new Terminal(true, true, false), new byte[0]).text().contains("\033["));
    assertFalse(Run.on(new Terminal(false, true, true), new byte[0]).text().contains("\033["));
  }

  @Test
  void isQuietWhenTheReaderOfAPipeHasLeft() {
    Run run = failing("Broken pipe");

    assertEquals(5, run.exit());
    assertEquals("", run.errors());
  }

  @Test
  void saysThatTheDiskIsFull() {
    Run run = failing("No space left on device");

    assertEquals(5, run.exit());
    assertEquals("vail: standard output: No space left on device\n", run.errors());
  }

  private static Run failing(String message) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException(message);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    Shell shell = new Shell(new ByteArrayInputStream(new byte[0]), out, errors, Terminal.NONE);
    int exit = Main.run(shell, "backends");
    return new Run(exit, new byte[0], err.toString(StandardCharsets.UTF_8));
  }

  private static Shell shell(OutputStream out) {
    return new Shell(
        new ByteArrayInputStream(new byte[0]), out, new PrintStream(out), Terminal.NONE);
  }
}
