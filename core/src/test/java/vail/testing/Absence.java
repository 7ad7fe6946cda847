package vail.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/**
 * Ends a test that wants something this machine does not have: a data set, a tool, a device.
 *
 * <p>Nothing is skipped in silence: each absent thing is printed once. Where everything has to be
 * there, which {@code VAIL_REQUIRE_ALL=1} says, the test fails instead.
 */
public final class Absence {
  private static final Set<String> PRINTED = ConcurrentHashMap.newKeySet();

  private Absence() {}

  /**
   * The exception to throw.
   *
   * @param what the absent thing
   * @param why completes the sentence "absent: what, because …", with what to install if that helps
   */
  public static RuntimeException of(String what, String why) {
    return outcome(printed(what, why), System.getenv().getOrDefault("VAIL_REQUIRE_ALL", ""));
  }

  /**
   * The exception to throw where only another processor would help: nobody can install one, so the
   * test is skipped even where everything has to be there.
   *
   * @param what the absent thing
   * @param why completes the sentence, naming what tests the same in its place
   */
  public static RuntimeException ofProcessor(String what, String why) {
    return new TestAbortedException(printed(what, why));
  }

  /**
   * The exception to throw for a backend: where its reason speaks of this processor, nobody can
   * install one.
   *
   * @param name the backend's
   * @param reason what its provider says
   */
  public static RuntimeException ofBackend(String name, String reason) {
    String what = "backend " + name;
    return reason.contains("this processor") ? ofProcessor(what, reason) : of(what, reason);
  }

  private static String printed(String what, String why) {
    String line = "absent: " + what + ", because " + why;
    if (PRINTED.add(line)) {
      System.out.println(line);
    }
    return line;
  }

  static RuntimeException outcome(String line, String requireAll) {
    return requireAll.equals("1") ? new Required(line) : new TestAbortedException(line);
  }

  /** Something is absent in a run that must have everything. */
  private static final class Required extends RuntimeException {
    Required(String line) {
      super(line + " (and VAIL_REQUIRE_ALL=1 wants it)");
    }
  }
}
