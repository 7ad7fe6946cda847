package vail.conform.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Flow;
import vail.conform.vector.Level;
import vail.conform.vector.Session;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;
import vail.testing.Absence;

class AnswersTest {
  static List<BackendProvider> everyBackendGivesTheStoredAnswers() {
    return Backends.providers();
  }

  @ParameterizedTest
  @MethodSource
  void everyBackendGivesTheStoredAnswers(BackendProvider provider) {
    switch (provider.probe()) {
      case Probe.Absent(String reason) -> throw Absence.ofBackend(provider.name(), reason);
      case Probe.Ready(var backend) -> {
        try (backend) {
          List<String> wrong = new ArrayList<>();
          for (Vector vector : VectorSet.load(Level.CORE).vectors()) {
            Answers side =
                Answers.of(backend.encoder(), backend.decoder(), vector.books(), vector.grants());
            for (Exchange exchange : exchanges(vector)) {
              if (!agrees(exchange.expect(), side.answer(exchange.request()))) {
                wrong.add(vector.id());
              }
            }
          }
          assertEquals(List.of(), wrong);
        }
      }
    }
  }

  private static List<Exchange> exchanges(Vector vector) {
    return switch (vector.body()) {
      case Exchange exchange -> List.of(exchange);
      case Session(List<Exchange> steps) -> steps;
      case Flow(Exchange exchange, var stalls) -> List.of(exchange);
      default -> List.of();
    };
  }

  private static boolean agrees(Expect wanted, Expect answer) {
    return switch (wanted) {
      case Expect.Bytes(var data) ->
          answer instanceof Expect.Bytes(var got) && Arrays.equals(data.bytes(), got.bytes());
      case Expect.Failure failure ->
          answer instanceof Expect.Failure got
              && failure.anyOf().contains(got.anyOf().getFirst())
              && failure.at().equals(got.at());
      case Expect.Done done -> done.equals(answer);
    };
  }
}
