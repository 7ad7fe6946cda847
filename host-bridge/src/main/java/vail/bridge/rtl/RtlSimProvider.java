package vail.bridge.rtl;

import java.nio.file.Path;
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

  private static final String TRACE = "trace=";

  @Override
  public String name() {
    return "rtl-sim";
  }

  @Override
  public Probe probe() {
    return probe("");
  }

  /**
   * Circuits of which one encoder and one decoder write a waveform.
   *
   * @param device {@code trace=FILE}
   */
  @Override
  public Probe probeOn(String device, Path kept) {
    if (!device.startsWith(TRACE) || device.equals(TRACE)) {
      return probeOn(device);
    }
    try {
      VailLibrary library = TracedLibrary.load(kept.resolve("rtl-trace"));
      return new Probe.Ready(
          RtlSimBackend.traced(library, Path.of(device.substring(TRACE.length()))));
    } catch (IllegalArgumentException | AbsentLibraryException e) {
      return new Probe.Absent(String.valueOf(e.getMessage()));
    }
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
