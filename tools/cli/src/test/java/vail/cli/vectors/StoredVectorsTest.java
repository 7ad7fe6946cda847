package vail.cli.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Capabilities;
import vail.backend.Probe;
import vail.conform.generate.Answers;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Level;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;
import vail.fault.Fault;
import vail.testing.Absence;
import vail.testing.BackendNames;

/** The backends of other modules, which are on the class path only here, against core's answers. */
class StoredVectorsTest {
  static Stream<String> everyBackendGivesTheStoredAnswers() {
    return BackendNames.all();
  }

  @ParameterizedTest
  @MethodSource
  void everyBackendGivesTheStoredAnswers(String name) {
    switch (Backends.probe(name)) {
      case Probe.Absent(String reason) -> throw Absence.ofBackend(name, reason);
      case Probe.Ready(Backend backend) -> {
        try (backend) {
          assertEquals(List.of(), wrong(backend));
        }
      }
    }
  }

  private static List<String> wrong(Backend backend) {
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (Vector vector : VectorSet.load(Level.CORE).vectors()) {
      if (vector.body() instanceof Exchange(var request, var expect)) {
        Answers side =
            Answers.of(backend.encoder(), backend.decoder(), vector.books(), vector.grants());
        Expect answer = side.answer(request);
        if (refused(answer) && !backend.capabilities().equals(Capabilities.ALL)) {
          refused++;
        } else if (!agrees(expect, answer)) {
          wrong.add(vector.id());
        }
      }
    }
    assertTrue(refused < VectorSet.load(Level.CORE).vectors().size() * 3 / 4, refused + " refused");
    return wrong;
  }

  private static boolean refused(Expect answer) {
    return answer instanceof Expect.Failure failure
        && failure.anyOf().equals(List.of(Fault.UNSUPPORTED_FEATURE));
  }

  private static boolean agrees(Expect wanted, Expect answer) {
    return switch (wanted) {
      case Expect.Bytes(var data) ->
          answer instanceof Expect.Bytes(var got) && data.hex().equals(got.hex());
      case Expect.Failure failure ->
          answer instanceof Expect.Failure got
              && failure.anyOf().contains(got.anyOf().getFirst())
              && failure.at().equals(got.at());
      case Expect.Done done -> done.equals(answer);
    };
  }
}
