package vail.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class TileSplitterTest {
  private static final int[] SYMBOLS = {0, 4, 8, 12, 60, 64, 68, 1000, 65_536};

  @ParameterizedTest
  @EnumSource
  void givesThePlanesOfTheReadableReference(SymbolSplit split) {
    for (int symbols : SYMBOLS) {
      byte[] raw = random(split, symbols);

      assertArrayEquals(
          reference(split, raw, symbols),
          split(split, raw, symbols, symbols),
          split + " of " + symbols);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mergesEveryBitBackWhateverThePlacesOfThePlanes(SymbolSplit split) {
    for (int symbols : SYMBOLS) {
      byte[] raw = random(split, symbols);
      byte[] planes = split(split, raw, symbols, symbols + 5);
      byte[] back = new byte[raw.length + 3];

      TileSplitter.of(split)
          .merge(
              MemorySegment.ofArray(planes),
              0,
              symbols + 5,
              symbols,
              MemorySegment.ofArray(back),
              3);

      assertArrayEquals(raw, java.util.Arrays.copyOfRange(back, 3, back.length));
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryByteOfItsTarget(SymbolSplit split) {
    byte[] raw = random(split, 1000);
    byte[] planes = split(split, raw, 1000, 1000);
    for (byte before : new byte[] {0, -1, 0x55}) {
      byte[] target = new byte[planes.length];
      byte[] back = new byte[raw.length];
      java.util.Arrays.fill(target, before);
      java.util.Arrays.fill(back, before);

      TileSplitter splitter = TileSplitter.of(split);
      splitter.split(MemorySegment.ofArray(raw), 0, 1000, MemorySegment.ofArray(target), 0, 1000);
      splitter.merge(MemorySegment.ofArray(target), 0, 1000, 1000, MemorySegment.ofArray(back), 0);

      assertArrayEquals(planes, target);
      assertArrayEquals(raw, back);
    }
  }

  @Test
  void keepsNegativeZeroAndThePayloadsOfNotANumber() {
    byte[] raw =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x8000_0000)
            .putInt(0x7fc1_2345)
            .putInt(0xff80_0001)
            .putInt(0x7f80_0000)
            .array();
    byte[] back = new byte[16];

    byte[] planes = split(SymbolSplit.PLANES4, raw, 4, 4);
    TileSplitter.of(SymbolSplit.PLANES4)
        .merge(MemorySegment.ofArray(planes), 0, 4, 4, MemorySegment.ofArray(back), 0);

    assertArrayEquals(raw, back);
    assertArrayEquals(
        new byte[] {0, -1, -1, -1}, java.util.Arrays.copyOf(planes, 4), "B-03: exponents");
  }

  @Test
  void refusesSymbolsThatAreNoSixBitCodes() {
    VailFormatException e =
        assertThrows(
            VailFormatException.class,
            () ->
                TileSplitter.of(SymbolSplit.UNPACKED6)
                    .merge(
                        MemorySegment.ofArray(new byte[] {1, 2, 64, 3}),
                        0,
                        4,
                        4,
                        MemorySegment.ofArray(new byte[3]),
                        0));

    assertEquals(Fault.BAD_FIELD, e.fault());
    assertEquals(2, e.offset());
  }

  @Test
  void refusesSymbolsThatAreNoWholeGroups() {
    MemorySegment bytes = MemorySegment.ofArray(new byte[64]);

    assertThrows(
        IllegalArgumentException.class,
        () -> TileSplitter.of(SymbolSplit.UNPACKED6).split(bytes, 0, 6, bytes, 0, 6));
  }

  private static byte[] random(SymbolSplit split, int symbols) {
    byte[] raw = new byte[(int) TileSplitter.of(split).rawBytes(symbols)];
    new Random(symbols).nextBytes(raw);
    return raw;
  }

  private static byte[] split(SymbolSplit split, byte[] raw, int symbols, int stride) {
    byte[] planes = new byte[split.planes() * stride];
    TileSplitter.of(split)
        .split(MemorySegment.ofArray(raw), 0, symbols, MemorySegment.ofArray(planes), 0, stride);
    return planes;
  }

  /** Bit by bit, as B-02 to B-04 say it. */
  private static byte[] reference(SymbolSplit split, byte[] raw, int symbols) {
    int width = split == SymbolSplit.UNPACKED6 ? 6 : 8 * split.planes();
    byte[] planes = new byte[split.planes() * symbols];
    for (int element = 0; element < symbols; element++) {
      for (int bit = 0; bit < width; bit++) {
        int from = element * width + bit;
        int turned = split.planes() == 1 ? bit : (bit + 1) % width;
        int plane = split.planes() - 1 - turned / 8;
        planes[plane * symbols + element] |=
            (byte) ((raw[from / 8] >>> from % 8 & 1) << turned % 8);
      }
    }
    return planes;
  }
}
