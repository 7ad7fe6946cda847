package vail.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.testing.ChildJvm;

/** V-26: whatever happens to a writer, there is the old file or the new one. */
class CrashTest {
  private static final long SEED = 26;

  @TempDir private Path folder;

  @Test
  void leavesTheOldFileOrTheNewOneWhenItIsKilled() throws Exception {
    Path target = folder.resolve("a.vail");
    byte[] one = Containers.encode(Containers.mixed(EncodeForever.ELEMENTS[0]), Containers.small());
    byte[] other =
        Containers.encode(Containers.mixed(EncodeForever.ELEMENTS[1]), Containers.small());
    Files.write(target, one);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 6; round++) {
      killAfter(random.nextInt(1, 400), target);

      byte[] found = Files.readAllBytes(target);
      assertTrue(
          Arrays.equals(one, found) || Arrays.equals(other, found),
          "seed " + SEED + ", round " + round);
    }
    try (AtomicFile next = AtomicFile.create(target)) {
      next.channel().write(ByteBuffer.wrap(one));
      next.commit();
    }
    assertEquals(1, files(), "what the killed left is gone");
  }

  private static void killAfter(int milliseconds, Path target) throws Exception {
    Process process =
        new ProcessBuilder(
                ChildJvm.command(
                    List.of("-Xmx128m"), EncodeForever.class, List.of(target.toString())))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("ready", out.readLine());
      Thread.sleep(milliseconds);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void leavesTheOldFileWhenTheDiskIsFull() throws Exception {
    byte[] original = Containers.mixed(50_000);
    int size = Containers.encode(original, Containers.small()).length;
    Path target = Files.writeString(folder.resolve("a.vail"), "old");
    for (int room : new int[] {0, 1, 16, 4096, size / 2, size - 1}) {
      IOException e = assertThrows(IOException.class, () -> encode(original, target, room));
      assertEquals("No space left on device", e.getMessage());
      assertEquals("old", Files.readString(target));
      assertEquals(1, files());
    }
    encode(original, target, size);
    assertArrayEquals(original, Containers.decode(Files.readAllBytes(target)));
  }

  private static void encode(byte[] original, Path target, int room) throws IOException {
    try (AtomicFile out = AtomicFile.create(target)) {
      new ContainerWriter(Containers.coding(), Containers.small())
          .write(
              Channels.newChannel(new ByteArrayInputStream(original)),
              OptionalLong.empty(),
              new SmallDisk(out.channel(), room),
              Progress.NONE);
      out.commit();
    }
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  /** Takes so many bytes and no more. */
  private static final class SmallDisk implements WritableByteChannel {
    private final WritableByteChannel file;
    private long room;

    SmallDisk(WritableByteChannel file, long room) {
      this.file = file;
      this.room = room;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      if (room < source.remaining()) {
        throw new IOException("No space left on device");
      }
      room -= source.remaining();
      return file.write(source);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
