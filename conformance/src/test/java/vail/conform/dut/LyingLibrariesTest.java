package vail.conform.dut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.conform.dut.DutFailure.Ending;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.testing.Absence;
import vail.testing.Project;

/**
 * Libraries that touch what is not theirs, each built from {@code lying.c} with a lie of its own.
 */
class LyingLibrariesTest {
  /**
   * Of three symbols: an odd number, so that the two places it is decoded to differ in their lowest
   * bit.
   */
  private static final byte[] RAW =
      HexFormat.of().parseHex("000040000200" + "0200f0b34afe" + "010203");

  @TempDir private Path folder;

  @Test
  void anHonestLibraryAnswers() throws Exception {
    try (Dut dut = open(0)) {
      assertEquals("liar", dut.claim().name());
      Reply reply = dut.ask(new Request.Decode(RAW));
      assertArrayEquals(new byte[] {1, 2, 3}, assertInstanceOf(Reply.Data.class, reply).bytes());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, exit status 1",
    "2, exit status 1",
    "3, it writes outside of the target",
    "5, killed by signal 6",
    "6, its answer depends on what the output held before",
    "7, it writes into the source",
  })
  void whatALibraryMustNotTouchEndsItsHost(int lie, String how) throws Exception {
    try (Dut dut = open(lie)) {
      DutFailure failure = assertThrows(DutFailure.class, () -> dut.ask(new Request.Decode(RAW)));

      assertEquals(Ending.CRASH, failure.ending());
      assertTrue(failure.getMessage().contains(how), failure.getMessage());
      assertInstanceOf(Reply.Done.class, dut.ask(new Request.Reset()), "it starts again");
    }
  }

  @Test
  void outputOfABlockThatHasAFaultIsFound() throws Exception {
    try (Dut dut = open(4)) {
      DutFailure failure =
          assertThrows(DutFailure.class, () -> dut.ask(new Request.Decode(new byte[15])));

      assertTrue(failure.getMessage().contains("output of a block that has a fault"));
    }
  }

  @Test
  void aWrongDigestIsFound() throws Exception {
    try (Dut dut = open(0)) {
      DutFailure failure =
          assertThrows(DutFailure.class, () -> dut.ask(new Request.Book(1, 0, new byte[135])));

      assertTrue(failure.getMessage().contains("another digest"), failure.getMessage());
    }
  }

  private Dut open(int lie) throws Exception {
    Path library = folder.resolve("lie" + lie + ".so");
    compile(lie, library);
    return new Duts("test", Patience.USUAL, Reach.LOOPBACK)
        .open(new DutAddress(DutAddress.Kind.CABI, library.toString()));
  }

  private static void compile(int lie, Path library) throws Exception {
    Path root = Project.root();
    Process compiler;
    try {
      compiler =
          new ProcessBuilder(
                  "cc",
                  "-shared",
                  "-fPIC",
                  "-w",
                  "-DLIE=" + lie,
                  "-I" + root.resolve("core/spec"),
                  "-o",
                  library.toString(),
                  root.resolve("conformance/src/test/c/lying.c").toString())
              .inheritIO()
              .start();
    } catch (IOException e) {
      throw Absence.of("C compiler", "there is no cc (apt install gcc)");
    }
    assertTrue(compiler.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, compiler.exitValue());
  }
}
