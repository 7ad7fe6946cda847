package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vail.cli.Run;

class AdviceTest {
  private static final String SLICES = "--algorithm torus_slices uses all at once";
  private static final String BOOKS = "The books fit these values badly";

  @Test
  void namesTheAlgorithmThatKeepsAllAxesOfATorusBusy() {
    assertTrue(sim("all_reduce", "--topology", "torus:2x2").contains(SLICES));
    assertFalse(sim("all_gather", "--topology", "torus:2x2").contains(SLICES));
    assertFalse(sim("all_reduce", "--topology", "biring:4").contains(SLICES));
  }

  @Test
  void saysWhereFewerChunksMakeThreeStagesFaster() {
    String words = sim("all_reduce", "-b", "512KiB", "-e", "512KiB");

    assertTrue(words.contains("At 512 KiB three takes 31.880 µs with --chunks 2"), words);
    assertFalse(sim("all_reduce", "-b", "1GiB", "-e", "1GiB").contains("with --chunks"));
    assertFalse(sim("all_reduce", "-e", "1MiB", "--codec", "single").contains("with --chunks"));
  }

  @Test
  void saysOfABoundWhatItIs() {
    String words = sim("all_gather", "--mode", "bound", "-b", "1MiB", "-e", "1MiB", "--dies", "7");

    assertTrue(words.contains("in steps of one sub-chunk a link"), words);
    assertFalse(words.contains("pays") || words.contains("compression pay"), words);
  }

  @Test
  void saysWhereBooksOfOtherValuesAreUsed() {
    assertTrue(bytes("-d", "e4m3").contains(BOOKS));
    assertFalse(bytes("-d", "bf16").contains(BOOKS));
  }

  @Test
  void warnsWhereFramesAreTooSmallForTheRatio() {
    String small = "frames as small have headers";
    String[] slow = {"--link-rate", "1GB/s", "--link-latency", "50ns", "-b", "8KiB", "-e", "64KiB"};

    assertTrue(sim(with("all_reduce", slow)).contains(small));
    assertFalse(sim("all_reduce", "-b", "64MiB", "-e", "64MiB").contains(small));
  }

  @Test
  void warnsWhereTheRatioIsThatOfAnotherType() {
    String type = "The ratio of 0.787 is that of bf16";

    assertTrue(sim("all_reduce", "-e", "1MiB", "-d", "f32").contains(type));
    assertFalse(sim("all_reduce", "-e", "1MiB", "-d", "f32", "--ratio", "0.8").contains(type));
    assertFalse(sim("all_reduce", "-e", "1MiB").contains(type));
  }

  private static String[] with(String first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  private static String bytes(String option, String value) {
    return sim(
        "all_reduce",
        "--mode",
        "bytes",
        "--dies",
        "2",
        "-b",
        "256KiB",
        "-e",
        "256KiB",
        "--chunks",
        "2",
        option,
        value);
  }

  private static String sim(String... words) {
    return Run.of((Object[]) with("sim", words)).text();
  }
}
