package vail.bridge.rtl;

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

/** B-08 to B-26: batches through the circuits are the reference's, with the same faults. */
class RtlSimBackendTest {
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
  void blocksInCircuitsSideBySideAreTheReferences() {
    compare("sliced=1", 80, 400);
  }

  /**
   * Blocks of this seed have zeros as literals, and biases by which another symbol's code hides
   * them.
   */
  @Test
  void literalZerosAreTheReferencesSideBySide() {
    compare("sliced=1", 40, 705);
  }

  @Test
  @Tag("slow")
  void twentyThousandBlocksInCircuitsSideBySideAreTheReferences() {
    compare("sliced=1", 20_000, 100);
  }

  @Test
  void pausesOnBothSidesChangeNothing() {
    compare("offer=80,take=120", 200, 50);
  }

  private void compare(String options, int blocks, int firstSeed) {
    try (Backend backend = Circuits.open(options)) {
      batches.compare(backend, blocks, firstSeed);
    }
  }

  @Test
  void threadsHaveCircuitsOfTheirOwn() {
    try (Backend backend = Circuits.open("")) {
      IntStream.range(0, 8).parallel().forEach(i -> batches.compareBatch(backend, 200 + i % 4));
    }
  }

  @Test
  void aCircuitThatHangsIsAFaultOfTheImplementation() {
    try (Backend backend = Circuits.open("take=0")) {
      List<byte[]> pieces = List.of(new byte[100], new byte[100]);

      assertEquals(
          "mean 0 INTERNAL@0 INTERNAL@0",
          Batches.encode(backend.encoder(), books, RAW, pieces, 0).results());
      Batches.Coded blocks = Batches.encode(books, RAW, pieces);
      assertEquals(
          "mean 0 INTERNAL@0 INTERNAL@0",
          Batches.decode(backend.decoder(), books, List.of(blocks.block(0), blocks.block(1)))
              .results());
    }
  }

  @Test
  void theLargestBlockOfNothingButEscapesIsRaw() {
    try (Backend backend = Circuits.open("")) {
      Batches.compareTheWorstBlock(backend);
    }
  }

  @Test
  void leavesNoCircuitBehind() {
    RtlSimBackend backend = Circuits.open("");
    batches.compareBatch(backend, 300);
    assertTrue(backend.circuits() >= 2, backend.circuits() + " circuits");
    backend.close();

    assertEquals(0, backend.circuits());
  }

  @Test
  void countsItsCycles() {
    try (RtlSimBackend backend = Circuits.open("offer=128")) {
      Cycles before = backend.encoderCycles();
      Batches.Coded blocks =
          Batches.encode(backend.encoder(), books, RAW, List.of(new byte[1000]), 0);
      Cycles spent = backend.encoderCycles().since(before);

      assertEquals(1, spent.blocks());
      assertEquals(1000, spent.bytesIn());
      assertEquals(blocks.batch().bytes(0), spent.bytesOut());
      assertTrue(spent.total() > 1000 / 16 && spent.starved() > 20, spent.toString());
      assertEquals(0, spent.blocked());
    }
  }
}
