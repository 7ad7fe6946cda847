package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import vail.backend.Cycles;

/**
 * One piece of a batch on its way: sources and jobs to send, targets and results to fetch, each in
 * one stretch of the device's memory and of the host's. Lengths are whole beats. Reused.
 */
final class Slot {
  /** Bytes of a beat of the kernel's memory. */
  static final int BEAT = 16;

  private static final int JOB = 32;
  private static final int RESULT = 16;
  private static final int MOST_JOBS = 1024;
  private static final int SIZE_BITS = 0xFFFFFF;

  /** The block of a job that belongs to none. */
  static final int NONE = -1;

  private final MemorySegment in;
  private final MemorySegment out;
  private final ByteBuffer inBytes;
  private final ByteBuffer outBytes;
  private final long inAt;
  private final long outAt;
  private final CRC32C crc = new CRC32C();
  private final int[] block = new int[MOST_JOBS];
  private final int[] sourceAt = new int[MOST_JOBS];
  private final int[] sourceBytes = new int[MOST_JOBS];
  private final int[] targetAt = new int[MOST_JOBS];
  private final int[] room = new int[MOST_JOBS];
  private final int[] command = new int[MOST_JOBS];
  private final int[] check = new int[MOST_JOBS];
  private final long[] faultAt = new long[MOST_JOBS];

  /** Books that must be resident while it runs. */
  final List<Banks.Named> books = new ArrayList<>(Banks.COUNT);

  private int count;
  private int sourcesEnd;
  private int targetsEnd;
  private int firstTag;
  private int end;
  private Cycles cycles = Totals.NONE;

  /**
   * A slot of two stretches of the device's memory.
   *
   * @param at where it begins there
   * @param bytes of each stretch
   */
  Slot(Arena arena, long at, int bytes) {
    in = arena.allocate(bytes, BEAT);
    out = arena.allocate(bytes, BEAT);
    inBytes = in.asByteBuffer();
    outBytes = out.asByteBuffer();
    inAt = at;
    outAt = at + bytes;
  }

  private static int whole(int bytes) {
    return (bytes + BEAT - 1) & -BEAT;
  }

  void clear() {
    count = 0;
    sourcesEnd = 0;
    targetsEnd = 0;
    books.clear();
  }

  /** Whether a job of so many bytes, and so many to come, still fits. */
  boolean hasRoom(int bytes, int target) {
    return count < MOST_JOBS
        && (long) sourcesEnd + whole(bytes) + (long) JOB * (count + 1) <= in.byteSize()
        && (long) targetsEnd + whole(target) + (long) RESULT * (count + 1) <= out.byteSize();
  }

  /** Adds a job, whose source is to be {@link #put} next. */
  void add(int ofBlock, int bytes, int target, int how) {
    block[count] = ofBlock;
    sourceAt[count] = sourcesEnd;
    sourceBytes[count] = bytes;
    targetAt[count] = targetsEnd;
    room[count] = whole(target);
    command[count] = how;
    sourcesEnd += whole(bytes);
    targetsEnd += room[count];
    count++;
  }

  /** Copies the source of the last job; the rest of its last beat is zero. */
  void put(MemorySegment from, long at) {
    int last = count - 1;
    in.set(JAVA_LONG, sourcesEnd - BEAT, 0);
    in.set(JAVA_LONG, sourcesEnd - BEAT / 2, 0);
    MemorySegment.copy(from, at, in, sourceAt[last], sourceBytes[last]);
  }

  /** Blocks up to this one are done with this piece. */
  void end(int next) {
    end = next;
  }

  int end() {
    return end;
  }

  int count() {
    return count;
  }

  int block(int job) {
    return block[job];
  }

  int sourceBytes(int job) {
    return sourceBytes[job];
  }

  /** Writes the jobs behind their sources, under tags that no other job has had for long. */
  void seal(int tag) {
    firstTag = tag;
    for (int i = 0; i < count; i++) {
      long at = sourcesEnd + (long) JOB * i;
      in.set(JAVA_LONG, at, inAt + sourceAt[i]);
      in.set(JAVA_LONG, at + 8, outAt + targetAt[i]);
      in.set(JAVA_INT, at + 16, sourceBytes[i]);
      in.set(JAVA_INT, at + 20, room[i]);
      in.set(JAVA_INT, at + 24, command[i]);
      in.set(JAVA_INT, at + 28, tag + i);
      crc.reset();
      sum(inBytes, (int) at, JOB);
      check[i] = sum(inBytes, sourceAt[i], whole(sourceBytes[i]));
    }
  }

  /** The register of the check, which the kernel does not invert. */
  private int sum(ByteBuffer bytes, int at, int length) {
    bytes.limit(at + length).position(at);
    crc.update(bytes);
    return ~(int) crc.getValue();
  }

  void upload(Link link) throws BoardTroubleException {
    link.upload(in.asSlice(0, sourcesEnd + (long) JOB * count), inAt);
  }

  void start(Kernel kernel, Way way) throws BoardTroubleException {
    kernel.start(way, inAt + sourcesEnd, outAt + targetsEnd, count);
  }

  void download(Link link) throws BoardTroubleException {
    link.download(outAt, out.asSlice(0, targetsEnd + (long) RESULT * count));
  }

  /** What its run took. */
  void ran(Cycles counted) {
    cycles = counted;
  }

  Cycles cycles() {
    return cycles;
  }

  /** Makes sure of a result: that it is this job's, of these bytes, and what came with it. */
  void verify(int job) throws BoardTroubleException {
    if (result(job, 0) != firstTag + job) {
      throw trouble(Trouble.OTHER_TAG, job);
    }
    if (result(job, 2) != check[job]) {
      throw trouble(Trouble.SOURCE_DIFFERS, job);
    }
    if (bytes(job) > room[job] || (bytes(job) == 0) != (fault(job) != 0)) {
      throw trouble(Trouble.IMPOSSIBLE_SIZE, job);
    }
    crc.reset();
    if (fault(job) == 0 && sum(outBytes, targetAt[job], whole(bytes(job))) != result(job, 3)) {
      throw trouble(Trouble.TARGET_DIFFERS, job);
    }
  }

  /** What is wrong with a job. */
  BoardTroubleException trouble(Trouble trouble, int job) {
    return new BoardTroubleException(trouble, "block " + block[job]);
  }

  private int result(int job, int word) {
    return out.get(JAVA_INT, targetsEnd + (long) RESULT * job + (long) Integer.BYTES * word);
  }

  /** The kernel's verdict on a job; 0 is none. */
  int fault(int job) {
    return result(job, 1) >>> Integer.SIZE - Byte.SIZE;
  }

  /** Bytes that the kernel wrote for a job. */
  int bytes(int job) {
    return result(job, 1) & SIZE_BITS;
  }

  MemorySegment targets() {
    return out;
  }

  ByteBuffer targetBytes() {
    return outBytes;
  }

  int targetAt(int job) {
    return targetAt[job];
  }

  /** Where the fault of a job's block lies. */
  void faultAt(int job, long at) {
    faultAt[job] = at;
  }

  long faultAt(int job) {
    return faultAt[job];
  }
}
