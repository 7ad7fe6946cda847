package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.cl_mem;
import vail.block.Batch;
import vail.fault.Fault;

/** The blocks of one launch as the kernels read and write them (format.cl). Reused. */
final class Jobs implements AutoCloseable {
  private static final int WORDS = 16;
  private static final int SOURCE_BYTES = 1;
  private static final int TARGET_AT = 2;
  private static final int TARGET_ROOM = 3;
  private static final int BEFORE = 4;
  private static final int FAULT = 5;
  private static final int FAULT_AT = 6;
  private static final int BYTES = 7;
  private static final int MEAN = 8;
  private static final int MOST_FAULT = Fault.INTERNAL.number();

  /** The job that has none ahead of it in this launch. */
  private static final int NONE = -1;

  /** More would be no faster, and the words of all of them are carried there and back. */
  private static final int MOST = 1 << 16;

  private final Staging words;
  private final DeviceBuffer device;
  private final Side source = new Side();
  private final Side target = new Side();
  private int from;
  private int count;

  Jobs(Station station) {
    this.words = new Staging(station.cl());
    this.device = station.buffer();
  }

  /** Takes as many blocks from a batch as one launch may have; returns the first that waits. */
  int take(
      Batch batch, int first, Demand demand, Side.Way sourceWay, Side.Way targetWay, long most) {
    source.clear(sourceWay);
    target.clear(targetWay);
    from = first;
    int end = first;
    boolean more = true;
    while (more && end < batch.size() && end - first < MOST) {
      int bytes = demand.source(end);
      int room = demand.target(end);
      more =
          end == first
              || source.admits(batch.sourceAt(end), bytes, most)
                  && target.admits(batch.targetAt(end), room, most);
      if (more) {
        source.add(batch.sourceAt(end), bytes);
        target.add(batch.targetAt(end), room);
        more = !demand.isAwaited(end);
        end++;
      }
    }
    count = end - first;
    fill(batch, demand);
    return end;
  }

  private void fill(Batch batch, Demand demand) {
    words.atLeast((long) Integer.BYTES * WORDS * count);
    int before = NONE;
    int sourceAt = 0;
    int targetAt = 0;
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      int bytes = demand.source(from + i);
      int room = demand.target(from + i);
      words.word(at, place(source, batch.sourceAt(from + i), sourceAt, bytes));
      words.word(at + SOURCE_BYTES, bytes);
      words.word(at + TARGET_AT, place(target, batch.targetAt(from + i), targetAt, room));
      words.word(at + TARGET_ROOM, room);
      words.word(at + BEFORE, before);
      words.word(at + FAULT, Fault.INTERNAL.number());
      sourceAt += bytes;
      targetAt += room;
      before = bytes > 0 ? i : before;
    }
  }

  private static int place(Side side, long at, int packedAt, int bytes) {
    return side.way() == Side.Way.PACKED ? packedAt : bytes == 0 ? 0 : (int) (at - side.start());
  }

  Side source() {
    return source;
  }

  Side target() {
    return target;
  }

  int count() {
    return count;
  }

  cl_mem device() {
    return device.atLeast(words.memory().byteSize());
  }

  void upload(Queue queue) {
    queue.upload(words.pointer(), (long) Integer.BYTES * WORDS * count, device());
  }

  void download(Queue queue) {
    queue.download(device(), (long) Integer.BYTES * WORDS * count, words.pointer());
  }

  /** Copies the sources of the batch to where jobs say that they are. */
  void pack(Batch batch, MemorySegment from, MemorySegment to) {
    for (int i = 0; i < count; i++) {
      int bytes = words.word(WORDS * i + SOURCE_BYTES);
      MemorySegment.copy(from, batch.sourceAt(this.from + i), to, words.word(WORDS * i), bytes);
    }
  }

  /** An answer that cannot be true is a fault of the device's own. */
  void doubt(Batch batch) {
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      long bytes = words.word(at + BYTES);
      long place = words.word(at + TARGET_AT);
      boolean isPossible =
          words.word(at + FAULT) != 0
              || bytes >= 0
                  && bytes <= batch.targetRoom(from + i)
                  && place >= 0
                  && place + bytes <= target.bytes();
      if (!isPossible || words.word(at + FAULT) < 0 || words.word(at + FAULT) > MOST_FAULT) {
        words.word(at + FAULT, Fault.INTERNAL.number());
        words.word(at + FAULT_AT, 0);
      }
    }
  }

  /** Bytes behind the last that was written for a block. */
  long end() {
    long end = 0;
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      if (words.word(at + FAULT) == 0) {
        end = Math.max(end, words.word(at + TARGET_AT) + (long) words.word(at + BYTES));
      }
    }
    return end;
  }

  /** Copies the targets of good blocks from where jobs say that they are. */
  void unpack(Batch batch, MemorySegment from, MemorySegment to) {
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      if (words.word(at + FAULT) == 0) {
        MemorySegment.copy(
            from,
            words.word(at + TARGET_AT),
            to,
            batch.targetAt(this.from + i),
            words.word(at + BYTES));
      }
    }
  }

  /** Hands the results on. */
  void report(Batch batch) {
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      int fault = words.word(at + FAULT);
      if (fault == 0) {
        batch.succeed(from + i, words.word(at + BYTES));
      } else {
        batch.fail(from + i, Fault.of(fault), words.word(at + FAULT_AT));
      }
    }
  }

  /** The mean of the last block that is on the stream now, or the one before (B-07). */
  int streamMean(int before) {
    for (int i = count - 1; i >= 0; i--) {
      if (words.word(WORDS * i + FAULT) == 0) {
        return words.word(WORDS * i + MEAN);
      }
    }
    return before;
  }

  @Override
  public void close() {
    words.close();
    device.close();
  }
}
