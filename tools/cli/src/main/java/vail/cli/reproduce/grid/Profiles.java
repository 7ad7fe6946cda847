package vail.cli.reproduce.grid;

import java.util.List;
import vail.cli.Names;
import vail.code.SymbolKind;
import vail.tensor.SymbolSplit;
import vail.tensor.TensorInfo;

/** Which ways of making symbols suit a tensor. */
final class Profiles {
  private Profiles() {}

  /**
   * Floats of several bytes both ways, everything else as bytes.
   *
   * @param tag format by the file's metadata; empty if it says nothing
   */
  static List<Profile> of(TensorInfo tensor, String tag) {
    SymbolKind bytes = SymbolSplit.BYTES.kind(tensor.type(), tensor.format(), 0);
    String name = Names.of(tensor.format());
    return switch (tensor.format()) {
      case BF16, FP16, FP32, FP64 -> floats(tensor, name, bytes);
      case E4M3, E5M2, E2M1 -> List.of(Profile.bytes(tag.startsWith("mx_") ? tag : name, bytes));
      case E3M2, E2M3 -> List.of(codes(tensor, "mx_" + name, bytes));
      case E8M0 -> List.of(Profile.bytes(name, bytes));
      case OTHER -> List.of(Profile.bytes(Names.of(tensor.type()), bytes));
    };
  }

  private static List<Profile> floats(TensorInfo tensor, String name, SymbolKind bytes) {
    SymbolSplit split = SymbolSplit.planesOf(tensor.type()).orElseThrow();
    SymbolKind plane = split.kind(tensor.type(), tensor.format(), 0);
    return List.of(
        Profile.bytes(name, bytes), Profile.planes(name, plane, tensor.type().bits() / 8));
  }

  /** Packed codes fill their bytes. */
  private static Profile codes(TensorInfo tensor, String name, SymbolKind bytes) {
    return tensor.type().bits() == 8 ? Profile.sixBits(name, bytes) : Profile.bytes(name, bytes);
  }
}
