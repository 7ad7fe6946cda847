package vail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.code.BookId;
import vail.code.NamedBook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;
import vail.tensor.Headers;

class VailTest {
  @TempDir private Path folder;

  @Test
  void makesATensorSmallerAndRestoresItInFiveLines() {
    byte[] bytes = bfloat16(100_000);

    try (Vail vail = Vail.open()) {
      MemorySegment small = vail.encode(MemorySegment.ofArray(bytes), ElementType.BF16);
      MemorySegment same = vail.decode(small);

      assertArrayEquals(bytes, same.toArray(ValueLayout.JAVA_BYTE));
      assertTrue(small.byteSize() < 0.71 * bytes.length, small.byteSize() + " of " + bytes.length);
    }
  }

  @Test
  void takesArraysOfWhateverTheElementsAre() {
    float[] elements = new float[1000];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = i * 0.001f;
    }
    MemorySegment array = MemorySegment.ofArray(elements);

    NamedBook book = Vail.train(new BookId(200, 0), ElementType.F32, array);
    try (Vail vail = Vail.open(List.of(book))) {
      MemorySegment same = vail.decode(vail.encode(array, ElementType.F32));

      assertEquals(-1, array.mismatch(same));
    }
  }

  @Test
  void restoresFilesAndSingleTensorsOfThem() throws Exception {
    byte[] data = bfloat16(4000);
    String json = "{\"w\":{\"dtype\":\"BF16\",\"shape\":[40,100],\"data_offsets\":[0,8000]}}";
    byte[] bytes = Headers.safetensors(json, 8000);
    System.arraycopy(data, 0, bytes, bytes.length - 8000, 8000);
    Path file = Files.write(folder.resolve("a.safetensors"), bytes);
    Path small = folder.resolve("a.vail");
    Path back = folder.resolve("b.safetensors");

    try (Vail vail = Vail.open()) {
      vail.encode(file, small);
      vail.decode(small, back);

      assertEquals(-1, Files.mismatch(file, back));
      assertTrue(Files.size(small) < 0.75 * bytes.length);
      assertArrayEquals(data, vail.tensor(small, "w").toArray(ValueLayout.JAVA_BYTE));
      assertThrows(IllegalArgumentException.class, () -> vail.tensor(small, "v"));
    }
  }

  @Test
  void leavesNothingBehindWhereTheInputIsDamaged() throws Exception {
    Path small = folder.resolve("a.vail");
    try (Vail vail = Vail.open()) {
      byte[] container =
          vail.encode(MemorySegment.ofArray(bfloat16(5000)), ElementType.BF16)
              .toArray(ValueLayout.JAVA_BYTE);
      container[container.length / 2] ^= 1;
      Files.write(small, container);

      assertThrows(VailFormatException.class, () -> vail.decode(small, folder.resolve("b")));
      assertFalse(Files.exists(folder.resolve("b")));
      assertThrows(VailFormatException.class, () -> vail.decode(MemorySegment.ofArray(container)));
    }
  }

  @Test
  void grantsAStrangerNoMoreThanTheCallerSays() {
    byte[] zeros = new byte[1 << 20];
    try (Vail vail = Vail.open()) {
      MemorySegment small = vail.encode(MemorySegment.ofArray(zeros), ElementType.BF16);
      assertTrue(small.byteSize() < 1000);

      VailFormatException e =
          assertThrows(
              VailFormatException.class,
              () -> vail.decode(small, new Limits(65_536, 10, 1000, (1 << 20) - 1)));
      assertEquals(Fault.LIMIT_EXCEEDED, e.fault());
    }
  }

  @Test
  void usesBooksOfOnesOwn() {
    byte[] earlier = bfloat16(50_000);
    byte[] later = bfloat16(60_000);
    NamedBook book =
        Vail.train(new BookId(200, 3), ElementType.BF16, MemorySegment.ofArray(earlier));

    try (Vail own = Vail.open(List.of(book));
        Vail none = Vail.open(List.of())) {
      MemorySegment small = own.encode(MemorySegment.ofArray(later), ElementType.BF16);
      assertTrue(small.byteSize() < 0.69 * later.length, small.byteSize() + " of " + later.length);
      assertArrayEquals(later, none.decode(small).toArray(ValueLayout.JAVA_BYTE));
      assertTrue(
          none.encode(MemorySegment.ofArray(later), ElementType.BF16).byteSize() > later.length);
    }
  }

  @Test
  void encodesWhatAPipeBrings() throws Exception {
    byte[] bytes = Headers.safetensors("{}", 9);
    Path pipe = folder.resolve("pipe");
    Path small = folder.resolve("a.vail");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Thread.ofVirtual().start(() -> fill(pipe, bytes));
    try (Vail vail = Vail.open()) {
      vail.encode(pipe, small);
      vail.decode(small, folder.resolve("b"));
    }
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b")));
  }

  private static void fill(Path pipe, byte[] bytes) {
    try {
      Files.write(pipe, bytes, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Normal numbers, little-endian. */
  private static byte[] bfloat16(int elements) {
    SplittableRandom random = new SplittableRandom(elements);
    byte[] bytes = new byte[2 * elements];
    for (int i = 0; i < elements; i++) {
      int bits = Float.floatToRawIntBits((float) random.nextGaussian());
      bytes[2 * i] = (byte) (bits >>> 16);
      bytes[2 * i + 1] = (byte) (bits >>> 24);
    }
    return bytes;
  }
}
