package vail.bridge.board;

import vail.bridge.abi.AbsentLibraryException;
import vail.bridge.abi.BundledLibrary;

/**
 * The simulated kernel as a board: {@code board:sim}, or {@code board:sim:PACE} with a memory that
 * is ready in PACE of 256 cycles.
 */
public final class SimulatedKind implements BoardKind {
  static final BundledLibrary<BoardLibrary> LIBRARY =
      new BundledLibrary<>(
          "libvail-board", "the module fpga is not there, or was not built", BoardLibrary::load);

  private static final long MEMORY_BYTES = 4L << 20;
  private static final int ALWAYS = 256;

  @Override
  public String name() {
    return "sim";
  }

  @Override
  public String usage() {
    return "sim[:PACE]";
  }

  @Override
  public SimulatedBoard open(String where) throws AbsentBoardException {
    return open(where, MEMORY_BYTES);
  }

  /** The same with so much memory. */
  SimulatedBoard open(String where, long bytes) throws AbsentBoardException {
    try {
      return new SimulatedBoard(LIBRARY.load(), bytes, pace(where));
    } catch (AbsentLibraryException e) {
      throw new AbsentBoardException(String.valueOf(e.getMessage()));
    }
  }

  private static int pace(String where) throws AbsentBoardException {
    if (where.isEmpty()) {
      return ALWAYS;
    }
    if (where.matches("[0-9]{1,3}")
        && Integer.parseInt(where) >= 1
        && Integer.parseInt(where) <= ALWAYS) {
      return Integer.parseInt(where);
    }
    throw new AbsentBoardException("PACE is a number from 1 to 256, not \"" + where + "\"");
  }
}
