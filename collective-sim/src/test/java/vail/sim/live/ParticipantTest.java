package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import vail.code.DefaultBooks;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Shelf;
import vail.sim.bytes.Word;
import vail.sim.bytes.Word.Kind;

class ParticipantTest {
  private static final Edition FIRST = edition(0);
  private static final Edition NEXT = edition(1);

  private final Shelf shelf = Shelf.of(FIRST, 1);
  private final Participant die = new Participant(FIRST, shelf);

  private static Edition edition(int number) {
    return new Edition(number, DefaultBooks.all().get(number).book());
  }

  private Kind hear(Kind order, int edition) {
    return die.hear(Word.of(order, edition, 0)).kind();
  }

  private Kind prepare(Edition edition) {
    return die.hear(Word.prepare(edition, 0)).kind();
  }

  @Test
  void readsBothEditionsWhileTheyChange() {
    assertEquals(Kind.PREPARED, prepare(NEXT));
    assertEquals(Kind.COMMITTED, hear(Kind.COMMIT, 1));
    assertTrue(shelf.holds(FIRST) && shelf.holds(NEXT));
    assertEquals(Kind.RETIRED, hear(Kind.RETIRE, 0));
    assertFalse(shelf.holds(FIRST));
  }

  @Test
  void changesNothingWhenToldTheSameAgain() {
    for (int i = 0; i < 2; i++) {
      assertEquals(Kind.PREPARED, prepare(NEXT));
    }
    for (int i = 0; i < 2; i++) {
      assertEquals(Kind.COMMITTED, hear(Kind.COMMIT, 1));
    }
    for (int i = 0; i < 2; i++) {
      assertEquals(Kind.RETIRED, hear(Kind.RETIRE, 0));
    }
    assertTrue(shelf.holds(NEXT));
  }

  @Test
  void forgetsAnEditionThatIsGivenUp() {
    prepare(NEXT);

    assertEquals(Kind.ABORTED, hear(Kind.ABORT, 1));
    assertFalse(shelf.holds(NEXT));
    assertTrue(shelf.holds(FIRST));
    assertThrows(VailFormatException.class, () -> hear(Kind.COMMIT, 1));
  }

  @Test
  void refusesAnotherBookOfTheSameEdition() {
    prepare(NEXT);

    assertEquals(Kind.REFUSED, prepare(new Edition(1, edition(2).book())));
  }

  @Test
  void refusesAThirdEdition() {
    prepare(NEXT);

    assertEquals(Kind.REFUSED, prepare(edition(2)));
    assertFalse(shelf.holds(edition(2)));
  }

  @Test
  void goesOnWhereEpochsBeginAnew() {
    for (int number = 1; number <= 300; number++) {
      assertEquals(Kind.PREPARED, prepare(new Edition(number, edition(number % 2).book())));
      assertEquals(Kind.COMMITTED, hear(Kind.COMMIT, number));
      assertEquals(Kind.RETIRED, hear(Kind.RETIRE, number - 1));
    }
    assertTrue(shelf.holds(new Edition(300, edition(0).book())));
    assertFalse(shelf.holds(new Edition(299, edition(1).book())));
  }

  @Test
  void refusesWhatIsNoBook() {
    Word word = new Word(Kind.PREPARE, 1, 0, MemorySegment.ofArray(new byte[135]));

    assertEquals(Kind.REFUSED, die.hear(word).kind());
    assertFalse(shelf.holds(NEXT));
  }

  @Test
  void neverGuessesWhichBookIsMeant() {
    assertEquals(
        Fault.CODEBOOK_UNKNOWN,
        assertThrows(VailFormatException.class, () -> hear(Kind.COMMIT, 1)).fault());
    assertThrows(VailFormatException.class, () -> hear(Kind.PREPARED, 1));
  }

  @Test
  void saysInWhichRoundItChanges() {
    prepare(NEXT);
    assertEquals(0, die.report().round());

    assertEquals(1, die.hear(Word.of(Kind.COMMIT, 1, 0)).round());
  }
}
