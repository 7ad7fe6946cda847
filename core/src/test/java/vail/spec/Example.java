package vail.spec;

import java.util.List;
import java.util.Optional;

/**
 * A fenced example of the specification.
 *
 * @param clause the clause it stands under; the chapter's file name where it stands under none
 * @param kind what it shows; the kinds are listed in the specification's README
 * @param at file and line of its first line
 * @param lines its lines in order
 */
record Example(String clause, String kind, String at, List<Line> lines) {
  /** A line {@code key: value}. */
  record Line(String key, String value) {}

  /** The value of a key that stands here exactly once. */
  String one(String key) {
    List<String> values = all(key);
    if (values.size() != 1) {
      throw new IllegalStateException(at + " must have one line " + key + ", not " + values.size());
    }
    return values.getFirst();
  }

  /** The value of a key that may be missing. */
  Optional<String> find(String key) {
    return all(key).isEmpty() ? Optional.empty() : Optional.of(one(key));
  }

  /** The value of a key that stands here once, as a number. */
  int number(String key) {
    return Integer.parseInt(one(key));
  }

  /** The values of a key that may stand here several times. */
  List<String> all(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).map(Line::value).toList();
  }

  /** The keys and values of each case: a case starts where the first key of the example recurs. */
  List<Example> cases() {
    List<Example> cases = new java.util.ArrayList<>();
    String first = lines.getFirst().key();
    for (int from = 0, to; from < lines.size(); from = to) {
      to = from + 1;
      while (to < lines.size() && !lines.get(to).key().equals(first)) {
        to++;
      }
      cases.add(new Example(clause, kind, at, lines.subList(from, to)));
    }
    return cases;
  }

  @Override
  public String toString() {
    return clause + " " + kind + " (" + at + ")";
  }
}
