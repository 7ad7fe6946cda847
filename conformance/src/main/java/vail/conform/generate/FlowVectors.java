package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import vail.block.BlockOrder;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.Data;
import vail.conform.vector.Request;
import vail.conform.vector.Stalls;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/** Blocks for hardware whose neighbours stall: never, now and then, nearly always. */
final class FlowVectors {
  private static final int[][] RATES = {
    {256, 256}, {256, 128}, {128, 256}, {128, 128}, {16, 256}, {256, 16}, {240, 16}
  };

  private FlowVectors() {}

  static List<Vector> all() {
    List<Vector> vectors = new ArrayList<>();
    for (int lanes : new int[] {1, 4, 16, 64}) {
      Base base = Base.of("gaussian-8", lanes, 8, BlockOrder.STREAMED, 11, 150 + lanes);
      for (int[] rate : RATES) {
        Stalls stalls = stalls(vectors.size(), rate);
        vectors.add(
            draft(base, vectors.size(), "encode", rate)
                .flow(new Request.Encode(base.options(), Data.of(base.symbols())), stalls));
        vectors.add(
            draft(base, vectors.size(), "decode", rate)
                .flow(new Request.Decode(Data.of(base.block())), stalls));
      }
      byte[] broken = base.forge().spoil(1).block();
      vectors.add(
          draft(base, vectors.size(), "refuse", RATES[3])
              .flow(new Request.Decode(Data.of(broken)), stalls(vectors.size(), RATES[3])));
    }
    return vectors;
  }

  private static Stalls stalls(int number, int[] rate) {
    return new Stalls(Xoshiro256.seed(Suite.MAJOR, "flow", number), rate[0], rate[1]);
  }

  private static Draft draft(Base base, int number, String what, int[] rate) {
    String title = Text.of("%s %s; offers %d, accepts %d of 256", what, base, rate[0], rate[1]);
    return base.draft(Text.of("flow.kat.%04d", number + 1), title)
        .cites("B-10 B-14 B-22")
        .hunts("Stall");
  }
}
