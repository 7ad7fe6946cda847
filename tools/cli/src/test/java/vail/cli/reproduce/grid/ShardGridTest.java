package vail.cli.reproduce.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vail.cli.reproduce.grid.Profile.Split;
import vail.code.Histogram;
import vail.tensor.ElementType;
import vail.tensor.TensorInfo;

class ShardGridTest {
  @Test
  void takesSlicesOfTheShardAxisFromEverySlab() {
    ShardGrid grid = grid(ElementType.U8, List.of(2L, 4L), 1, 2);

    List<Histogram> shards =
        grid.count(MemorySegment.ofArray(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}), Split.BYTES);

    assertEquals(histogram(0, 1, 4, 5), shards.get(0));
    assertEquals(histogram(2, 3, 6, 7), shards.get(1));
    assertEquals(4, grid.shardValues());
  }

  @Test
  void takesTheExponentOfBfloat16() {
    ShardGrid grid = grid(ElementType.BF16, List.of(2L), 0, 1);

    // -2.0 is c000 and 1.5 is 3fc0: exponents 128 and 127 whatever the sign.
    byte[] values = {0, (byte) 0xc0, (byte) 0xc0, 0x3f};

    assertEquals(
        List.of(histogram(127, 128)), grid.count(MemorySegment.ofArray(values), Split.PLANES));
  }

  @Test
  void makesNoMoreShardsThanTheAxisIsLong() {
    assertEquals(3, grid(ElementType.U8, List.of(3L, 5L), 0, 64).shards());
  }

  @Test
  void cutsPackedValuesByBytes() {
    ShardGrid grid = grid(ElementType.F4, List.of(4L, 4L), 1, 2);

    assertEquals(
        List.of(histogram(0, 1, 2, 3), histogram(4, 5, 6, 7)),
        grid.count(MemorySegment.ofArray(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}), Split.BYTES));
  }

  private static ShardGrid grid(ElementType type, List<Long> shape, int axis, int shards) {
    TensorInfo tensor =
        new TensorInfo("t", type, type.format(), shape, 0, TensorInfo.bytesOf(type, shape));
    return ShardGrid.of(tensor, new TensorLabel("k", OptionalInt.empty(), "", axis, shards));
  }

  private static Histogram histogram(int... symbols) {
    Histogram histogram = new Histogram();
    for (int symbol : symbols) {
      histogram.add(symbol, 1);
    }
    return histogram;
  }
}
