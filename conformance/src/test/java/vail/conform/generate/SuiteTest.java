package vail.conform.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vail.conform.vector.Level;
import vail.conform.vector.SigningKey;
import vail.testing.Project;

class SuiteTest {
  private static final Path FOLDER = Project.root().resolve("conformance/vectors");

  /** If this fails on purpose, run {@code ./vail vectors generate conformance/vectors}. */
  @Test
  void makesTheStoredFilesAgainByteForByte() throws IOException {
    Map<String, byte[]> made = SetFiles.of(Suite.set(Level.CORE), SigningKey.development());

    assertEquals(stored(), new TreeSet<>(made.keySet()));
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      assertArrayEquals(
          Files.readAllBytes(FOLDER.resolve(file.getKey())), file.getValue(), file.getKey());
    }
  }

  private static Set<String> stored() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("schema/") && !name.equals("LICENSE"))
          .forEach(names::add);
      return names;
    }
  }
}
