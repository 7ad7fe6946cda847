package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jocl.cl_mem;
import vail.block.Batch;
import vail.block.BlockSize;
import vail.fault.Fault;

/** The blocks of one launch as the kernels read and write them (format.cl). Reused. */
final class Jobs {
  private static final int WORDS = 16;
  private static final int SOURCE_BYTES = 1;
  private static final int TARGET_AT = 2;
  private static final int TARGET_ROOM = 3;
  private static final int BEFORE = 4;
  private static final int FAULT = 5;
  private static final int FAULT_AT = 6;
  private static final int BYTES = 7;
  private static final int MEAN = 8;
  private static final int LAYOUT_BITS = 31;
  private static final int MOST_FAULT = Fault.INTERNAL.number();

  /** The job that has none ahead of it in this launch. */
  private static final int NONE = -1;

  /** More would be no faster, and the words of all of them are carried there and back. */
  private static final int MOST = 1 << 16;

  private final Words words;
  private final Side source = new Side();
  private final Side target = new Side();
  private int from;
  private int count;

  Jobs(Words words) {
    this.words = words;
  }

  /** Takes as many blocks of a call as one portion may have; returns the first that waits. */
  int take(Call call, int first, Side.Way sourceWay, Side.Way targetWay, long most) {
    Batch batch = call.batch();
    source.clear(sourceWay);
    target.clear(targetWay);
    from = first;
    int end = first;
    boolean more = true;
    while (more && end < batch.size() && end - first < MOST) {
      int bytes = call.source(end);
      int room = call.target(end);
      more =
          end == first
              || source.admits(batch.sourceAt(end), bytes, most)
                  && target.admits(batch.targetAt(end), room, most);
      if (more) {
        source.add(batch.sourceAt(end), bytes);
        target.add(batch.targetAt(end), room);
        more = !call.isAwaited(end);
        end++;
      }
    }
    count = end - first;
    fill(call);
    return end;
  }

  private void fill(Call call) {
    Batch batch = call.batch();
    words.atLeast(WORDS * count);
    int before = NONE;
    int sourceAt = 0;
    int targetAt = 0;
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      int bytes = call.source(from + i);
      int room = call.target(from + i);
      words.set(at, place(source, batch.sourceAt(from + i), sourceAt, bytes));
      words.set(at + SOURCE_BYTES, bytes);
      words.set(at + TARGET_AT, place(target, batch.targetAt(from + i), targetAt, room));
      words.set(at + TARGET_ROOM, room);
      words.set(at + BEFORE, before);
      words.set(at + FAULT, Fault.INTERNAL.number());
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

  /** Sends them to the device; returns where it has them. */
  cl_mem upload(Queue queue) {
    words.upload(queue, WORDS * count);
    return words.device();
  }

  void download(Queue queue) {
    words.download(queue, WORDS * count);
  }

  /** Copies the sources to where jobs say that they are. */
  void pack(Call call, MemorySegment to) {
    Batch batch = call.batch();
    MemorySegment source = Copies.forAll(call.source());
    Copies.each(
        count,
        to.byteSize(),
        i -> {
          int bytes = words.get(WORDS * i + SOURCE_BYTES);
          MemorySegment.copy(source, batch.sourceAt(from + i), to, words.get(WORDS * i), bytes);
        });
  }

  /** What the heads of blocks say, as the device sees them. */
  Layouts layouts(MemorySegment seen, Shelf shelf) {
    int ofShort = 0;
    int ofLong = 0;
    for (int i = 0; i < count; i++) {
      long at = words.get(WORDS * i);
      if (words.get(WORDS * i + SOURCE_BYTES) >= BlockSize.HEAD) {
        int id = byteOf(seen, at) << 8 | byteOf(seen, at + 1);
        int layout = 1 << (byteOf(seen, at + 2) & LAYOUT_BITS);
        ofShort |= shelf.isShort(id) ? layout : 0;
        ofLong |= shelf.isLong(id) ? layout : 0;
      }
    }
    return new Layouts(ofShort, ofLong);
  }

  /** An answer that cannot be true is a fault of the device's own. */
  void doubt(Batch batch) {
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      long bytes = words.get(at + BYTES);
      long place = words.get(at + TARGET_AT);
      boolean isPossible =
          words.get(at + FAULT) != 0
              || bytes >= 0
                  && bytes <= batch.targetRoom(from + i)
                  && place >= 0
                  && place + bytes <= target.bytes();
      if (!isPossible || words.get(at + FAULT) < 0 || words.get(at + FAULT) > MOST_FAULT) {
        words.set(at + FAULT, Fault.INTERNAL.number());
        words.set(at + FAULT_AT, 0);
      }
    }
  }

  /** Bytes behind the last that was written for a block. */
  long end() {
    long end = 0;
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      if (words.get(at + FAULT) == 0) {
        end = Math.max(end, words.get(at + TARGET_AT) + (long) words.get(at + BYTES));
      }
    }
    return end;
  }

  private static int byteOf(MemorySegment memory, long at) {
    return memory.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }

  /** Copies the targets of good blocks from where jobs say that they are. */
  void unpack(Call call, MemorySegment from) {
    Batch batch = call.batch();
    MemorySegment target = Copies.forAll(call.target());
    Copies.each(
        count,
        end(),
        i -> {
          int at = WORDS * i;
          if (words.get(at + FAULT) == 0) {
            long to = batch.targetAt(this.from + i);
            MemorySegment.copy(from, words.get(at + TARGET_AT), target, to, words.get(at + BYTES));
          }
        });
  }

  /** Hands the results on. */
  void report(Call call) {
    Batch batch = call.batch();
    for (int i = 0; i < count; i++) {
      int at = WORDS * i;
      int fault = words.get(at + FAULT);
      if (fault == 0) {
        batch.succeed(from + i, words.get(at + BYTES));
      } else {
        batch.fail(from + i, Fault.of(fault), words.get(at + FAULT_AT));
      }
      if (call instanceof Call.Decoding decoding) {
        decoding.nameFault(from + i);
      }
    }
  }

  /** The mean of the last block that is on the stream now, or the one before (B-07). */
  int streamMean(int before) {
    for (int i = count - 1; i >= 0; i--) {
      if (words.get(WORDS * i + FAULT) == 0) {
        return words.get(WORDS * i + MEAN);
      }
    }
    return before;
  }
}
