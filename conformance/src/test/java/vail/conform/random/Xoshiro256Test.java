package vail.conform.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vail.testing.Project;

class Xoshiro256Test {
  @Test
  void givesTheOutputsThatTheTextPromises() throws IOException {
    Xoshiro256 random = new Xoshiro256(0);

    assertEquals(
        promised("xoshiro256ss"), LongStream.generate(random::next).limit(10).boxed().toList());
  }

  @Test
  void seedsByTheOutputsThatTheTextPromises() throws IOException {
    SplitMix64 mix = new SplitMix64(0);

    assertEquals(promised("splitmix64"), LongStream.generate(mix::next).limit(10).boxed().toList());
  }

  @Test
  void namesTheSeedOfTheText() throws IOException {
    String seed = "%016x".formatted(Xoshiro256.seed(1, "example", 0));

    assertTrue(text().contains(seed), seed);
  }

  @Test
  void drawsEveryNumberBelowALimitAndNoOther() {
    Xoshiro256 random = new Xoshiro256(7);
    int[] seen = new int[6];

    for (int i = 0; i < 6000; i++) {
      seen[random.below(6)]++;
    }

    for (int count : seen) {
      assertTrue(count > 850 && count < 1150, "seed 7: " + List.of(count));
    }
    assertThrows(IllegalArgumentException.class, () -> random.below(0));
  }

  @Test
  void takesTheHighestBitsForBytes() {
    assertEquals((byte) (new Xoshiro256(3).next() >>> 56), new Xoshiro256(3).bytes(1)[0]);
  }

  private static List<Long> promised(String fence) throws IOException {
    var block = Pattern.compile("```" + fence + "\n(.*?)```", Pattern.DOTALL).matcher(text());
    assertTrue(block.find());
    return block.group(1).lines().map(line -> Long.parseUnsignedLong(line, 16)).toList();
  }

  private static String text() throws IOException {
    return Files.readString(Project.root().resolve("conformance/random.md"));
  }
}
