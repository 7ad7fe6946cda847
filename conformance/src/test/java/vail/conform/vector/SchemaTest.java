package vail.conform.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.testing.Project;

class SchemaTest {
  private static final Path FOLDER = Project.root().resolve("conformance/vectors");

  @ParameterizedTest
  @CsvSource({
    "manifest.json, manifest",
    "manifest.sig, signature",
    "books.json, catalogue",
    "tables.json, catalogue",
    "flags.json, catalogue",
    "smoke.json, vectors",
    "core/decode.json, vectors",
    "core/decode-negative.json, vectors",
    "core/encode.json, vectors",
    "core/book.json, vectors",
    "core/flow.json, vectors",
    "core/mapping.json, vectors",
    "core/misuse.json, vectors",
    "core/resource.json, vectors",
    "core/session.json, vectors",
    "core/train.json, vectors"
  })
  void storedFilesKeepTheirSchemas(String file, String schema) throws IOException {
    assertEquals(Set.of(), check(schema, Files.readString(FOLDER.resolve(file))));
  }

  @Test
  void aSchemaRefusesWhatIsNoVector() throws IOException {
    String smoke = Files.readString(FOLDER.resolve("smoke.json"));

    assertFalse(check("vectors", smoke.replace("\"MUST\"", "\"MAY\"")).isEmpty());
    assertFalse(
        check("vectors", smoke.replace("\"bytesReleased\":0", "\"bytesReleased\":1")).isEmpty());
    assertFalse(check("vectors", smoke.replace("\"title\":", "\"extra\":1,\"title\":")).isEmpty());
  }

  private static Set<ValidationMessage> check(String schema, String text) throws IOException {
    JsonSchema rules =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(FOLDER.resolve("schema/" + schema + ".schema.json")));
    return rules.validate(text, InputFormat.JSON);
  }
}
