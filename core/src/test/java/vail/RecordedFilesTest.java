package vail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.testing.Project;
import vail.testing.RequiresData;

/** The recorded tensors, with the shipped books. */
@RequiresData
class RecordedFilesTest {
  @TempDir private Path folder;

  @Test
  void laterFilesComeBackByteForByteAndBfloat16SavesAThird() throws Exception {
    long raw = 0;
    long small = 0;
    for (Path file : files("step01000")) {
      long bytes = roundTrip(file);
      if (!file.endsWith("small-formats.safetensors")) {
        raw += Files.size(file);
        small += bytes;
      }
    }
    assertTrue(small <= 0.685 * raw, small + " of " + raw + " bytes");
  }

  @Test
  void filesOfOtherTextComeBackByteForByte() throws Exception {
    for (Path file : files("drift-code")) {
      assertTrue(roundTrip(file) < 0.72 * Files.size(file), file.toString());
    }
  }

  private long roundTrip(Path file) throws IOException {
    Path small = folder.resolve("small.vail");
    Path back = folder.resolve("back");
    try (Vail vail = Vail.open()) {
      vail.encode(file, small);
      vail.decode(small, back);
    }
    assertEquals(-1, Files.mismatch(file, back), file.toString());
    return Files.size(small);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Project.data(folder))) {
      return files.sorted().toList();
    }
  }
}
