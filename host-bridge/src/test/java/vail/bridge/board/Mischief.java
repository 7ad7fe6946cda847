package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;
import vail.fault.Fault;

/** What goes wrong on a board, and the trouble that the driver must name then. */
enum Mischief {
  VANISHES(Trouble.LOST),
  WEDGES(Trouble.NEVER_DONE) {
    @Override
    int read(int address, int value, boolean begun) {
      return address == Registers.CONTROL && begun ? BUSY : value;
    }
  },
  IS_NEVER_IDLE(Trouble.NOT_STARTED) {
    @Override
    int read(int address, int value, boolean begun) {
      return address == Registers.CONTROL ? BUSY : value;
    }
  },
  FORGETS_A_RESULT(Trouble.SHORT_COUNT) {
    @Override
    int read(int address, int value, boolean begun) {
      return address == Registers.RESULTS_WRITTEN ? value - 1 : value;
    }
  },
  MISSES_ITS_MEMORY(Trouble.BUS_ERROR) {
    @Override
    int read(int address, int value, boolean begun) {
      return address == Registers.STATUS ? value | 2 : value;
    }
  },
  FAILS_TO_WRITE(Trouble.BUS_ERROR) {
    @Override
    int read(int address, int value, boolean begun) {
      return address == Registers.STATUS ? value | 4 : value;
    }
  },
  LOADS_BOOKS_FOREVER(Trouble.BOOK_STUCK) {
    @Override
    int read(int address, int value, boolean begun) {
      return isBookStatus(address) ? value | 1 : value;
    }
  },
  REFUSES_BOOKS(Trouble.BOOK_REFUSED) {
    @Override
    int read(int address, int value, boolean begun) {
      return isBookStatus(address) ? Fault.CODEBOOK_INCOMPLETE.number() << 8 : value;
    }
  },
  SWAPS_RESULTS(Trouble.OTHER_TAG) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      flip(all, all.byteSize() - RESULT, 1);
    }
  },
  WRITES_NO_RESULTS(Trouble.OTHER_TAG) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      all.asSlice(all.byteSize() - (long) RESULT * jobs).fill((byte) 0);
    }
  },
  READS_OTHER_BYTES(Trouble.SOURCE_DIFFERS) {
    @Override
    void sent(MemorySegment all) {
      flip(all, 5, 32);
    }
  },
  READS_ANOTHER_COMMAND(Trouble.SOURCE_DIFFERS) {
    @Override
    void sent(MemorySegment all) {
      flip(all, all.byteSize() - 6, 1); // the bias of the last job
    }
  },
  READS_ANOTHER_ADDRESS(Trouble.SOURCE_DIFFERS) {
    @Override
    void sent(MemorySegment all) {
      flip(all, all.byteSize() - JOB, 16);
    }
  },
  WRITES_OTHER_BYTES(Trouble.TARGET_DIFFERS) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      flip(all, 3, 64);
    }
  },
  WRITES_ITS_CHECK_WRONG(Trouble.TARGET_DIFFERS) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      flip(all, all.byteSize() - 1, 64);
    }
  },
  WRITES_TOO_MUCH(Trouble.IMPOSSIBLE_SIZE) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      word(all, jobs, 1, 0xFFFFFF);
    }
  },
  WRITES_NOTHING(Trouble.IMPOSSIBLE_SIZE) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      word(all, jobs, 1, 0);
    }
  },
  FINDS_FAULTS_IN_SOUND_BLOCKS(Trouble.WRONG_VERDICT) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      word(all, jobs, 1, Fault.CHECKSUM.number() << 24);
    }
  },
  WRITES_ANOTHER_HEAD(Trouble.WRONG_BLOCK) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      flip(all, 0, 4);
      believe(all, jobs);
    }
  },
  WRITES_ANOTHER_SIZE(Trouble.WRONG_BLOCK) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      flip(all, 6, 1);
      believe(all, jobs);
    }
  },
  WRITES_ANOTHER_PAYLOAD(Trouble.WRONG_BLOCK) {
    @Override
    void fetched(MemorySegment all, int jobs) {
      flip(all, 13, 1);
      believe(all, jobs);
    }
  };

  private static final int BUSY = 1;
  private static final int RESULT = 16;
  private static final int JOB = 32;

  private final Trouble trouble;

  Mischief(Trouble trouble) {
    this.trouble = trouble;
  }

  Trouble trouble(Way way) {
    boolean isOrder = this == FINDS_FAULTS_IN_SOUND_BLOCKS && way == Way.ENCODE;
    return isOrder ? Trouble.JOB_REFUSED : trouble;
  }

  /** Whether it shows; what has nothing to do with the way is tried one way. */
  boolean concerns(Way way) {
    return way == Way.ENCODE
        || switch (trouble) {
          case OTHER_TAG, SOURCE_DIFFERS, TARGET_DIFFERS, IMPOSSIBLE_SIZE, WRONG_VERDICT -> true;
          default -> false;
        };
  }

  /** Whether it is tried with blocks that are coded, and so books that a reset forgets. */
  boolean wantsBooks() {
    return switch (trouble) {
      case BOOK_STUCK, BOOK_REFUSED, OTHER_TAG, WRONG_VERDICT -> true;
      default -> false;
    };
  }

  /** What a register says instead, before or after a run was begun. */
  int read(int address, int value, boolean begun) {
    return value;
  }

  /** What the device finds instead in its memory; done twice it undoes itself. */
  void sent(MemorySegment all) {}

  /** What the driver finds instead: targets, then the results of so many jobs. */
  void fetched(MemorySegment all, int jobs) {}

  private static boolean isBookStatus(int address) {
    return address == Way.ENCODE.books() + Registers.BOOK_STATUS
        || address == Way.DECODE.books() + Registers.BOOK_STATUS;
  }

  private static void flip(MemorySegment all, long at, int bits) {
    all.set(JAVA_BYTE, at, (byte) (all.get(JAVA_BYTE, at) ^ bits));
  }

  /** A word of the first result. */
  private static void word(MemorySegment all, int jobs, int word, int value) {
    all.set(JAVA_INT, all.byteSize() - (long) RESULT * jobs + Integer.BYTES * (long) word, value);
  }

  /** Makes the check of the first block right again. */
  private static void believe(MemorySegment all, int jobs) {
    long result = all.byteSize() - (long) RESULT * jobs;
    int bytes = all.get(JAVA_INT, result + Integer.BYTES) & 0xFFFFFF;
    CRC32C crc = new CRC32C();
    crc.update(all.asSlice(0, (bytes + 15L) / 16 * 16).asByteBuffer());
    word(all, jobs, 3, ~(int) crc.getValue());
  }
}
