package vail.cli.serve;

import org.junit.jupiter.api.Test;
import vail.testing.Absence;

class BrowserTest {
  /** The tests themselves are a module of their own: tools/browser. */
  @Test
  void triesThePageInABrowserToo() {
    if (!Boolean.getBoolean("vail.browser")) {
      throw Absence.of(
          "the page in a browser", "its driver is a download of 200 MB; -P browser brings it");
    }
  }
}
