package vail.bridge.board;

import java.time.Duration;
import java.util.OptionalLong;
import vail.backend.Cycles;

/** The kernel's registers in use: what it is, runs, and resets. */
final class Kernel {
  private static final int NAME = 0x5641494C;
  private static final int INTERFACE = 1;
  private static final int SHAPE = 0x0810;
  private static final int STARTED = 1;
  private static final int IDLE = 4;
  private static final int RESETTING = 1;
  private static final int BUS_ERRORS = 6;

  private final Link link;
  private final Patience patience;

  Kernel(Link link, Patience patience) {
    this.link = link;
    this.patience = patience;
  }

  /** Makes sure that this driver is for this kernel, and lets it interrupt. */
  void identify() throws BoardTroubleException {
    int name = link.read(Registers.IDENTITY);
    if (name != NAME) {
      throw new BoardTroubleException(Trouble.NO_KERNEL, "it says " + hex(name));
    }
    int version = link.read(Registers.VERSION);
    if ((version & 0xffff) != INTERFACE) {
      throw new BoardTroubleException(Trouble.OTHER_VERSION, (version & 0xffff) + ", not 1");
    }
    if (version >>> 16 != SHAPE) {
      throw new BoardTroubleException(
          Trouble.OTHER_SHAPE,
          (version >>> 16 & 0xff) + " lanes and " + (version >>> 24) + " banks, not 16 and 8");
    }
  }

  /** Begins a run of so many jobs. */
  void start(Way way, long jobs, long results, int count) throws BoardTroubleException {
    link.write(Registers.INTERRUPT_ENABLE, 1);
    link.write(Registers.INTERRUPT_MASK, 1);
    link.writeLong(Registers.JOBS, jobs);
    link.writeLong(Registers.RESULTS, results);
    link.write(Registers.COUNT, count);
    link.write(Registers.DECODE, way.number());
    if ((link.read(Registers.CONTROL) & IDLE) == 0) {
      throw new BoardTroubleException(Trouble.NOT_STARTED, "the kernel is not idle");
    }
    link.write(Registers.CONTROL, STARTED);
  }

  /** Waits for the end of a run, for as long as results keep coming. */
  void await(int count) throws BoardTroubleException {
    int before = -1;
    for (int looks = 0; !isIdle(); link.await(patience.look())) {
      int results = link.read(Registers.RESULTS_WRITTEN);
      looks = results == before ? looks + 1 : 0;
      before = results;
      if (looks > patience.looks()) {
        throw new BoardTroubleException(
            Trouble.NEVER_DONE, results + " of " + count + " jobs are done");
      }
    }
    link.write(Registers.INTERRUPT_PENDING, 1);
    int results = link.read(Registers.RESULTS_WRITTEN);
    int status = link.read(Registers.STATUS);
    if ((status & BUS_ERRORS) != 0) {
      throw new BoardTroubleException(Trouble.BUS_ERROR, "status " + hex(status));
    }
    if (results != count) {
      throw new BoardTroubleException(
          Trouble.SHORT_COUNT, results + " of " + count + " jobs are done");
    }
  }

  private boolean isIdle() throws BoardTroubleException {
    int control = link.read(Registers.CONTROL);
    return (control & STARTED) == 0 && (control & IDLE) != 0;
  }

  /** Gives the run under way up; no books are resident afterwards. */
  void reset() throws BoardTroubleException {
    link.write(Registers.STATUS, RESETTING);
    link.write(Registers.INTERRUPT_PENDING, 1);
    for (int looks = 0; isResetting(); link.await(patience.look())) {
      if (looks++ > patience.looks()) {
        throw new BoardTroubleException(Trouble.NEVER_RESET, "");
      }
    }
  }

  private boolean isResetting() throws BoardTroubleException {
    return (link.read(Registers.STATUS) & RESETTING) != 0 || !isIdle();
  }

  /** What was counted in the last run; blocks and their sizes are for the driver to say. */
  Cycles cycles() throws BoardTroubleException {
    return new Cycles(
        count(Registers.CYCLES),
        OptionalLong.empty(),
        0,
        0,
        0,
        count(Registers.REFUSED),
        count(Registers.STARVED),
        count(Registers.BLOCKED));
  }

  private long count(int register) throws BoardTroubleException {
    return Integer.toUnsignedLong(link.read(register));
  }

  private static String hex(int word) {
    return "0x" + Integer.toHexString(word);
  }

  /**
   * How long nothing may move. Counted in looks, so that a simulation may be slow.
   *
   * @param looks after which a device that shows nothing new is wedged
   * @param look how long each waits
   */
  record Patience(int looks, Duration look) {
    /** Ten seconds of a device that is there. */
    static final Patience USUAL = new Patience(500, Duration.ofMillis(20));
  }
}
