package vail.conform.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors that are known to fail, and how: one that fails otherwise is a new failure, one that
 * passes makes the list wrong. A line is {@code ID STATE}, the rest of it, and lines that start
 * with {@code #}, are for people.
 *
 * @param states by id
 */
public record KnownFailures(Map<String, State> states) {
  /** No failure is known. */
  public static final KnownFailures NONE = new KnownFailures(Map.of());

  /** Takes a copy. */
  public KnownFailures {
    states = Map.copyOf(states);
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException at the first line that is none, with its number
   */
  public static KnownFailures read(Path file) throws IOException {
    Map<String, State> states = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] words = lines.get(i).strip().split("\\s+", 3);
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      String place = file + ", line " + (i + 1) + ": ";
      if (words.length < 2) {
        throw new IllegalArgumentException(place + "an id and a state, e.g. FAIL_MISMATCH");
      }
      if (states.put(words[0], state(words[1], place)) != null) {
        throw new IllegalArgumentException(place + words[0] + " stands there twice");
      }
    }
    return new KnownFailures(states);
  }

  private static State state(String word, String place) {
    for (State state : State.values()) {
      if (state.name().equals(word) && state.fails() && state != State.UNEXPECTED_PASS) {
        return state;
      }
    }
    throw new IllegalArgumentException(place + word + " is no state of a failure");
  }

  /** The result in the light of what is known. */
  Result judge(Result result) {
    State known = states.get(result.id());
    if (known == null || !result.state().asked()) {
      return result;
    }
    if (known == result.state()) {
      return result.in(State.KNOWN_FAIL, known + ": " + result.error());
    }
    return result.state().fails()
        ? result.in(result.state(), result.error() + " (known to end as " + known + ")")
        : result.in(State.UNEXPECTED_PASS, "it is listed as " + known);
  }
}
