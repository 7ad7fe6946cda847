package vail.tensor;

import java.util.Arrays;
import java.util.Optional;
import vail.code.SymbolKind;

/** How the bytes of a tile become planes of symbols (B-02 to B-04). */
public enum SymbolSplit {
  /** B-02: the bytes in memory order are the only plane. */
  BYTES(0, 1, 1, 1),
  /** B-03 for elements of two bytes. */
  PLANES2(2, 2, 2, 1),
  /** B-03 for elements of four bytes. */
  PLANES4(4, 4, 4, 1),
  /** B-03 for elements of eight bytes. */
  PLANES8(8, 8, 8, 1),
  /** B-04: four 6-bit codes of three bytes become four symbols of the only plane. */
  UNPACKED6(6, 1, 3, 4);

  private final int number;
  private final int planes;
  private final int groupBytes;
  private final int groupSymbols;

  SymbolSplit(int number, int planes, int groupBytes, int groupSymbols) {
    this.number = number;
    this.planes = planes;
    this.groupBytes = groupBytes;
    this.groupSymbols = groupSymbols;
  }

  /** The number that files keep (V-16). */
  public int number() {
    return number;
  }

  /** Planes of a tile. */
  public int planes() {
    return planes;
  }

  /** Fewest bytes that give whole symbols in every plane. */
  public int groupBytes() {
    return groupBytes;
  }

  /** Symbols of each plane that {@link #groupBytes} give. */
  public int groupSymbols() {
    return groupSymbols;
  }

  /** The split of a number that a file kept. */
  public static Optional<SymbolSplit> find(int number) {
    return Arrays.stream(values()).filter(split -> split.number == number).findFirst();
  }

  /** Planes for elements of 2, 4 or 8 bytes; there are none for others. */
  public static Optional<SymbolSplit> planesOf(ElementType type) {
    return switch (type.bits()) {
      case 16 -> Optional.of(PLANES2);
      case 32 -> Optional.of(PLANES4);
      case 64 -> Optional.of(PLANES8);
      default -> Optional.empty();
    };
  }

  /** The split that suits a type best: planes for floats of two bytes and more, else bytes. */
  public static SymbolSplit auto(ElementType type) {
    return switch (type.format()) {
      case BF16, FP16, FP32, FP64 -> planesOf(type).orElse(BYTES);
      case E3M2, E2M3 -> type.bits() == 6 ? UNPACKED6 : BYTES;
      case E4M3, E5M2, E2M1, E8M0, OTHER -> BYTES;
    };
  }

  /**
   * What the symbols of a plane stand for.
   *
   * @param type type of the elements
   * @param format what they mean; finer than the type where the file says more
   * @param plane 0 to {@link #planes} - 1
   */
  public SymbolKind kind(ElementType type, NumberFormat format, int plane) {
    return switch (this) {
      case PLANES2, PLANES4, PLANES8 -> plane == 0 ? firstPlane(format) : SymbolKind.LOW_PLANE;
      case UNPACKED6 -> codes(format);
      case BYTES -> type.bits() == 6 ? SymbolKind.BYTES : codes(format);
    };
  }

  private static SymbolKind firstPlane(NumberFormat format) {
    return switch (format) {
      case BF16 -> SymbolKind.BF16_EXPONENT;
      case FP16 -> SymbolKind.FP16_EXPONENT;
      case FP32 -> SymbolKind.FP32_EXPONENT;
      case FP64 -> SymbolKind.FP64_EXPONENT;
      case E4M3, E5M2, E3M2, E2M3, E2M1, E8M0, OTHER -> SymbolKind.BYTES;
    };
  }

  private static SymbolKind codes(NumberFormat format) {
    return switch (format) {
      case BF16 -> SymbolKind.BF16_BYTES;
      case E4M3 -> SymbolKind.E4M3;
      case E5M2 -> SymbolKind.E5M2;
      case E3M2 -> SymbolKind.MX_E3M2;
      case E2M3 -> SymbolKind.MX_E2M3;
      case E2M1 -> SymbolKind.MX_E2M1;
      case E8M0 -> SymbolKind.E8M0;
      case FP16, FP32, FP64, OTHER -> SymbolKind.BYTES;
    };
  }
}
