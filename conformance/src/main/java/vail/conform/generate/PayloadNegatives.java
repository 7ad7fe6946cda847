package vail.conform.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vail.block.BlockOrder;
import vail.code.BiasTransform;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** Blocks whose frame is sound and whose payload has one fault (check 14 of B-21). */
final class PayloadNegatives {
  private static final Breach PADDING =
      new Breach(Fault.PADDING_NONZERO, "F-17 B-12 B-13", "Malleability");
  private static final Breach COUNT =
      new Breach(Fault.SYMBOL_COUNT_MISMATCH, "F-15 B-12 B-13 F-25", "Truncation Release");
  private static final Breach CODED =
      new Breach(Fault.INVALID_CODEWORD, "F-14 B-13", "Malleability Escape");

  private final Negatives out;

  private PayloadNegatives(String prefix) {
    this.out = new Negatives(prefix);
  }

  /** Those of some bases. */
  static List<Vector> of(String prefix, List<Base> bases) {
    PayloadNegatives payloads = new PayloadNegatives(prefix);
    for (Base base : bases) {
      payloads.padding(base);
      payloads.count(base);
      payloads.coded(base);
    }
    return payloads.out.vectors();
  }

  /** The first, the last and a middle bit after the codes of the lanes. */
  private void padding(Base base) {
    PayloadForge.Payload payload = base.payload();
    List<Integer> bits = payload.padding();
    for (int bit :
        Set.copyOf(List.of(0, bits.size() / 2, bits.size() - 1)).stream().sorted().toList()) {
      byte[] bytes = payload.bytes();
      bytes[bits.get(bit) / 8] ^= (byte) (1 << bits.get(bit) % 8);
      out.add(PADDING, base, Text.of("bit %d is set", bits.get(bit)), with(base, bytes));
    }
  }

  private void count(Base base) {
    byte[] bytes = base.payload().bytes();
    out.add(
        COUNT, base, "a zero byte too many", with(base, Arrays.copyOf(bytes, bytes.length + 1)));
    out.add(COUNT, base, "a byte too few", with(base, Arrays.copyOf(bytes, bytes.length - 1)));
    if (bytes.length > 2) {
      out.add(COUNT, base, "one byte", with(base, Arrays.copyOf(bytes, 1)));
    }
  }

  /** Symbols with a code that come as literals: the first, the last, one between. */
  private void coded(Base base) {
    if (!base.book().hasEscape()) {
      return;
    }
    int[] places =
        java.util.stream.IntStream.range(0, base.symbols().length)
            .filter(i ->
                base.book().hasCode(BiasTransform.apply(base.symbols()[i] & 0xff, base.bias())))
            .toArray();
    for (int place : new int[] {places[0], places[places.length / 2], places[places.length - 1]}) {
      PayloadForge.Payload payload =
          PayloadForge.of(base.book(), base.layout(), base.bias(), base.symbols(), Set.of(place));
      if (base.order() == BlockOrder.STREAMED || payload.bytes().length < base.symbols().length) {
        out.add(CODED, base, Text.of("symbol %d is a literal", place), with(base, payload.bytes()));
      }
    }
  }

  private static byte[] with(Base base, byte[] payload) {
    return new BlockForge(base.block(), Optional.of(base.book())).payload(payload).block();
  }
}
