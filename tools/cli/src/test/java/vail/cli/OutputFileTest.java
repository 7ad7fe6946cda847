package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void theOldFileStaysUntilTheNewOneIsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    try (OutputFile out = OutputFile.to(file)) {
      out.stream().write('n');
      out.stream().flush();
      assertEquals("old", Files.readString(file));
      out.commit();
    }
    assertEquals("n", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void whatIsNotCommittedIsGone() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    try (OutputFile out = OutputFile.to(file)) {
      out.stream().write('n');
    }
    assertEquals("old", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("l"), file);
    try (OutputFile out = OutputFile.to(link)) {
      out.stream().write('n');
      out.commit();
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("n", Files.readString(file));
  }

  @Test
  void aFolderIsNoFile() {
    assertThrows(FileSystemException.class, () -> OutputFile.to(folder));
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }
}
