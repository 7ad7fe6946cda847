package vail.conform.vector;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One question and the only right answer.
 *
 * @param id never reused, e.g. {@code dec.neg.padding-nonzero.0007}
 * @param kind what is asked for
 * @param duty how binding it is
 * @param title one line for people
 * @param clauses of the specification that it tests, e.g. {@code B-12}
 * @param flags names of the {@link Flag}s it hunts
 * @param needs what must be claimed for it to apply
 * @param books installed before the first request
 * @param grants what a decoder is granted
 * @param body the question and the answer
 */
public record Vector(
    String id,
    Kind kind,
    Duty duty,
    String title,
    List<String> clauses,
    List<String> flags,
    Needs needs,
    List<InstalledBook> books,
    Grants grants,
    Body body) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)+");
  private static final Pattern CLAUSE = Pattern.compile("[BCF]-[0-9]{2}");

  /** Takes copies and rejects what no file may hold. */
  public Vector {
    clauses = List.copyOf(clauses);
    flags = List.copyOf(flags);
    books = List.copyOf(books);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no id: " + id);
    }
    if (clauses.isEmpty() || !clauses.stream().allMatch(c -> CLAUSE.matcher(c).matches())) {
      throw new IllegalArgumentException(id + " must cite clauses, not " + clauses);
    }
    if (!kind.admits(body)) {
      throw new IllegalArgumentException(id + " is no " + kind.label());
    }
  }
}
