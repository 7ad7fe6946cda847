package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenTest {
  @Test
  void isNotOpenToOthersWithoutTls() {
    for (String host : List.of("0.0.0.0", "::", "192.0.2.1")) {
      assertThrows(
          IllegalArgumentException.class, () -> new Listen(host, 0, Optional.empty()), host);
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Listen("127.0.0.1", 70_000, Optional.empty()));
  }
}
