package vail.bridge.board;

/** How a device fails its driver. Each is found before a byte of its blocks is given out. */
public enum Trouble {
  /** Its registers do not say {@code VAIL}. */
  NO_KERNEL("no Vail kernel answers"),
  /** The kernel's registers or jobs are another version's. */
  OTHER_VERSION("the kernel is of another version"),
  /** The kernel has other lanes or banks than this driver is for. */
  OTHER_SHAPE("the kernel has another shape"),
  /** There is less memory than the largest block needs. */
  OUT_OF_MEMORY("the device has too little memory"),
  /** An access was refused: the device is gone, or what leads to it. */
  LOST("the device does not answer"),
  /** A run does not end, and none of its jobs does. */
  NEVER_DONE("a run never ends"),
  /** It cannot be reset. */
  NEVER_RESET("the device cannot be reset"),
  /** The kernel did not find a run to begin. */
  NOT_STARTED("a run was not begun"),
  /** A run ended before all its results were written. */
  SHORT_COUNT("a run ended early"),
  /** A transfer between kernel and memory was answered with an error. */
  BUS_ERROR("the device cannot reach its memory"),
  /** A book is never loaded. */
  BOOK_STUCK("a book is never loaded"),
  /** A book that this driver knows to be good is refused. */
  BOOK_REFUSED("the device refuses a good book"),
  /** A result belongs to another job, or was not written at all. */
  OTHER_TAG("a result is another job's"),
  /** The kernel read something else than the driver wrote. */
  SOURCE_DIFFERS("the kernel read other bytes"),
  /** The driver reads something else than the kernel wrote. */
  TARGET_DIFFERS("the kernel wrote other bytes"),
  /** A size that no such job can have. */
  IMPOSSIBLE_SIZE("a size is impossible"),
  /** The kernel says that a sound job cannot be done. */
  JOB_REFUSED("the kernel refuses a sound job"),
  /** A block that was encoded has another head than was asked for, or a wrong check. */
  WRONG_BLOCK("a block is not what was asked for"),
  /** The kernel finds a fault in a block in which the software finds none, or another. */
  WRONG_VERDICT("a block has another fault than the kernel says");

  private final String words;

  Trouble(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
