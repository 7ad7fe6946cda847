package vail.conform.dut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DutAddressTest {
  @Test
  void readsWhatItWrites() {
    DutAddress address = DutAddress.of("tcp:localhost:4711");

    assertEquals(new DutAddress(DutAddress.Kind.TCP, "localhost:4711"), address);
    assertEquals("tcp:localhost:4711", address.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "java", "java:", "ftp:x", "process: "})
  void rejectsWhatIsNoAddress(String text) {
    assertThrows(IllegalArgumentException.class, () -> DutAddress.of(text));
  }

  @Test
  void quotesKeepSpacesTogether() {
    assertEquals(
        List.of("./my decoder", "--name", "it's", ""),
        DutAddress.words(" './my decoder'  --name \"it's\" ''"));
  }
}
