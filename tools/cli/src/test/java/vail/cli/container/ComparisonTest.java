package vail.cli.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final int SIZE = 200_000;

  @TempDir private Path folder;
  private final byte[] bytes = new byte[SIZE];
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    new java.util.Random(3).nextBytes(bytes);
    file = Files.write(folder.resolve("file"), bytes);
  }

  private OptionalLong difference(int size) throws IOException {
    Comparison comparison = new Comparison(file);
    try (comparison) {
      for (int at = 0; at < size; at += 70_000) {
        comparison.write(ByteBuffer.wrap(bytes, at, Math.min(70_000, size - at)));
      }
    }
    return comparison.difference();
  }

  @Test
  void findsNothingWhereAllIsTheSame() throws IOException {
    assertEquals(OptionalLong.empty(), difference(SIZE));
  }

  @Test
  void findsTheFirstByteThatDiffers() throws IOException {
    bytes[150_001] ^= 1;
    bytes[150_002] ^= 1;

    assertEquals(OptionalLong.of(150_001), difference(SIZE));
  }

  @Test
  void findsThatSomethingIsMissing() throws IOException {
    assertEquals(OptionalLong.of(SIZE - 1), difference(SIZE - 1));
  }
}
