package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.block.BlockOrder;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/**
 * Blocks with two faults each, and these alone: which one is named first is a rule of its own
 * (B-21), and a step that is skipped or moved shows here.
 */
final class OrderNegatives {
  private final List<Vector> vectors = new ArrayList<>();

  private OrderNegatives() {}

  static List<Vector> all() {
    OrderNegatives order = new OrderNegatives();
    Base stored = Base.of("geometric-15", 8, 32, BlockOrder.STORED, 100, 640);
    Base streamed = Base.of("geometric-15", 8, 32, BlockOrder.STREAMED, 100, 640);
    order.heads(stored);
    order.heads(streamed);
    order.tails(stored);
    order.streamedTails(streamed);
    order.plain();
    return order.vectors;
  }

  /** A later fault in every head: the check. */
  private void heads(Base base) {
    int modes = base.forge().head(2);
    add(Fault.UNSUPPORTED_VERSION, base, "and 128 lanes", f(base).head(2, 0x87 | modes & 0x38));
    add(
        Fault.UNSUPPORTED_VERSION,
        base,
        "and an unknown book",
        f(base).head(2, modes ^ 0xc0).head(0, 9));
    add(Fault.RESERVED_NONZERO, base, "and an unknown book", f(base).head(2, modes | 7).head(0, 9));
    add(Fault.CODEBOOK_UNKNOWN, base, "and the bias 255", f(base).head(0, 9).head(3, 255));
    add(Fault.LANE_LAYOUT, base, "and the bias 255", f(base).head(2, modes & 0xe7).head(3, 255));
    add(Fault.BAD_FIELD, base, "the bias 255, and a wrong check", f(base).head(3, 255).spoil(1));
    add(Fault.LANE_LAYOUT, base, "and a wrong check", f(base).head(2, modes & 0xe7).spoil(1));
    add(Fault.CODEBOOK_UNKNOWN, base, "and a wrong check", f(base).head(1, 77).spoil(1));
  }

  private void tails(Base base) {
    byte[] payload = base.payload().bytes();
    byte[] large = new byte[base.symbols().length];
    add(
        Fault.BAD_FIELD,
        base,
        "too large, and a byte missing",
        f(base).payload(large).announce(641));
    add(Fault.TRUNCATED, base, "and a wrong check", f(base).announce(payload.length + 2).spoil(1));
    add(
        Fault.TRAILING_DATA,
        base,
        "and a wrong check",
        f(base).announce(payload.length - 2).spoil(1));
    byte[] padded = payload.clone();
    int bit = base.payload().padding().getLast();
    padded[bit / 8] ^= (byte) (1 << bit % 8);
    add(Fault.CHECKSUM, base, "and padding", f(base).payload(padded).spoil(1));
    byte[] both = java.util.Arrays.copyOf(padded, padded.length + 1);
    add(Fault.SYMBOL_COUNT_MISMATCH, base, "a byte too many, and padding", f(base).payload(both));
  }

  private void streamedTails(Base base) {
    byte[] payload = base.payload().bytes();
    add(
        Fault.BAD_FIELD,
        base,
        "too many symbols, and a byte too few",
        f(base).symbols(20_000).announce(payload.length + 1));
    add(Fault.TRUNCATED, base, "and a wrong check", f(base).announce(payload.length + 1).spoil(2));
    add(
        Fault.TRAILING_DATA,
        base,
        "and a wrong check",
        f(base).announce(payload.length - 1).spoil(2));
  }

  private void plain() {
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(BlockOrder.STORED), new byte[] {1, 2, 3});
    plain(Fault.RESERVED_NONZERO, "layout before epoch", raw, 2, 0x41, 1, 9);
    plain(Fault.RESERVED_NONZERO, "epoch before bias", raw, 1, 9, 3, 9);
    plain(Fault.RESERVED_NONZERO, "bias before size", raw, 3, 9, 4, 7);
    plain(Fault.UNSUPPORTED_VERSION, "version before layout", raw, 2, 0x81, 1, 9);
  }

  private void plain(Fault fault, String what, byte[] raw, int at, int value, int to, int other) {
    BlockForge forge = new BlockForge(raw, Optional.empty()).head(at, value).head(to, other);
    take(new Draft(id(), "raw: " + what), fault, forge);
  }

  private static BlockForge f(Base base) {
    return base.forge();
  }

  private void add(Fault fault, Base base, String what, BlockForge forge) {
    take(base.draft(id(), fault + " " + what), fault, forge);
  }

  private void take(Draft draft, Fault fault, BlockForge forge) {
    draft.cites("B-21 B-13").hunts("ErrorClass");
    Request.Decode request = new Request.Decode(Data.of(forge.block()));
    vectors.add(draft.refused(Kind.DECODE_NEGATIVE, request, fault));
  }

  private String id() {
    return Text.of("dec.neg.order.%04d", vectors.size() + 1);
  }
}
