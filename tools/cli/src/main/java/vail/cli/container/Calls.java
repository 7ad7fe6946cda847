package vail.cli.container;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;

/**
 * The calls of one direction through a device: how long they take, and what they carry. Safe
 * between threads.
 */
final class Calls {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final LongAdder processorNanos = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder blocks = new LongAdder();
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();

  /** The same encoder, watched. */
  BlockEncoder encoder(BlockEncoder encoder) {
    BlockEncoder watched =
        (set, policy, symbols, coded, batch) ->
            time(batch, () -> encoder.encode(set, policy, symbols, coded, batch));
    return watched.atOnce(encoder.bytesAtOnce());
  }

  /** The same decoder, watched. */
  BlockDecoder decoder(BlockDecoder decoder) {
    BlockDecoder watched =
        (set, limits, coded, symbols, batch) ->
            time(batch, () -> decoder.decode(set, limits, coded, symbols, batch));
    return watched.atOnce(decoder.bytesAtOnce());
  }

  private void time(Batch batch, Runnable call) {
    long start = System.nanoTime();
    long work = THREAD.getCurrentThreadCpuTime();
    try {
      call.run();
    } finally {
      processorNanos.add(THREAD.getCurrentThreadCpuTime() - work);
      nanos.add(System.nanoTime() - start);
    }
    blocks.add(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      bytesIn.add(batch.sourceBytes(i));
      bytesOut.add(batch.ok(i) ? batch.bytes(i) : 0);
    }
  }

  long blocks() {
    return blocks.sum();
  }

  long bytesIn() {
    return bytesIn.sum();
  }

  long bytesOut() {
    return bytesOut.sum();
  }

  /** What the calling threads spent of a processor, which others that want one do not prolong. */
  double processorSeconds() {
    return processorNanos.sum() / 1e9;
  }

  double seconds() {
    return nanos.sum() / 1e9;
  }
}
