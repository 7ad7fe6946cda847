package vail.bridge.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.backend.Cycles;
import vail.block.EncodePolicy;
import vail.block.Selection;
import vail.bridge.circuit.Batches;
import vail.bridge.circuit.Orders;
import vail.code.BookSet;

/** B-08 to B-26: batches through the driver and the simulated kernel are the reference's. */
class FpgaBackendTest {
  private static final EncodePolicy RAW = EncodePolicy.stored(new Selection.Raw());

  private final Batches batches = new Batches();
  private final BookSet books = Orders.books(new SplittableRandom(7));

  @Test
  void aThousandBlocksOfAnyPolicyAreTheReferences() {
    compare("", 1_000, 1);

    assertTrue(batches.faults().containsAll(Batches.USUAL), batches.faults().toString());
  }

  @Test
  @Tag("slow")
  void twentyThousandBlocksOfAnyPolicyAreTheReferences() {
    compare("", 20_000, 100);
  }

  @Test
  void aMemoryThatPausesChangesNothing() {
    compare("60", 200, 50);
  }

  private void compare(String pace, int blocks, int firstSeed) {
    try (Backend backend = Boards.backend(Boards.simulated(pace))) {
      batches.compare(backend, blocks, firstSeed);
    }
  }

  @Test
  void theLargestBlockOfNothingButEscapesIsRaw() {
    try (Backend backend = Boards.backend(Boards.simulated(""))) {
      Batches.compareTheWorstBlock(backend);
    }
  }

  @Test
  void threadsTakeTurns() {
    try (Backend backend = Boards.backend(Boards.simulated(""))) {
      IntStream.range(0, 4).parallel().forEach(i -> batches.compareBatch(backend, 200 + i % 2));
    }
  }

  @Test
  void countsItsCycles() {
    try (FpgaBackend backend = Boards.backend(Boards.simulated("128"))) {
      Cycles before = backend.encoderCycles();
      Batches.Coded blocks =
          Batches.encode(backend.encoder(), books, RAW, List.of(new byte[1000]), 0);
      Cycles spent = backend.encoderCycles().since(before);

      assertEquals(1, spent.blocks());
      assertEquals(1000, spent.bytesIn());
      assertEquals(blocks.batch().bytes(0), spent.bytesOut());
      assertTrue(spent.total() > 1000 / 16 && spent.starved() > 20, spent.toString());
    }
  }
}
