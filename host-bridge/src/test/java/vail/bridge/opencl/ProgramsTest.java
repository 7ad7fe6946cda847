package vail.bridge.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jocl.CL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  private static final String BUILT = "clCreateProgramWithSource";
  private static final String READ = "clCreateProgramWithBinary";

  @TempDir Path folder;

  @BeforeEach
  void wantsADevice() {
    Families.open(Family.SERIAL).close();
  }

  /** The calls that make the program, with a folder to keep it in. */
  private List<String> open(Path kept) {
    FailingCl cl = new FailingCl(CL.CL_SUCCESS);
    OpenClOptions options =
        new OpenClOptions(Optional.of(Family.SERIAL), Optional.of(kept), OptionalLong.empty());
    Families.ready(OpenClProvider.probe(cl, options)).close();
    assertEquals(0, cl.live());
    return cl.called().stream().filter(call -> call.equals(BUILT) || call.equals(READ)).toList();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.getFirst();
    }
  }

  @Test
  void buildsOnceAndThenReadsWhatItKept() throws IOException {
    assertEquals(List.of(BUILT), open(folder));
    assertTrue(Files.size(onlyFile()) > 1000);
    assertEquals(List.of(READ), open(folder));
  }

  @Test
  void buildsAgainWhatWasCutShort() throws IOException {
    open(folder);
    byte[] whole = Files.readAllBytes(onlyFile());
    for (int length : new int[] {0, 20, whole.length / 2}) {
      Files.write(onlyFile(), java.util.Arrays.copyOf(whole, length));
      assertEquals(List.of(BUILT), open(folder), length + " bytes");
      assertEquals(List.of(READ), open(folder));
    }
  }

  @Test
  void buildsAgainWhatTheDriverRefuses() throws Exception {
    open(folder);
    byte[] foreign = "not for this device".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(foreign);
    byte[] file = java.util.Arrays.copyOf(digest, digest.length + foreign.length);
    System.arraycopy(foreign, 0, file, digest.length, foreign.length);
    Files.write(onlyFile(), file);

    assertEquals(List.of(READ, BUILT), open(folder));
    assertEquals(List.of(READ), open(folder));
  }

  @Test
  void doesWithoutAFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertEquals(List.of(BUILT), open(file.resolve("kept")));
    assertFalse(Files.isDirectory(file));
  }
}
