package vail.conform.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.conform.vector.Level;
import vail.conform.vector.SigningKey;
import vail.conform.vector.VectorSet;
import vail.testing.ChildJvm;

class DeterminismTest {
  /** Other digits, another calendar day, one thread, other hash codes; sets are shuffled anyway. */
  private static final List<String> ELSEWHERE =
      List.of(
          "-Duser.language=ar",
          "-Duser.country=EG",
          "-Duser.timezone=Pacific/Chatham",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
          "-XX:+UnlockExperimentalVMOptions",
          "-XX:hashCode=2");

  @Test
  void makesTheSameElsewhere() throws Exception {
    assertEquals(sum("fresh"), run(ELSEWHERE, "fresh"));
  }

  @Test
  @Tag("thorough")
  void makesTheSameCoreSetElsewhere() throws Exception {
    assertEquals(sum("core"), run(ELSEWHERE, "core"));
  }

  private static String run(List<String> options, String what) throws Exception {
    List<String> command = ChildJvm.command(options, DeterminismTest.class, List.of(what));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.strip();
  }

  /** Prints the sum of all files. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(sum(arguments[0]));
  }

  private static String sum(String what) throws Exception {
    VectorSet set = what.equals("core") ? Suite.set(Level.CORE) : Fresh.of(11);
    SortedMap<String, byte[]> files = SetFiles.of(set, SigningKey.development());
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    files.forEach((name, bytes) -> {
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    });
    return HexFormat.of().formatHex(digest.digest());
  }
}
