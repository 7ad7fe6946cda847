package vail.conform.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vail.conform.vector.Level;
import vail.conform.vector.VectorSet;

class ExportTest {
  private static final VectorSet SMOKE = VectorSet.load(Level.SMOKE);

  @Test
  void writesBytesAsTheyAre() {
    Map<String, byte[]> files = Export.files(SMOKE, Form.BIN);

    assertArrayEquals(new byte[] {1, 2, 3}, files.get("bin/in/enc.smoke.0001.bin"));
    assertArrayEquals(
        HexFormat.of().parseHex("0000400002000200f0b34afe010203"),
        files.get("bin/out/enc.smoke.0001.bin"));
    assertEquals(135, files.get("bin/books/steps.bin").length);
    assertFalse(files.containsKey("bin/out/dec.neg.checksum.smoke.0001.bin"));
  }

  @Test
  void writesAByteALineForBenches() {
    byte[] text = Export.files(SMOKE, Form.HEX).get("hex/in/enc.smoke.0001.hex");

    assertEquals("01\n02\n03\n", new String(text, StandardCharsets.US_ASCII));
  }

  @Test
  void writesALineForEveryRequest() {
    String table =
        new String(Export.files(SMOKE, Form.CSV).get("smoke.csv"), StandardCharsets.UTF_8);

    assertEquals(1, table.lines().filter(line -> line.startsWith("enc.smoke.0001,")).count());
    assertEquals(5, table.lines().filter(line -> line.startsWith("ses.smoke.0001.")).count());
    assertEquals(
        1,
        table
            .lines()
            .filter(l -> l.contains(",CHECKSUM,\"a bit of the check is flipped\""))
            .count());
  }

  @Test
  void leavesJsonToTheSet() {
    assertThrows(IllegalArgumentException.class, () -> Export.files(SMOKE, Form.JSON));
  }
}
