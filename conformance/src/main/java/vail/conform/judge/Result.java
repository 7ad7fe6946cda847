package vail.conform.judge;

import java.util.List;

/**
 * The end of one vector, in the form in which it is kept.
 *
 * @param id the vector's
 * @param state how it ended
 * @param error in words; empty for PASS
 * @param level of the vector: {@code smoke, core, extended, fresh}
 * @param kind of the vector
 * @param title of the vector
 * @param clauses it tests
 * @param features rows of the matrix it belongs to, e.g. {@code lanes 64}
 * @param evidence what was asked, what had to come, what came; empty lists for what did not fail
 */
public record Result(
    String id,
    State state,
    String error,
    String level,
    String kind,
    String title,
    List<String> clauses,
    List<String> features,
    Evidence evidence) {
  /** Takes copies. */
  public Result {
    clauses = List.copyOf(clauses);
    features = List.copyOf(features);
  }

  /** The same vector in another state. */
  Result in(State other, String why) {
    return new Result(id, other, why, level, kind, title, clauses, features, evidence);
  }
}
