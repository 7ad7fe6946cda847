package vail.bridge.rtl;

import java.util.NoSuchElementException;
import vail.backend.BackendProvider;
import vail.backend.Probe;
import vail.bridge.abi.AbsentLibraryException;
import vail.bridge.abi.BundledLibrary;
import vail.bridge.abi.VailLibrary;

/** Offers {@code rtl-sim}, if the build could make C++ of the circuits and compile it. */
public final class RtlSimProvider implements BackendProvider {
  static final BundledLibrary<VailLibrary> LIBRARY =
      new BundledLibrary<>(
          "libvail-rtl", "the module fpga is not there, or was not built", VailLibrary::load);

  @Override
  public String name() {
    return "rtl-sim";
  }

  @Override
  public Probe probe() {
    return probe("");
  }

  /**
   * Looks for circuits with other pauses.
   *
   * @param options {@code offer=N,take=N}: in how many of 256 cycles there is a beat for them, and
   *     a taker for one of theirs; empty for always
   */
  public Probe probe(String options) {
    try {
      return new Probe.Ready(new RtlSimBackend(LIBRARY.load(), options));
    } catch (IllegalArgumentException | NoSuchElementException | AbsentLibraryException e) {
      return new Probe.Absent(String.valueOf(e.getMessage()));
    }
  }
}
