package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.fault.Fault;

/** Symbols to blocks. */
final class Encoding extends Work {
  /** Bytes that the block of one symbol takes which primes the mean of a stream. */
  private static final int PRIMING_BYTES = 64;

  private final Plan plan;
  private final BlockJudge judge;
  private final MemorySegment mean = MemorySegment.ofArray(new byte[1]);
  private final int firstMean;

  Encoding(Plan plan, MemorySegment symbols, MemorySegment blocks, Batch batch) {
    super(batch, symbols, blocks);
    this.plan = plan;
    this.judge = new BlockJudge(plan);
    this.firstMean = batch.streamMean();
  }

  @Override
  Way way() {
    return Way.ENCODE;
  }

  @Override
  void prepare(Slot slot, Banks banks) throws BoardTroubleException {
    if (plan.isBest()) {
      banks.offer(plan.books());
    } else {
      banks.hold(plan.books());
    }
  }

  @Override
  void fill(int first, Slot slot) {
    slot.clear();
    if (plan.looksBack()) {
      prime(first, slot);
    }
    int i = first;
    for (boolean more = true; more && i < batch.size(); ) {
      if (plan.isLegal(batch.sourceBytes(i))) {
        int bound = plan.bound(batch.sourceBytes(i));
        more = slot.hasRoom(batch.sourceBytes(i), bound);
        if (!more) {
          break;
        }
        slot.add(i, batch.sourceBytes(i), bound, plan.command());
        slot.put(from, batch.sourceAt(i));
      }
      more = !isAwaited(i);
      i++;
    }
    slot.end(i);
  }

  /** A block of one symbol has that symbol for its mean, and a zero has none. */
  private void prime(int first, Slot slot) {
    mean.set(JAVA_BYTE, 0, (byte) meanBefore(first));
    slot.add(Slot.NONE, 1, PRIMING_BYTES, plan.primingCommand());
    slot.put(mean, 0);
  }

  /** B-07: of the last block before this one that is on the stream. */
  private int meanBefore(int first) {
    for (int i = first - 1; i >= 0; i--) {
      if (i < delivered() ? batch.ok(i) : plan.isLegal(batch.sourceBytes(i))) {
        return mean(batch.sourceAt(i), batch.sourceBytes(i));
      }
    }
    return firstMean;
  }

  private int mean(long at, int bytes) {
    long sum = 0;
    int there = 0;
    for (int i = 0; i < bytes; i++) {
      int symbol = from.get(JAVA_BYTE, at + i) & 0xff;
      sum += symbol;
      there += symbol == 0 ? 0 : 1;
    }
    return there == 0 ? 0 : (int) (sum / there);
  }

  /** A block that lacks room is not on the stream, and whether it does is seen when it is done. */
  @Override
  boolean isAwaited(int i) {
    int symbols = batch.sourceBytes(i);
    return plan.looksBack() && plan.isLegal(symbols) && batch.targetRoom(i) < plan.bound(symbols);
  }

  @Override
  void judge(Slot slot) throws BoardTroubleException {
    for (int job = 0; job < slot.count(); job++) {
      slot.verify(job);
      if (slot.fault(job) != 0) {
        throw slot.trouble(Trouble.JOB_REFUSED, job);
      }
      if (slot.block(job) != Slot.NONE && !judge.isSound(slot, job)) {
        throw slot.trouble(Trouble.WRONG_BLOCK, job);
      }
    }
  }

  /** The one reason for which no device is asked (B-24). */
  @Override
  void settle(int i) {
    batch.fail(i, Fault.BAD_ARGUMENT, 0);
  }

  @Override
  void deliver(Slot slot, int job) {
    int i = slot.block(job);
    int bytes = slot.bytes(job);
    if (bytes > batch.targetRoom(i)) {
      batch.fail(i, Fault.OUTPUT_TOO_SMALL, 0);
      return;
    }
    MemorySegment.copy(slot.targets(), slot.targetAt(job), to, batch.targetAt(i), bytes);
    batch.succeed(i, bytes);
  }

  @Override
  void close() {
    if (plan.looksBack()) {
      batch.streamMean(meanBefore(batch.size()));
    }
  }
}
