package vail.bridge.board;

/**
 * Registers of {@code vail_kernel}, by byte address, as {@code fpga/boards/README.md} lists them.
 */
final class Registers {
  /** Bit 0 starts a run and says that one is under way, bit 2: idle. */
  static final int CONTROL = 0x000;

  static final int INTERRUPT_ENABLE = 0x004;
  static final int INTERRUPT_MASK = 0x008;
  static final int INTERRUPT_PENDING = 0x00C;
  static final int JOBS = 0x010;
  static final int RESULTS = 0x01C;
  static final int COUNT = 0x028;
  static final int DECODE = 0x030;
  static final int IDENTITY = 0x038;
  static final int VERSION = 0x03C;

  /** Write bit 0: give the run up and reset. Read bit 0: that is under way, 1, 2: bus errors. */
  static final int STATUS = 0x040;

  static final int RESULTS_WRITTEN = 0x044;
  static final int CYCLES = 0x048;
  static final int REFUSED = 0x04C;
  static final int STARVED = 0x050;
  static final int BLOCKED = 0x054;

  /* Within the registers of books. */
  static final int BOOK_STATUS = 0x004;
  static final int BOOK_LOAD = 0x008;
  static final int BOOK_CHECK = 0x00C;
  static final int BOOK_RETIRE = 0x010;
  static final int BOOK_CANDIDATES = 0x014;
  static final int BOOK_BYTES = 0x100;

  private Registers() {}
}
