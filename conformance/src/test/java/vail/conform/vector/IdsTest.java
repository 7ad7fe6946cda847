package vail.conform.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vail.json.JsonObject;
import vail.json.JsonWriter;
import vail.testing.Project;

class IdsTest {
  private static final Path LEDGER = Project.root().resolve("conformance/ids.csv");

  /**
   * Lines of the ledger stay for ever; one of a vector that is gone keeps its id from coming back.
   */
  @Test
  void anIdAlwaysAsksTheSameQuestion() throws IOException {
    Map<String, String> ledger = new HashMap<>();
    Files.readAllLines(LEDGER)
        .forEach(line -> ledger.put(line.split(",", -1)[0], line.split(",", -1)[1]));
    List<String> changed = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    questions()
        .forEach((id, question) -> {
          if (!ledger.containsKey(id)) {
            missing.add(id + "," + question);
          } else if (!ledger.get(id).equals(question)) {
            changed.add(id);
          }
        });

    assertEquals(
        List.of(), changed, "these ids ask something else now; give the family a new name");
    assertEquals(List.of(), missing, "add these lines to " + LEDGER.getFileName());
  }

  private static Map<String, String> questions() {
    VectorSet core = VectorSet.load(Level.CORE);
    VectorJson form =
        new VectorJson(new DataForm(core.catalogue(), name -> new byte[0], new HashMap<>()));
    Map<String, String> questions = new TreeMap<>();
    for (Vector vector : core.vectors()) {
      JsonObject json = form.write(vector);
      JsonObject.Builder question = JsonObject.builder();
      for (String field : List.of("kind", "books", "input", "limits")) {
        json.find(field).ifPresent(value -> question.put(field, value));
      }
      byte[] text = JsonWriter.compact(question.build()).getBytes(StandardCharsets.UTF_8);
      questions.put(vector.id(), Data.sha256(text).substring(0, 16));
    }
    return questions;
  }
}
