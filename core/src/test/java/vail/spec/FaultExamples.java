package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.json.JsonReader;
import vail.tensor.Prefix;
import vail.tensor.SafetensorsFile;

/** The examples of {@code faults.md} that show no block and no book. */
final class FaultExamples {
  private FaultExamples() {}

  static void number(Example example) {
    for (Example one : example.cases()) {
      int number = one.number("number");
      if (one.one("name").equals("none")) {
        assertThrows(IllegalArgumentException.class, () -> Fault.of(number));
      } else {
        assertEquals(one.one("name"), Fault.of(number).name());
      }
    }
  }

  static void json(Example example) {
    for (Example one : example.cases()) {
      MemorySegment text = Texts.utf8(one.one("text"));
      if (one.find("result").isPresent()) {
        JsonReader.read(text);
      } else {
        assertEquals(
            one.one("fault"),
            Texts.fault(assertThrows(VailFormatException.class, () -> JsonReader.read(text))));
      }
    }
  }

  static void safetensors(Example example) {
    byte[] header = example.one("header").getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header);
    Prefix prefix =
        new Prefix(
            Channels.newChannel(new ByteArrayInputStream(file.array())), OptionalLong.empty());
    assertEquals(
        example.one("fault"),
        Texts.fault(
            assertThrows(
                VailFormatException.class,
                () -> new SafetensorsFile().read(prefix, Limits.DEFAULT))));
  }
}
