package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vail.testing.Project;

class SamplesTest {
  @Test
  void indexListsExactlyTheFilesThatAreThere() throws IOException {
    Path folder = Project.root().resolve("tools/cli/src/main/resources/vail/samples");
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> found =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals("README.md") && !name.equals("index.txt"))
              .sorted()
              .toList();
      assertEquals(found, Files.readAllLines(folder.resolve("index.txt")));
    }
  }

  @Test
  void unpacksBothRecordingsAndLeavesNothing() throws IOException {
    Path folder;
    try (Samples samples = Samples.unpack()) {
      folder = samples.folder();
      for (String step : List.of(Samples.EARLIER, Samples.LATER)) {
        assertTrue(Files.isRegularFile(folder.resolve(step).resolve("activations.safetensors")));
      }
      assertTrue(Files.isRegularFile(folder.resolve("histograms.json")));
    }
    assertFalse(Files.exists(folder));
  }
}
