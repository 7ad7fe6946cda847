package vail.bridge.simd;

import vail.backend.BackendProvider;
import vail.backend.Probe;
import vail.bridge.abi.AbsentLibraryException;
import vail.bridge.abi.BundledLibrary;
import vail.bridge.abi.LibraryBackend;
import vail.bridge.abi.VailLibrary;

/** Offers {@code native-simd}: our C kernels, if they were compiled along and run here. */
public final class NativeSimdProvider implements BackendProvider {
  private static final BundledLibrary<VailLibrary> LIBRARY =
      new BundledLibrary<>(
          "libvail",
          "no C compiler made the library when this was built (install gcc, build again)",
          VailLibrary::load);

  @Override
  public String name() {
    return "native-simd";
  }

  @Override
  public Probe probe() {
    return probe("");
  }

  /**
   * Looks for a level of the kernels.
   *
   * @param options {@code level=} and one of {@code avx512}, {@code avx2}, {@code portable}, {@code
   *     reference}; empty for the fastest that runs here
   */
  public Probe probe(String options) {
    try {
      return new Probe.Ready(new LibraryBackend(LIBRARY.load(), options));
    } catch (IllegalArgumentException | AbsentLibraryException e) {
      return new Probe.Absent(String.valueOf(e.getMessage()));
    }
  }
}
