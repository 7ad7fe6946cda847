package vail.sim.event;

/** All links: until when each is busy, and what it has carried so far; a row of numbers a link. */
final class Links {
  private static final int WIDTH = 4;
  private static final int BUSY = 1;
  private static final int PARTS = 2;

  private final long[] rows;

  Links(int size) {
    rows = new long[Math.multiplyExact(size, WIDTH)];
  }

  /** When a link is free for a message that is here. */
  long start(int link, long now) {
    return Math.max(now, rows[link * WIDTH]);
  }

  /** Keeps a link busy with a message until its last byte has left. */
  void carry(int link, long start, long end, long parts) {
    int row = link * WIDTH;
    rows[row] = end;
    rows[row + BUSY] += end - start;
    rows[row + PARTS] += parts;
  }

  long busy(int link) {
    return rows[link * WIDTH + BUSY];
  }

  /** Parts of bytes. */
  long parts(int link) {
    return rows[link * WIDTH + PARTS];
  }
}
