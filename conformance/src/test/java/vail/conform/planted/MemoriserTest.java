package vail.conform.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.conform.generate.Fresh;
import vail.conform.judge.Question;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.conform.vector.Kind;
import vail.conform.vector.Level;

class MemoriserTest {
  private static final Set<Kind> LEARNT =
      EnumSet.of(Kind.ENCODE, Kind.DECODE, Kind.DECODE_NEGATIVE, Kind.TRAIN);

  @Test
  void passesWhatIsPublishedAndFailsWhatIsFresh() throws Exception {
    List<Question> published =
        Exam.core().stream()
            .filter(question -> LEARNT.contains(question.vector().kind()))
            .limit(400)
            .toList();
    Memoriser learning = Memoriser.learning(new PlainCodec(Plant.SOUND));
    assertEquals(List.of(), Exam.failures(learning, published));
    assertEquals(List.of(), Exam.failures(learning.reciting(), published));

    long seed = new SplittableRandom().nextLong();
    List<Question> fresh =
        Fresh.of(seed).vectors().stream().map(vector -> new Question(vector, Level.FRESH)).toList();
    assertEquals(
        List.of(), Exam.failures(new PlainCodec(Plant.SOUND), fresh), () -> "seed " + seed);

    List<Result> caught = Exam.failures(learning.reciting(), fresh);
    assertTrue(2 * caught.size() > fresh.size(), () -> caught.size() + ", seed " + seed);
    assertTrue(caught.stream().anyMatch(r -> r.state() == State.FAIL_REJECTED));
  }
}
