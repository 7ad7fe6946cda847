package vail.conform.generate;

import static vail.block.BlockOrder.STORED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.block.BlockOrder;
import vail.conform.vector.Data;
import vail.conform.vector.Grants;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** Blocks that ask for much: what is granted, what fits, what is only announced. */
final class ResourceVectors {
  private static final long MEMORY = 1 << 20;

  private final List<Vector> vectors = new ArrayList<>();

  private ResourceVectors() {}

  static List<Vector> all() {
    ResourceVectors resources = new ResourceVectors();
    for (Base base : Base.ALL) {
      resources.granted(base);
    }
    for (BlockOrder order : BlockOrder.values()) {
      resources.announced(order);
    }
    resources.expanding();
    return resources.vectors;
  }

  private Draft number(Draft draft, Grants grants) {
    return draft.within(grants).cites("F-07 F-20 B-21").hunts("Bomb Overflow");
  }

  private String id() {
    return Text.of("res.kat.%04d", vectors.size() + 1);
  }

  /** One symbol less than there are, by limit and by room; and just enough. */
  private void granted(Base base) {
    int symbols = base.symbols().length;
    Request request = new Request.Decode(Data.of(base.block()));
    vectors.add(
        number(
                base.draft(id(), "a symbol more than granted: " + base),
                new Grants(symbols - 1, 65_536, MEMORY))
            .refused(Kind.RESOURCE, request, Fault.LIMIT_EXCEEDED));
    vectors.add(
        number(
                base.draft(id(), "a symbol more than there is room: " + base),
                new Grants(65_536, symbols - 1, MEMORY))
            .refused(Kind.RESOURCE, request, Fault.OUTPUT_TOO_SMALL));
    vectors.add(
        number(
                base.draft(id(), "just what is granted: " + base),
                new Grants(symbols, symbols, MEMORY))
            .answered(Kind.RESOURCE, request, Data.of(base.symbols())));
  }

  /** Sizes that are announced and not there. */
  private void announced(BlockOrder order) {
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(order), new byte[] {1, 2, 3});
    int most = order == STORED ? 65_536 : 16_384;
    for (int symbols : new int[] {256, 16_384, most}) {
      BlockForge forge = new BlockForge(raw, Optional.empty()).symbols(symbols).announce(symbols);
      vectors.add(
          number(new Draft(id(), Text.of("raw, %d announced, 3 there", symbols)), Grants.ALL)
              .refused(Kind.RESOURCE, new Request.Decode(Data.of(forge.block())), Fault.TRUNCATED));
    }
  }

  /** A byte of payload for 65,536 symbols is legal, and must be granted first. */
  private void expanding() {
    byte[] large = new byte[65_536];
    byte[] block = Blocks.of(Books.STEPS, Options.constantOn(Options.raw(STORED)), large);
    Request request = new Request.Decode(Data.of(block));
    for (int granted : new int[] {1, 255, 65_535}) {
      vectors.add(
          number(
                  new Draft(id(), Text.of("65,536 of one byte, %d granted", granted)),
                  new Grants(granted, 65_536, MEMORY))
              .refused(Kind.RESOURCE, request, Fault.LIMIT_EXCEEDED));
      vectors.add(
          number(
                  new Draft(id(), Text.of("65,536 of one byte, room for %d", granted)),
                  new Grants(65_536, granted, MEMORY))
              .refused(Kind.RESOURCE, request, Fault.OUTPUT_TOO_SMALL));
    }
  }
}
