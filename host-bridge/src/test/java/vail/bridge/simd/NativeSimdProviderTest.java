package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Capabilities;
import vail.backend.Probe;

class NativeSimdProviderTest {
  @Test
  void isFoundAndCodesTheWholeFormat() {
    Levels.open("portable").close();
    Probe.Ready ready = assertInstanceOf(Probe.Ready.class, Backends.probe("native-simd"));

    try (Backend backend = ready.backend()) {
      assertEquals("native-simd", backend.name());
      assertEquals(Capabilities.ALL, backend.capabilities());
    }
  }

  @Test
  void saysWhichLevelItDoesNotKnow() {
    Levels.open("portable").close();
    Probe.Absent absent =
        assertInstanceOf(Probe.Absent.class, new NativeSimdProvider().probe("level=abacus"));

    assertTrue(absent.reason().contains("level=abacus"), absent.reason());
  }
}
