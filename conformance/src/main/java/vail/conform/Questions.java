package vail.conform;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vail.conform.judge.Question;
import vail.conform.vector.Level;
import vail.conform.vector.VectorSet;
import vail.fault.VailFormatException;

/**
 * The questions of an exam.
 *
 * @param suite version of the vectors
 * @param all in the order of their files
 */
record Questions(String suite, List<Question> all) {
  Questions {
    all = List.copyOf(all);
  }

  /**
   * The questions of a level.
   *
   * @throws DamagedSuiteException if the stored vectors are not what they should be
   */
  static Questions of(Level level, long seed) {
    try {
      VectorSet set = VectorSet.load(level);
      return new Questions(
          set.suite(), set.vectors().stream().map(v -> new Question(v, level)).toList());
    } catch (VailFormatException | UncheckedIOException | IllegalArgumentException e) {
      throw new DamagedSuiteException(e);
    }
  }

  /**
   * Those that a pattern names.
   *
   * @throws IllegalArgumentException if a pattern names none
   */
  Questions only(List<String> patterns) {
    if (patterns.isEmpty()) {
      return this;
    }
    List<Question> left = new ArrayList<>();
    for (String pattern : patterns) {
      Pattern id = pattern(pattern);
      List<Question> named =
          all.stream().filter(q -> id.matcher(q.vector().id()).matches()).toList();
      if (named.isEmpty()) {
        throw new IllegalArgumentException("no vector of this level is called " + pattern);
      }
      named.stream().filter(q -> !left.contains(q)).forEach(left::add);
    }
    return new Questions(suite, left);
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        Pattern.compile("\\*")
            .splitAsStream(glob.endsWith("*") ? glob + "\0" : glob)
            .map(part -> Pattern.quote(part.replace("\0", "")))
            .collect(Collectors.joining(".*")));
  }
}
