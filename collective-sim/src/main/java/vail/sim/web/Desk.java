package vail.sim.web;

import java.util.function.Consumer;
import vail.json.JsonObject;

/** Answers what browsers ask, on threads that may take their time. */
public interface Desk {
  /**
   * Answers at once or within seconds.
   *
   * @param name of the kind of question, e.g. {@code simulate}
   * @throws UnknownQuestionException if there is no such kind
   * @throws IllegalArgumentException with words for the one who asked
   * @throws vail.fault.VailFormatException if the question is not well-formed
   */
  JsonObject answer(String name, JsonObject question);

  /** Runs something and says what happens; the same exceptions. */
  void run(JsonObject question, Consumer<JsonObject> events);

  /** Says whether all is well: a field {@code status} that is {@code up}, or what is wrong. */
  JsonObject health();

  /** Nobody answers questions of this name. */
  final class UnknownQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which. */
    public UnknownQuestionException(String name) {
      super("nobody answers '" + name + "'");
    }
  }
}
