package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void saysWhereBooksOfOtherValuesAreUsed() {
    assertTrue(bytes("-d", "e4m3").contains(BOOKS));
    assertFalse(bytes("-d", "bf16").contains(BOOKS));
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
    Object[] arguments = new Object[words.length + 1];
    arguments[0] = "sim";
    System.arraycopy(words, 0, arguments, 1, words.length);
    return Run.of(arguments).text();
  }
}
