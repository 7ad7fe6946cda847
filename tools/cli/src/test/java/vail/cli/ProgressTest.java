package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void drawsOneLineOfOneWidth() {
    Progress progress = bar(new Terminal(true, true, false));

    String line = progress.line(500_000_000, 0.5);
    assertTrue(line.startsWith("encoding model ████████████░░░░░░░░░░░░  50 %  1.00 GB/s"), line);
    assertEquals(79, line.length());
    assertEquals(79, progress.line(0, 0).length());
    assertEquals(79, progress.line(1_000_000_000, 100).length());
  }

  @Test
  void promisesNoEndOfAPipe() {
    Progress progress =
        bar("encoding -", Progress.UNKNOWN, Progress.Measure.BYTES, new Terminal(true, true, true));

    assertEquals("encoding -  477 MiB  1.00 GB/s", progress.line(500_000_000, 0.5).stripTrailing());
    assertEquals(79, progress.line(500_000_000, 0.5).length());
  }

  @Test
  void countsSteps() {
    Progress progress =
        bar("simulating", 27, Progress.Measure.STEPS, new Terminal(true, true, false));

    String line = progress.line(9, 60);
    assertTrue(line.startsWith("simulating ████████░"), line);
    assertTrue(line.contains(" 33 %  9 of 27  120 s left"), line);
    assertEquals(79, line.length());
  }

  @Test
  void respectsNoColor() {
    assertTrue(bar(new Terminal(true, true, true)).line(1, 1).contains("\033["));
    assertFalse(bar(new Terminal(true, true, false)).line(1, 1).contains("\033["));
  }

  @Test
  void keepsTheEndOfALongName() {
    Progress progress =
        bar(
            "encoding " + "x".repeat(200) + "-00001.safetensors",
            10,
            Progress.Measure.BYTES,
            new Terminal(true, true, false));

    String line = progress.line(5, 1);
    assertEquals(79, line.length());
    assertTrue(line.contains("-00001.safetensors "), line);
  }

  @Test
  void saysNothingWhereThereIsNoTerminal() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            java.io.InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.NONE);
    try (Progress progress = shell.progress("x", 1)) {
      progress.accept(1);
    }
    assertEquals(0, err.size());
  }

  private static Progress bar(Terminal terminal) {
    return bar("encoding model", 1_000_000_000, Progress.Measure.BYTES, terminal);
  }

  private static Progress bar(
      String what, long total, Progress.Measure measure, Terminal terminal) {
    return Progress.on(
        new PrintStream(new ByteArrayOutputStream()), what, total, measure, terminal);
  }
}
