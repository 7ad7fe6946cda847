package vail.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** Containers whose frame checks are right again after the damage: the rules of bodies decide. */
class SealedDamageTest {
  private static final Specification SPECIFICATION = Specification.read();
  private static final ExampleFile TENSOR =
      new ContainerExamples(SPECIFICATION, new ExampleBooks(SPECIFICATION)).named("tensor");
  private static final byte[] CONTAINER = TENSOR.bytes();
  private static final int BOOK = 1;
  private static final int SEGMENT = 2;
  private static final int TILE = 3;
  private static final int DIRECTORY = 4;
  private static final int END = 5;

  /** V-02: also where the preamble's check is right. */
  @Test
  void refusesEveryOtherVersion() {
    for (int version = 0; version < 1 << 16; version += version == 0 ? 2 : 257) {
      byte[] other = CONTAINER.clone();
      other[8] = (byte) version;
      other[9] = (byte) (version >>> 8);
      VailFormatException e = fault(Damage.seal(other, 0));
      assertEquals(Fault.UNSUPPORTED_VERSION, e.fault());
      assertEquals(8, e.offset());
    }
  }

  /** V-01, V-03. */
  @Test
  void readsEveryKindOfOriginalAndNoOther() throws Exception {
    for (int kind = 0; kind < 256; kind++) {
      byte[] other = CONTAINER.clone();
      other[10] = (byte) kind;
      Damage.seal(other, 0);
      if (kind <= 3) {
        ByteArrayOutputStream restored = new ByteArrayOutputStream();
        TENSOR.restore(other, Limits.DEFAULT, restored);
        assertArrayEquals(TENSOR.original(), restored.toByteArray());
      } else {
        assertEquals(Fault.BAD_FIELD, fault(other).fault());
      }
    }
  }

  /** V-05, V-06, V-08: type, zeros, place and size, in a frame of every type. */
  @Test
  void findsEveryChangeOfAHead() {
    for (int place : places(Set.of(BOOK, SEGMENT, TILE, DIRECTORY, END))) {
      for (int at = place; at < place + 16; at++) {
        for (int bit = 0; bit < 8; bit++) {
          byte[] damaged = CONTAINER.clone();
          damaged[at] ^= (byte) (1 << bit);
          fault(at < place + 4 || at >= place + 8 ? Damage.seal(damaged, place) : damaged);
        }
      }
    }
  }

  /** V-09, V-10: slot, epoch and form are those of the blocks; V-11: the book is legal. */
  @Test
  void findsEveryChangeOfABook() {
    assertChangesAreFound(Set.of(BOOK));
  }

  /** V-12 to V-16, and V-21 where the body itself is as legal as before. */
  @Test
  void findsEveryChangeOfASegment() {
    assertChangesAreFound(Set.of(SEGMENT));
  }

  /** V-17. */
  @Test
  void findsEveryChangeOfATile() {
    assertChangesAreFound(Set.of(TILE));
  }

  /** V-19 to V-21. */
  @Test
  void findsEveryChangeOfTheDirectory() {
    Set<Fault> faults = assertChangesAreFound(Set.of(DIRECTORY));
    assertEquals(Set.of(Fault.BAD_FIELD), faults);
  }

  /** V-22. */
  @Test
  void findsEveryChangeOfTheEnd() {
    Set<Fault> faults = assertChangesAreFound(Set.of(END));
    assertEquals(Set.of(Fault.BAD_FIELD, Fault.BAD_MAGIC, Fault.CHECKSUM), faults);
  }

  /** V-25: what came out before the fault is the start of the original. */
  private static VailFormatException fault(byte[] container) {
    ByteArrayOutputStream restored = new ByteArrayOutputStream();
    VailFormatException e =
        assertThrows(
            VailFormatException.class, () -> TENSOR.restore(container, Limits.DEFAULT, restored));
    assertTrue(e.offset() >= 0 && e.offset() <= container.length, e.getMessage());
    assertArrayEquals(
        Arrays.copyOf(TENSOR.original(), restored.size()), restored.toByteArray(), e.getMessage());
    return e;
  }

  private static Set<Fault> assertChangesAreFound(Set<Integer> types) {
    Set<Fault> faults = new TreeSet<>();
    for (int place : places(types)) {
      int end = place + 16 + little(CONTAINER).getInt(place + 4);
      for (int at = place + 16; at < end; at++) {
        for (int bit = 0; bit < 8; bit++) {
          byte[] damaged = CONTAINER.clone();
          damaged[at] ^= (byte) (1 << bit);
          faults.add(fault(Damage.seal(damaged, place)).fault());
        }
      }
    }
    return faults;
  }

  private static Set<Integer> places(Set<Integer> types) {
    Set<Integer> places = new TreeSet<>();
    for (int at = 16; at < CONTAINER.length; at += 20 + little(CONTAINER).getInt(at + 4)) {
      if (types.contains((int) CONTAINER[at])) {
        places.add(at);
      }
    }
    return places;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
