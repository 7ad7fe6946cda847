package vail.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class AbsenceTest {
  @Test
  void abortsTheTestWithTheReason() {
    RuntimeException absence = Absence.outcome("absent: a thing", "");

    assertInstanceOf(TestAbortedException.class, absence);
    assertEquals("absent: a thing", absence.getMessage());
  }

  @Test
  void failsTheTestWhereEverythingHasToBeThere() {
    assertFalse(Absence.outcome("absent: a thing", "1") instanceof TestAbortedException);
  }

  @Test
  void neverAsksForAnotherProcessor() {
    RuntimeException absence = Absence.ofProcessor("a test", "it shows how this is said");

    assertInstanceOf(TestAbortedException.class, absence);
    assertEquals("absent: a test, because it shows how this is said", absence.getMessage());
  }

  @Test
  void knowsABackendThatWantsAnotherProcessorByItsReason() {
    RuntimeException absence = Absence.ofBackend("test", "this processor is a test's");

    assertInstanceOf(TestAbortedException.class, absence);
    assertEquals("absent: backend test, because this processor is a test's", absence.getMessage());
  }
}
