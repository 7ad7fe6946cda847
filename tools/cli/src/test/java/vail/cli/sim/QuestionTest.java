package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.json.JsonObject;

class QuestionTest {
  @Test
  void isAskedInTheWordsOfTheCommand() {
    JsonObject question =
        question()
            .put("topology", "full:8,switch:4")
            .put("algorithm", "")
            .put("linkRate", "12.5")
            .put("chunks", "16")
            .build();

    assertEquals(
        List.of(
            "all_reduce",
            "-b",
            "1048576",
            "-e",
            "1048576",
            "--topology=full:8,switch:4",
            "--link-rate=12.5GB/s",
            "--chunks=4"),
        Question.arguments(question, 1 << 20, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "topology, /etc/passwd",
    "topology, ../graph.json",
    "topology, graph.json",
    "topology, ring:8/../x",
    "preset, --html=x",
    "algorithm, ring --html x",
    "linkRate, 1GB/s --data x",
    "linkRate, -1",
    "ratio, 1e9",
    "chunks, 16x",
    "html, page.html",
    "data, weights.npy"
  })
  void canNameNoFileAndNoOtherOption(String field, String value) {
    JsonObject question = question().put(field, value).build();

    assertThrows(IllegalArgumentException.class, () -> Question.arguments(question, 1 << 20, 4));
  }

  private static JsonObject.Builder question() {
    return JsonObject.builder().put("collective", "all_reduce").put("size", "64 MiB");
  }
}
