package vail.conform.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.conform.judge.Question;
import vail.conform.judge.Result;
import vail.conform.vector.Kind;

class PlantedBugsTest {
  private static final int LEAST = 55;
  private static final List<Question> CORE = Exam.core();

  static Stream<Named<Bug>> bugs() {
    return Bug.all().stream().map(bug -> Named.of(bug.id(), bug));
  }

  @Test
  void thereAreEnoughAndTheyDiffer() {
    List<String> ids = Bug.all().stream().map(Bug::id).toList();

    assertTrue(ids.size() >= LEAST, ids::toString);
    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  @Test
  void withoutABugNothingFails() throws Exception {
    List<Result> failures = Exam.failures(new PlainCodec(Plant.SOUND), CORE);

    assertEquals(List.of(), failures);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isCaughtInAStateThatFits(Bug bug) throws Exception {
    List<Result> failures = Exam.untilCaught(bug, ordered(bug));

    assertTrue(
        failures.stream().anyMatch(r -> bug.states().contains(r.state())),
        () -> bug.id() + " is caught only by " + failures + ", seed " + Exam.SEED);
  }

  /** Shuffled, and first the kinds that are about the bug. */
  private static List<Question> ordered(Bug bug) {
    List<Kind> kinds = telling(bug);
    List<Question> ordered = new ArrayList<>(CORE);
    Collections.shuffle(ordered, new Random(Exam.SEED));
    ordered.sort(Comparator.comparing(question -> !kinds.contains(question.vector().kind())));
    return ordered;
  }

  private static List<Kind> telling(Bug bug) {
    return switch (bug) {
      case LaneBug lane -> List.of(Kind.ENCODE, Kind.DECODE, Kind.DECODE_NEGATIVE);
      case BiasBug bias -> List.of(Kind.ENCODE, Kind.SESSION);
      case FrameBug frame -> List.of(Kind.DECODE_NEGATIVE, Kind.RESOURCE, Kind.SESSION);
      case OrderBug order -> List.of(Kind.DECODE_NEGATIVE, Kind.RESOURCE);
      case ChoiceBug choice -> List.of(Kind.ENCODE);
      case BookBug book -> List.of(Kind.BOOK);
      case TrainerBug trainer -> List.of(Kind.TRAIN);
      case MappingBug mapping -> List.of(Kind.MAPPING);
      case StateBug state -> List.of(Kind.SESSION);
      case AnswerBug answer -> List.of(Kind.DECODE_NEGATIVE, Kind.MAPPING, Kind.RESOURCE);
    };
  }
}
