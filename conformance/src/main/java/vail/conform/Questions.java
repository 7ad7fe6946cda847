package vail.conform;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vail.conform.generate.Extended;
import vail.conform.generate.Fresh;
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
   * The questions of a level. With core come fresh ones, so that no table of answers passes;
   * extended brings all others along, too.
   *
   * @param shard which part of extended, e.g. 3 of 64; 1 of 1 is all of it
   * @throws DamagedSuiteException if the stored vectors are not what they should be
   */
  static Questions of(Level level, long seed, Shard shard) {
    return switch (level) {
      case SMOKE -> stored(Level.SMOKE);
      case CORE -> stored(Level.CORE).and(Fresh.of(seed));
      case FRESH -> of(Fresh.of(seed));
      case EXTENDED ->
          stored(Level.CORE)
              .and(Fresh.of(seed))
              .and(new Extended().set(shard.number() - 1, shard.of()));
    };
  }

  private static Questions stored(Level level) {
    try {
      return of(VectorSet.load(level));
    } catch (VailFormatException | UncheckedIOException | IllegalArgumentException e) {
      throw new DamagedSuiteException(e);
    }
  }

  private static Questions of(VectorSet set) {
    return new Questions(
        set.suite(), set.vectors().stream().map(v -> new Question(v, set.level())).toList());
  }

  private Questions and(VectorSet more) {
    return new Questions(suite, Stream.concat(all.stream(), of(more).all.stream()).toList());
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
