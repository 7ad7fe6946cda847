package vail.sim.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vail.code.DefaultBooks;
import vail.code.Histogram;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class WordTest {
  private static final Edition EDITION = new Edition(7, DefaultBooks.all().getFirst().book());

  @ParameterizedTest
  @EnumSource
  void isReadAsItWasWritten(Word.Kind kind) {
    Word word = Word.read(Word.of(kind, 5, 3).part());

    assertEquals(List.of(kind, 5, 3), List.of(word.kind(), word.edition(), word.round()));
    assertEquals(0, word.body().byteSize());
  }

  @Test
  void shipsABook() {
    Word word = Word.read(Word.prepare(EDITION, 1).part());

    assertEquals(EDITION, new Edition(word.edition(), word.book()));
  }

  @Test
  void refusesABookThatIsNone() {
    byte[] bytes = Word.prepare(EDITION, 1).part().bytes();
    bytes[bytes.length - 30] ^= 0x0f;
    Part part = new Part(new int[] {bytes.length}, Part.Form.WORD, bytes, 0, bytes.length);

    assertThrows(VailFormatException.class, Word.read(part)::book);
  }

  @Test
  void reportsStreams() {
    Histogram counts = new Histogram();
    counts.add(0, 1);
    counts.add(255, 65_535);
    List<Tally.Stream> streams =
        List.of(
            new Tally.Stream(3, 1L << 40, 17, List.of(counts, new Histogram())),
            new Tally.Stream(4, 0, 0, List.of()));

    assertEquals(streams, Word.read(Word.report(2, streams).part()).streams());
  }

  @Test
  void saysWhereAReportIsCutOff() {
    byte[] bytes =
        Word.report(2, List.of(new Tally.Stream(3, 9, 5, List.of(new Histogram())))).part().bytes();
    byte[] less = Arrays.copyOf(bytes, bytes.length - 1);
    Word word = Word.read(new Part(new int[] {less.length}, Part.Form.WORD, less, 0, less.length));

    assertEquals(Fault.TRUNCATED, assertThrows(VailFormatException.class, word::streams).fault());
  }

  @Test
  void refusesWhatIsNoWord() {
    byte[] bytes = Word.of(Word.Kind.COMMIT, 1, 1).part().bytes();
    for (int at = 0; at < 12; at++) {
      byte[] changed = bytes.clone();
      changed[at] = (byte) 0xff;
      Part part =
          new Part(new int[] {12}, Part.Form.WORD, changed, 0, at % 4 == 3 || at < 4 ? 12 : 11);

      assertEquals(
          Fault.BAD_FIELD,
          assertThrows(VailFormatException.class, () -> Word.read(part), "byte " + at).fault());
    }
  }

  @Test
  void isNoFrame() {
    assertThrows(VailFormatException.class, Word.of(Word.Kind.COMMIT, 1, 1).part()::frame);
  }
}
