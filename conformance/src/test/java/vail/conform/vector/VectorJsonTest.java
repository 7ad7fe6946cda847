package vail.conform.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonReader;
import vail.json.JsonWriter;

class VectorJsonTest {
  private static final VectorSet SMOKE = VectorSet.load(Level.SMOKE);
  private static final Map<String, byte[]> FILES = new TreeMap<>();
  private static final VectorJson FORM =
      new VectorJson(new DataForm(SMOKE.catalogue(), FILES::get, FILES));

  @Test
  void everyVectorOfTheFirstLevelIsItsOwnText() {
    for (Vector vector : SMOKE.vectors()) {
      assertEquals(vector, read(text(vector)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "\"kind\":\"decode-negative\" | \"kind\":\"encode\"",
        "\"kind\":\"decode-negative\" | \"kind\":\"nonsense\"",
        "\"level\":\"MUST\" | \"level\":\"MAY\"",
        "\"title\": | \"extra\":1,\"title\":",
        "\"B-12\" | \"X-12\"",
        "\"Malleability\" | \"Unexplained\"",
        "\"PADDING_NONZERO\" | \"PADDING\"",
        "\"PADDING_NONZERO\" | \"INTERNAL\"",
        "\"bytesReleased\":0 | \"bytesReleased\":1",
        "\"book\":\"steps\" | \"book\":\"unknown\"",
        "\"hex\":\" | \"hex\":\"0",
      })
  void refusesWhatIsNotAVector(String from, String to) {
    Vector negative =
        SMOKE.vectors().stream().filter(v -> v.kind() == Kind.DECODE_NEGATIVE).findFirst().get();
    String broken = text(negative).replace(from, to);

    var trouble = assertThrows(VailFormatException.class, () -> read(broken), broken);

    assertEquals(Fault.BAD_FIELD, trouble.fault());
  }

  private static String text(Vector vector) {
    return JsonWriter.compact(FORM.write(vector));
  }

  private static Vector read(String text) {
    return FORM.read(JsonReader.read(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8))));
  }
}
