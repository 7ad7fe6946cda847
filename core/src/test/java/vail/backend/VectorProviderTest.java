package vail.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VectorProviderTest {
  @Test
  void saysWhichFlagIsMissing() {
    Probe.Absent absent =
        assertInstanceOf(Probe.Absent.class, new VectorProvider().probe(ModuleLayer.empty()));

    assertEquals("the JVM was started without --add-modules jdk.incubator.vector", absent.reason());
  }

  @Test
  void isReadyOrSaysWhatTheProcessorLacks() {
    switch (Backends.probe("java-vector")) {
      case Probe.Ready(Backend backend) -> {
        assertEquals("java-vector", backend.name());
        assertEquals(Capabilities.ALL, backend.capabilities());
        backend.close();
      }
      case Probe.Absent(String reason) -> assertTrue(reason.contains("AVX-512"), reason);
    }
  }
}
