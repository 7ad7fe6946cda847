package vail.bench.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.bench.data.Plane;
import vail.bench.data.PlaneKind;
import vail.block.Batch;
import vail.tensor.PlaneKernels;
import vail.testing.Absence;

class PeersTest {
  private static final int BLOCK = 4096;
  private static final int BLOCKS = 5;
  private static final int ROOM = 2 * BLOCK;
  private static final long SEED = 11;

  static List<Contender> peers() {
    return Peers.contenders(PlaneKernels.JAVA);
  }

  /** Symbols as they are trained on, and then ones that fit the code badly. */
  private static byte[] symbols(int spread) {
    Random random = new Random(SEED);
    byte[] symbols = new byte[BLOCK * BLOCKS];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) (120 + Math.round(random.nextGaussian() * spread));
    }
    return symbols;
  }

  @ParameterizedTest
  @MethodSource("peers")
  void restoresPlanesThatFitAndSuchThatDoNot(Contender peer) {
    switch (peer) {
      case Contender.Absent(Label label, String reason) -> throw Absence.of(label.codec(), reason);
      case Contender.Ready ready -> {
        for (int spread : List.of(2, 30, 5000)) {
          Plane plane = Plane.of("plane", PlaneKind.BYTES, symbols(2), symbols(spread));
          try (Codec codec = ready.planes().on(plane)) {
            restores(codec, plane.later(), ready.label() + ", spread " + spread);
          }
          try (Codec codec = ready.tensors().on(plane)) {
            restores(codec, plane.later(), ready.label() + " as values, spread " + spread);
          }
        }
      }
    }
  }

  private static void restores(Codec codec, byte[] symbols, String message) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment plain = arena.allocate(symbols.length).copyFrom(MemorySegment.ofArray(symbols));
      MemorySegment coded = arena.allocate(ROOM * BLOCKS);
      MemorySegment restored = arena.allocate(symbols.length);
      Batch there = new Batch(BLOCKS);
      Batch back = new Batch(BLOCKS);
      for (int i = 0; i < BLOCKS; i++) {
        there.add((long) i * BLOCK, BLOCK, (long) i * ROOM, ROOM);
      }
      codec.encode(plain, coded, there);
      for (int i = 0; i < BLOCKS; i++) {
        back.add((long) i * ROOM, there.bytes(i), (long) i * BLOCK, BLOCK);
      }
      codec.decode(coded, restored, back);

      assertTrue(back.ok(), message);
      assertEquals(-1, plain.mismatch(restored), message + " (seed " + SEED + ")");
    }
  }
}
