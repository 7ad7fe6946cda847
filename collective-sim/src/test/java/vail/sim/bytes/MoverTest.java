package vail.sim.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Family;
import vail.sim.algo.Layout;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;

class MoverTest {
  private static final long SEED = 0x7e57;
  private static final List<ElementType> TYPES =
      List.of(
          ElementType.BF16,
          ElementType.F16,
          ElementType.F32,
          ElementType.F8_E4M3,
          ElementType.F8_E5M2,
          ElementType.I8);

  static Stream<Family> families() {
    return Algorithms.all().stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void losesNothingInAnyCollectiveOfAnyAlgorithm(Family family) {
    int turn = 0;
    for (Collective collective : family.does()) {
      for (Layout layout : List.of(Layout.row(3), Layout.row(8), new Layout(List.of(2, 3)))) {
        for (Codec codec : List.of(Codec.NONE, Codec.SINGLE)) {
          losesNothing(schedule(family, collective, layout, codec), turn++);
        }
      }
      losesNothing(schedule(family, collective, Layout.row(5), Codec.THREE), turn++);
    }
  }

  /** The types take turns. */
  private static void losesNothing(Schedule schedule, int turn) {
    ElementType type = TYPES.get(turn % TYPES.size());
    Moved moved = Mover.move(load(schedule, type, 2_003, 2), Coders.coder("java-scalar"), 1);
    String what = schedule.algorithm().name() + " " + schedule.collective() + " " + type;

    assertTrue(moved.certificate().holds(), what + ", seed " + SEED);
    assertNotEquals(0, moved.certificate().elements(), what);
  }

  @ParameterizedTest
  @CsvSource({"0, 16", "1, 1", "3, 16", "7, 2", "129, 16"})
  void movesFewerElementsThanThereAreDiesAndLanes(int elements, int lanes) {
    for (Codec codec : Codec.values()) {
      Schedule schedule = ring(Collective.ALL_REDUCE, 8, codec);
      Moved moved =
          Mover.move(
              load(schedule, ElementType.BF16, elements, lanes), Coders.coder("java-scalar"), 1);

      assertTrue(moved.certificate().holds());
      assertEquals(8L * elements, moved.certificate().elements());
    }
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void sumsIntegersAsAPlainLoopDoes(Codec codec) {
    int elements = 5_003;
    Schedule schedule = ring(Collective.ALL_REDUCE, 5, codec);
    Load load = load(schedule, ElementType.I8, elements, 3);
    byte[] sums = new byte[elements];
    for (int die = 0; die < 5; die++) {
      byte[] vector = new byte[elements];
      load.vectors().fill(die, 0, vector, 0, elements);
      for (int i = 0; i < elements; i++) {
        sums[i] += vector[i];
      }
    }
    byte[] all = new byte[5 * elements];
    for (int die = 0; die < 5; die++) {
      System.arraycopy(sums, 0, all, die * elements, elements);
    }

    Moved moved = Mover.move(load, Coders.coder("java-scalar"), 1);

    assertEquals(HexFormat.of().formatHex(Sha.of(all)), moved.certificate().output());
    assertTrue(moved.certificate().holds());
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void sendsTheSameFramesOnAnyThreadsAndBackend(Codec codec) {
    Schedule schedule =
        schedule(
            Algorithms.find("double_tree").orElseThrow(),
            Collective.ALL_REDUCE,
            Layout.row(7),
            codec);
    Load load = load(schedule, ElementType.BF16, 6_000, 2);
    Moved alone = Mover.move(load, Coders.coder("java-scalar"), 1);

    assertSame(alone, Mover.move(load, Coders.coder("java-scalar"), 4));
    assertSame(alone, Mover.move(load, Coders.coder("java-reference"), 2));
  }

  private static void assertSame(Moved one, Moved other) {
    assertEquals(one.frames(), other.frames());
    assertEquals(one.steps(), other.steps());
    assertEquals(one.certificate(), other.certificate());
  }

  @Test
  void hasTheSameOutputsAndChainWhateverTheCodec() {
    Certificate plain = certificate(Codec.NONE, 4);

    assertEquals(plain, certificate(Codec.SINGLE, 4));
    assertEquals(plain, certificate(Codec.THREE, 4));
    assertNotEquals(plain.output(), certificate(Codec.NONE, 5).output());
  }

  private static Certificate certificate(Codec codec, int dies) {
    Schedule schedule = ring(Collective.ALL_REDUCE, dies, codec);
    return Mover.move(load(schedule, ElementType.BF16, 40_000, 2), Coders.coder("java-scalar"), 1)
        .certificate();
  }

  @Test
  void makesWhatIsSentSmallerAndNeverLarger() {
    Schedule schedule = ring(Collective.ALL_REDUCE, 4, Codec.SINGLE);
    Vectors vectors = new Synthetic(ElementType.BF16, SEED);
    Load load = new Load(schedule, new Partition(200_000, 2, 4, 1), ElementType.BF16, vectors);

    for (StepFigures step : Mover.move(load, Coders.coder("java-scalar"), 1).steps()) {
      assertTrue(step.ratio() < 0.85, step.toString());
      assertTrue(step.excessBits() > 0 && step.excessBits() < 0.5, step.toString());
    }
    for (StepFigures step :
        Mover.move(load(schedule, ElementType.BF16, 64, 2), Coders.coder("java-scalar"), 1)
            .steps()) {
      assertEquals(1, step.ratio());
    }
  }

  @Test
  void hasABookForEachStepThatFitsBetterThanTheShippedOnes() {
    Schedule schedule = ring(Collective.ALL_REDUCE, 4, Codec.SINGLE);
    Vectors vectors = new Synthetic(ElementType.BF16, SEED);
    Load load = new Load(schedule, new Partition(200_000, 2, 4, 1), ElementType.BF16, vectors);
    Backend backend = Coders.backend("java-scalar");
    Coder own = Coder.of(backend, new Books.PerStep());

    List<StepFigures> shipped = Mover.move(load, Coders.coder("java-scalar"), 1).steps();
    List<StepFigures> perStep = Mover.move(load, own, 1).steps();

    for (int step = 0; step < shipped.size(); step++) {
      assertTrue(perStep.get(step).bytes() <= shipped.get(step).bytes(), "step " + step);
    }
  }

  @Test
  void refusesAFrameThatWasChangedOnItsWay() {
    Backend backend = Coders.backend("java-scalar");
    BlockEncoder tampering =
        (books, policy, symbols, blocks, batch) -> {
          backend.encoder().encode(books, policy, symbols, blocks, batch);
          long at = batch.targetAt(0) + 13;
          byte was = blocks.get(ValueLayout.JAVA_BYTE, at);
          blocks.set(ValueLayout.JAVA_BYTE, at, (byte) (was ^ 0x10));
        };
    Coder coder = new Coder(tampering, backend.decoder(), PlaneKernels.JAVA, Coders.shipped());
    Load load = load(ring(Collective.ALL_GATHER, 4, Codec.SINGLE), ElementType.BF16, 40_000, 1);

    VailFormatException fault =
        assertThrows(VailFormatException.class, () -> Mover.move(load, coder, 2));

    assertEquals(Fault.CHECKSUM, fault.fault());
    assertTrue(fault.getMessage().contains("from die 3 to die 0 in step 0"), fault.getMessage());
  }

  @Test
  void countsEveryElementThatABadDecoderChanges() {
    Backend backend = Coders.backend("java-scalar");
    BlockDecoder lying =
        (books, limits, blocks, symbols, batch) -> {
          backend.decoder().decode(books, limits, blocks, symbols, batch);
          byte was = symbols.get(ValueLayout.JAVA_BYTE, batch.targetAt(0));
          symbols.set(ValueLayout.JAVA_BYTE, batch.targetAt(0), (byte) (was ^ 1));
        };
    Coder coder = new Coder(backend.encoder(), lying, PlaneKernels.JAVA, Coders.shipped());
    Load load = load(ring(Collective.ALL_GATHER, 2, Codec.SINGLE), ElementType.I8, 40_000, 1);
    Load floats = load(ring(Collective.BROADCAST, 2, Codec.SINGLE), ElementType.BF16, 40_000, 1);

    assertTrue(Mover.move(load, coder, 1).certificate().holds(), "int8 has no book: all raw");
    Certificate certificate = Mover.move(floats, coder, 1).certificate();

    assertEquals(1, certificate.wrong());
    assertFalse(certificate.holds());
    assertNotEquals(certificate.replayChain(), certificate.chain());
    assertNotEquals(certificate.replayOutput(), certificate.output());
  }

  private static Schedule ring(Collective collective, int dies, Codec codec) {
    return schedule(Algorithms.find("ring").orElseThrow(), collective, Layout.row(dies), codec);
  }

  private static Schedule schedule(
      Family family, Collective collective, Layout layout, Codec codec) {
    return Schedule.of(family.algorithm(collective, layout), Hops.all(codec));
  }

  /** Synthetic elements with special ones among them. */
  private static Load load(Schedule schedule, ElementType type, long elements, int lanes) {
    Partition partition =
        new Partition(elements, type.bits() / 8, schedule.algorithm().pieces(), lanes);
    Vectors vectors = new Specials(new Synthetic(type, SEED), type, SEED);
    return new Load(schedule, partition, type, vectors);
  }
}
