package vail.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
  @TempDir private Path folder;

  @Test
  void takesNoFileForATerminal() throws Exception {
    Path file = Files.createFile(folder.resolve("out"));
    Path descriptor = Files.createSymbolicLink(folder.resolve("1"), file);

    assertFalse(Terminal.isTerminal(descriptor.toString()));
  }

  /** Without /proc Java itself is asked, and the tests' own streams are pipes. */
  @Test
  void asksJavaWhereNothingTellsOfStreams() {
    assertFalse(Terminal.isTerminal(folder.resolve("none").toString()));
  }

  @Test
  void wantsNoColoursOnATerminalThatHasNone() {
    assertFalse(Terminal.of(Map.of()).colour());
    assertFalse(Terminal.of(Map.of("TERM", "dumb")).colour());
    assertFalse(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1")).colour());
  }
}
