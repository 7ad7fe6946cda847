package vail.bridge.opencl;

/** Where the blocks of a launch lie on one side, the source or the target. Reused. */
final class Side {
  /** How blocks lie in the memory that a device sees. */
  enum Way {
    /** As they do in the caller's memory. */
    AS_THEY_ARE,
    /** One after the other. */
    PACKED
  }

  private Way way = Way.PACKED;
  private long start;
  private long end;
  private long sum;

  void clear(Way way) {
    this.way = way;
    start = Long.MAX_VALUE;
    end = 0;
    sum = 0;
  }

  Way way() {
    return way;
  }

  /** Whether a block of so many bytes may come along. */
  boolean admits(long at, int bytes, long most) {
    return switch (way) {
      case PACKED -> sum + bytes <= most;
      case AS_THEY_ARE -> bytes == 0 || Math.max(end, at + bytes) - Math.min(start, at) <= most;
    };
  }

  /** Takes a block along. */
  void add(long at, int bytes) {
    sum += bytes;
    if (bytes > 0) {
      start = Math.min(start, at);
      end = Math.max(end, at + bytes);
    }
  }

  /** The place of the first byte of all. */
  long start() {
    return way == Way.PACKED || start > end ? 0 : start;
  }

  /** Bytes that the device sees. */
  long bytes() {
    return way == Way.PACKED ? sum : end - start();
  }
}
