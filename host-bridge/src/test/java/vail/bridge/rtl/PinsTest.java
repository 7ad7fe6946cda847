package vail.bridge.rtl;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vail.block.EncodePolicy;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareEncoder;
import vail.bridge.abi.VailLibrary;
import vail.code.BookSet;

/** The encoder, cycle by cycle: what a batched call does not show. */
class PinsTest {
  private static final int LANES = 16;

  /* vail_rtl_encoder_pins_t */
  private static final int SIZE = 50;
  private static final int CMD_VALID = 0;
  private static final int COUNT = 8;
  private static final int S_VALID = 10;
  private static final int M_READY = 11;
  private static final int S_DATA = 12;
  private static final int CMD_READY = 28;
  private static final int S_READY = 29;
  private static final int M_VALID = 30;
  private static final int M_LAST = 31;
  private static final int M_COUNT = 32;
  private static final int M_DATA = 33;

  private final byte[] symbols = new byte[100];
  private final Random random = new Random(4);
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();
  private boolean commanded;
  private int at;
  private byte[] waiting = {};
  private int waited;

  /** A beat that nobody takes stays what it is; and none is lost, however long that is. */
  @Test
  void aBeatStaysUntilItIsTaken() throws Throwable {
    random.nextBytes(symbols);
    Circuits.open("").close();
    VailLibrary library = RtlSimProvider.LIBRARY.load();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment result = arena.allocate(ADDRESS);
      FunctionDescriptor open = FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);
      assertEquals(
          0,
          (int)
              VailLibrary.handle(open)
                  .invokeExact(library.function("vail_open"), MemorySegment.NULL, 0L, result));
      MemorySegment session = result.get(ADDRESS, 0);
      byte[] block = block(library, session, arena.allocate(SIZE, 2));
      FunctionDescriptor close = FunctionDescriptor.of(JAVA_INT, ADDRESS);
      assertEquals(
          0, (int) VailLibrary.handle(close).invokeExact(library.function("vail_close"), session));

      EncodePolicy raw = EncodePolicy.stored(new Selection.Raw());
      assertArrayEquals(
          OneBlock.encode(
              new SoftwareEncoder(ReferencePayload::new), BookSet.empty(), raw, symbols),
          block);
    }
  }

  /** A raw block of the symbols, with an output that is mostly not ready. */
  private byte[] block(VailLibrary library, MemorySegment session, MemorySegment pins)
      throws Throwable {
    var clock = VailLibrary.handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    MemorySegment function = library.function("vail_rtl_clock_encoder");
    for (int cycle = 0; cycle < 5_000; cycle++) {
      offer(pins);
      assertEquals(0, (int) clock.invokeExact(function, session, pins));
      commanded |= pins.get(JAVA_BYTE, CMD_READY) == 1;
      at += isOn(pins, S_VALID) && isOn(pins, S_READY) ? LANES : 0;
      if (take(pins, "cycle " + cycle)) {
        assertTrue(waited > 20, waited + " cycles waited");
        return block.toByteArray();
      }
    }
    throw new AssertionError("no block in 5,000 cycles");
  }

  private static boolean isOn(MemorySegment pins, int pin) {
    return pins.get(JAVA_BYTE, pin) == 1;
  }

  private void offer(MemorySegment pins) {
    pins.set(JAVA_BYTE, CMD_VALID, (byte) (commanded ? 0 : 1));
    pins.set(JAVA_SHORT, COUNT, (short) (symbols.length - 1));
    pins.set(JAVA_BYTE, S_VALID, (byte) (commanded && at < symbols.length ? 1 : 0));
    int size = Math.clamp(symbols.length - at, 0, LANES);
    MemorySegment.copy(symbols, Math.min(at, symbols.length), pins, JAVA_BYTE, S_DATA, size);
    pins.set(JAVA_BYTE, M_READY, (byte) (random.nextInt(20) == 0 ? 1 : 0));
  }

  /** Looks at the output; true when the last beat was taken. */
  private boolean take(MemorySegment pins, String when) {
    if (!isOn(pins, M_VALID)) {
      assertEquals(0, waiting.length, when);
      return false;
    }
    int count = pins.get(JAVA_BYTE, M_COUNT) == 0 ? LANES : pins.get(JAVA_BYTE, M_COUNT);
    byte[] beat = pins.asSlice(M_DATA, count).toArray(JAVA_BYTE);
    if (waiting.length > 0) {
      assertArrayEquals(waiting, beat, when);
    }
    if (!isOn(pins, M_READY)) {
      waiting = beat;
      waited++;
      return false;
    }
    waiting = new byte[0];
    block.writeBytes(beat);
    return isOn(pins, M_LAST);
  }
}
