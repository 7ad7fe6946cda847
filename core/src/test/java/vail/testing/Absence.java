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
    String line = "absent: " + what + ", because " + why;
    if (PRINTED.add(line)) {
      System.out.println(line);
    }
    return outcome(line, System.getenv().getOrDefault("VAIL_REQUIRE_ALL", ""));
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
