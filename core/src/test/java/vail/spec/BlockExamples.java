package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import vail.block.Layout;
import vail.code.BiasTransform;

/** The examples of {@code bitstream.md} that need no backend. */
final class BlockExamples {
  private BlockExamples() {}

  static void bias(Example example) {
    byte[] symbols = Texts.bytes(example.one("symbols"));
    byte[] t = Texts.bytes(example.one("t"));
    assertEquals(symbols.length, t.length);
    for (int i = 0; i < symbols.length; i++) {
      assertEquals(t[i] & 0xff, BiasTransform.apply(symbols[i] & 0xff, example.number("bias")));
      assertEquals(symbols[i] & 0xff, BiasTransform.invert(t[i] & 0xff, example.number("bias")));
    }
  }

  static void crc(Example example) {
    for (Example one : example.cases()) {
      CRC32C crc = new CRC32C();
      crc.update(Texts.bytes(one.one("bytes")));
      ByteBuffer value = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      value.putInt((int) crc.getValue());
      assertEquals(one.one("crc"), Texts.hex(value.array()));
    }
  }

  static void layout(Example example) {
    for (Example one : example.cases()) {
      Layout named =
          switch (one.one("name")) {
            case "wide" -> Layout.WIDE;
            case "wide-long" -> Layout.WIDE_LONG;
            case "portable" -> Layout.PORTABLE;
            case "link" -> Layout.LINK;
            default -> throw new IllegalArgumentException("no layout " + one.one("name"));
          };
      assertEquals(one.one("layout"), named.toString());
    }
  }
}
