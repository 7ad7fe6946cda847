package vail.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.fault.VailFormatException;
import vail.json.JsonReader;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/** JSON from anywhere. */
class JsonFuzzTest {
  /** Pieces that come together as texts that are nearly right. */
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\"a\"",
    "\"\\u00e9\"",
    "\\",
    "\\ud83d\\ude00",
    "\\ud800",
    "0",
    "-",
    "1",
    ".5",
    "e+3",
    "true",
    "fals",
    "null",
    " ",
    "\n",
    "\u00e9",
    "\ud83d\ude00",
    "\0"
  };

  @FuzzTest(maxDuration = "30m")
  void endsInAFaultOrInAValueThatReadsBack(byte[] text) {
    JsonValue value;
    try {
      value = read(text);
    } catch (VailFormatException expected) {
      // A typed fault is the other good end.
      return;
    }
    String first = JsonWriter.compact(value);
    assertEquals(first, JsonWriter.compact(read(first.getBytes(StandardCharsets.UTF_8))));
    byte[] indented = JsonWriter.indented(value).getBytes(StandardCharsets.UTF_8);
    assertEquals(first, JsonWriter.compact(read(indented)));
  }

  @Test
  void holdsForTextsOfPieces() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 50_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      endsInAFaultOrInAValueThatReadsBack(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static JsonValue read(byte[] text) {
    return JsonReader.read(MemorySegment.ofArray(text));
  }
}
