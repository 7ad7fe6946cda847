package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.tensor.SymbolSplit;

/** Elements whose every bit must survive the way to planes and back. */
final class MappingVectors {
  private final List<Vector> vectors = new ArrayList<>();

  private MappingVectors() {}

  static List<Vector> all() {
    MappingVectors maps = new MappingVectors();
    maps.specials(SymbolSplit.PLANES2, 2, 7, "bf16");
    maps.specials(SymbolSplit.PLANES2, 2, 10, "fp16");
    maps.specials(SymbolSplit.PLANES4, 4, 23, "fp32");
    maps.specials(SymbolSplit.PLANES8, 8, 52, "fp64");
    for (SymbolSplit split : SymbolSplit.values()) {
      for (int groups : new int[] {0, 1, 2, 3, 17, 64}) {
        maps.drawn(split, groups);
      }
      maps.everyByte(split);
    }
    return maps.vectors;
  }

  /** What careless code changes: signs of zeros, payloads of NaNs, subnormals. */
  private void specials(SymbolSplit split, int bytes, int mantissa, String type) {
    long sign = 1L << 8 * bytes - 1;
    long infinity = sign - (1L << mantissa);
    add(split, type + ": +0, -0", bytes, 0, sign);
    add(split, type + ": the least subnormals", bytes, 1, sign | 1);
    add(
        split,
        type + ": the greatest subnormals",
        bytes,
        (1L << mantissa) - 1,
        sign | (1L << mantissa) - 1);
    add(split, type + ": infinities", bytes, infinity, sign | infinity);
    add(
        split,
        type + ": quiet NaNs with payloads",
        bytes,
        infinity | 3L << mantissa - 2 | 1,
        sign | infinity | 1L << mantissa - 1);
    add(
        split,
        type + ": signalling NaNs",
        bytes,
        infinity | 1,
        sign | infinity | 1L << mantissa - 2);
    add(split, type + ": all bits, one after the other", bytes, walkingBits(bytes));
  }

  private static long[] walkingBits(int bytes) {
    long[] bits = new long[8 * bytes];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = 1L << i;
    }
    return bits;
  }

  private void add(SymbolSplit split, String title, int bytes, long... elements) {
    byte[] tensor = new byte[bytes * elements.length];
    for (int i = 0; i < tensor.length; i++) {
      tensor[i] = (byte) (elements[i / bytes] >>> 8 * (i % bytes));
    }
    add(split, title, tensor);
  }

  private void drawn(SymbolSplit split, int groups) {
    long seed = Xoshiro256.seed(Suite.MAJOR, "map", vectors.size());
    byte[] tensor = new Xoshiro256(seed).bytes(groups * split.groupBytes());
    add(split, Text.of("%d bytes drawn", tensor.length), tensor);
  }

  private void everyByte(SymbolSplit split) {
    byte[] tensor = new byte[256 * split.groupBytes()];
    for (int i = 0; i < tensor.length; i++) {
      tensor[i] = (byte) (i / split.groupBytes() + i % split.groupBytes() * 85);
    }
    add(split, "every byte in every place", tensor);
  }

  private void add(SymbolSplit split, String title, byte[] tensor) {
    String clause =
        switch (split) {
          case BYTES -> "B-02";
          case PLANES2, PLANES4, PLANES8 -> "B-03";
          case UNPACKED6 -> "B-04";
        };
    vectors.add(
        new Draft(Text.of("map.kat.%04d", vectors.size() + 1), title)
            .cites(clause)
            .hunts("ElementBits BitOrder")
            .body(Kind.MAPPING, Mappings.of(split, Data.of(tensor))));
  }
}
