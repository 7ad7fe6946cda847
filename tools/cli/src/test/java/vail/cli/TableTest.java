package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsTextLeftAndNumbersRight() {
    Table table = new Table("lr", "name", "size").row("a", "1").row("longer", "1234567");

    assertEquals("name       size\na             1\nlonger  1234567\n", table.text());
  }

  @Test
  void letsNoNameMoveTheCursor() {
    assertEquals("n\n\ufffd[2J\n", new Table("l", "n").row("\033[2J").text());
  }

  @Test
  void rejectsARowOfAnotherWidth() {
    assertThrows(IllegalArgumentException.class, () -> new Table("lr", "a", "b").row("only"));
  }
}
