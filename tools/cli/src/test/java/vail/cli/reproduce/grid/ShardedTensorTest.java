package vail.cli.reproduce.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vail.code.Histogram;
import vail.code.SymbolKind;

class ShardedTensorTest {
  @Test
  void joinsNeighboursUntilAShardIsLargeEnough() {
    ShardedTensor joined = tensor(6, 1000).joined(2000);

    assertEquals(2000, joined.shardValues());
    assertEquals(3, joined.shards().size());
    assertEquals(1, joined.shards().get(1).count(2));
    assertEquals(1, joined.shards().get(1).count(3));
  }

  @Test
  void leavesLargeShardsAlone() {
    ShardedTensor tensor = tensor(4, 2000);

    assertEquals(tensor, tensor.joined(2000));
  }

  @Test
  void endsWithOneShardHoweverSmallTheTensor() {
    assertEquals(1, tensor(3, 10).joined(4096).shards().size());
  }

  private static ShardedTensor tensor(int shards, long shardValues) {
    List<Histogram> histograms =
        IntStream.range(0, shards)
            .mapToObj(symbol -> {
              Histogram histogram = new Histogram();
              histogram.add(symbol, 1);
              return histogram;
            })
            .toList();
    return new ShardedTensor(
        "t",
        "k",
        OptionalInt.empty(),
        Profile.bytes("u8", SymbolKind.BYTES),
        shardValues,
        histograms);
  }
}
