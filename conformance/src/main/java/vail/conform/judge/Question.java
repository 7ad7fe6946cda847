package vail.conform.judge;

import java.util.ArrayList;
import java.util.List;
import vail.conform.vector.Level;
import vail.conform.vector.Needs;
import vail.conform.vector.Vector;

/**
 * A vector of an exam.
 *
 * @param vector the question and its answer
 * @param level it belongs to
 */
public record Question(Vector vector, Level level) {
  /** The rows of the matrix it counts in. */
  List<String> features() {
    Needs needs = vector.needs();
    List<String> features = new ArrayList<>();
    features.add("kind " + vector.kind().label());
    needs.classes().forEach(c -> features.add(c + " books"));
    needs.words().forEach(word -> features.add("words of " + word));
    needs.lanes().forEach(lanes -> features.add("lanes " + lanes));
    features.addAll(needs.features());
    features.add("level " + level.label());
    return features;
  }
}
