package vail.sim.bytes;

import java.util.Optional;
import vail.tensor.ElementType;

/**
 * What is done with elements of a type, which lie in arrays in little-endian order.
 *
 * <p>A sum is that of IEEE 754, rounded once, to nearest, ties to even. A sum that is not a number
 * is always the type's one quiet NaN with sign and payload 0 (0x7fc0 of bf16, 0x7f of e4m3), so
 * that it depends neither on the processor nor on the order of the two. Elements that are only
 * moved keep all their bits. e4m3 has no infinity: sums beyond 448 become 448, as in NCCL; all
 * other floats overflow to infinity. Integers wrap, as in NCCL.
 */
public interface Arithmetic {
  /** Writes the sums of two rows of elements into a third of the same length. */
  void add(byte[] a, byte[] b, byte[] sums);

  /** Writes the element nearest to a number at a byte of an array. */
  void put(double number, byte[] to, int at);

  /** The arithmetic of a type; none of those that NCCL does not add. */
  static Optional<Arithmetic> of(ElementType type) {
    return switch (type) {
      case BF16 -> Optional.of(new BrainFloats());
      case F16 -> Optional.of(new HalfFloats());
      case F32 -> Optional.of(new SingleFloats());
      case F64 -> Optional.of(new DoubleFloats());
      case F8_E4M3 -> Optional.of(ByteFloats.E4M3);
      case F8_E5M2 -> Optional.of(ByteFloats.E5M2);
      case I8, U8 -> Optional.of(new Integers(Byte.BYTES));
      case I16, U16 -> Optional.of(new Integers(Short.BYTES));
      case I32, U32 -> Optional.of(new Integers(Integer.BYTES));
      case I64, U64 -> Optional.of(new Integers(Long.BYTES));
      case BOOL, F4, F6_E2M3, F6_E3M2, F8_E5M2FNUZ, F8_E4M3FNUZ, F8_E8M0, C64 -> Optional.empty();
    };
  }
}
