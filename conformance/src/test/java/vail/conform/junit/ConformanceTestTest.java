package vail.conform.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class ConformanceTestTest {
  /** The reference, whole. Not for the build's own runs. */
  @Tag("slow")
  static class Reference {
    @ConformanceTest(dut = "java:java-reference", level = "smoke", seed = "0x1")
    void conforms() {}
  }

  /** Nobody is called so. */
  @Tag("slow")
  static class Absent {
    @ConformanceTest(dut = "java:nobody", level = "smoke")
    void conforms() {}
  }

  @Test
  void everyVectorIsATestNamedByItsId() {
    Events tests = run(Reference.class).testEvents();

    List<String> names =
        tests.started().stream().map(event -> event.getTestDescriptor().getDisplayName()).toList();
    assertTrue(names.contains("dec.smoke.0001"), names::toString);
    assertEquals(0, tests.failed().count());
    assertEquals(24, tests.succeeded().count() + tests.aborted().count());
    assertTrue(tests.aborted().count() > 0, "what is not claimed is skipped");
  }

  @Test
  void anAbsentImplementationFailsTheTest() {
    assertEquals(1, run(Absent.class).containerEvents().failed().count());
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }
}
