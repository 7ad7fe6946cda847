package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import org.jocl.cl_mem;
import vail.block.Batch;
import vail.block.BlockOrder;
import vail.block.ReferencePayload;
import vail.block.Release;
import vail.block.SoftwareDecoder;
import vail.code.BookSet;
import vail.fault.Limits;

/** A queue, its kernels and its buffers: all that one thread needs for a call. */
final class Workplace implements AutoCloseable {
  private final Owned owned;
  private final Queue queue;
  private final Carrier carrier;
  private final Kernels kernels;
  private final Jobs jobs;
  private final Staging sources;
  private final Staging targets;
  private final Station station;
  private final long most;

  /** What is made belongs to {@code owned}, which this closes. */
  Workplace(Station station, Family family, long most, Owned owned) {
    this.owned = owned;
    this.station = station;
    this.queue = owned.add(station.queue(), station.queue()::close);
    this.carrier = carrier(station, family);
    owned.add(carrier, carrier::close);
    this.kernels = family.kernels(station, owned);
    this.jobs = new Jobs(station);
    owned.add(jobs, jobs::close);
    this.sources = owned.add(new Staging(station.cl()));
    this.targets = owned.add(new Staging(station.cl()));
    this.most = most;
  }

  private static Carrier carrier(Station station, Family family) {
    return family.sharesMemory()
        ? new SharedMemory(station.cl(), station.context(), station.queue())
        : new OwnMemory(station.cl(), station.context(), station.queue());
  }

  /** Encodes from a block of the batch on; returns the first that waits for the next launch. */
  int encode(
      Shelf shelf,
      CheckedPolicy policy,
      MemorySegment symbols,
      MemorySegment blocks,
      Batch batch,
      int from) {
    boolean looksBack = policy.looksBack();
    BlockOrder order = policy.policy().order();
    int end = take(batch, from, new Demand.Encoding(batch, order, looksBack), symbols, blocks);
    int[] words = policy.words(shelf, batch.streamMean());
    cl_mem given = station.cl().bufferOf(station.context(), words);
    try {
      Launch launch = launch(shelf, symbols, blocks, batch);
      kernels.encode(launch, given, policy.mostLanes());
      land(blocks, batch);
    } finally {
      station.cl().release(given);
      carrier.end();
    }
    if (looksBack) {
      batch.streamMean(jobs.streamMean(batch.streamMean()));
    }
    return end;
  }

  /** Decodes from a block of the batch on; returns the first that waits for the next launch. */
  int decode(
      BookSet books,
      Shelf shelf,
      Limits limits,
      MemorySegment blocks,
      MemorySegment symbols,
      Batch batch,
      int from) {
    Demand.Decoding demand = new Demand.Decoding(batch, blocks);
    int end = take(batch, from, demand, blocks, symbols);
    boolean isOurs = jobs.target().way() == Side.Way.PACKED;
    try {
      Launch launch = launch(shelf, blocks, symbols, batch);
      Release release = isOurs ? Release.SCRATCH : batch.release();
      kernels.decode(launch, limits.blockSymbols(), demand.mostLanes(from, end), release);
      land(symbols, batch);
    } finally {
      carrier.end();
    }
    for (int i = from; i < end; i++) {
      if (demand.isTooLong(i)) {
        nameFault(books, limits, blocks, batch, i);
      }
    }
    return end;
  }

  private int take(
      Batch batch, int from, Demand demand, MemorySegment source, MemorySegment target) {
    Side.Way sourceWay = source.isNative() ? Side.Way.AS_THEY_ARE : Side.Way.PACKED;
    return jobs.take(batch, from, demand, sourceWay, carrier.targetWay(target), most);
  }

  private Launch launch(Shelf shelf, MemorySegment source, MemorySegment target, Batch batch) {
    MemorySegment seen = seen(jobs.source(), source, sources);
    if (jobs.source().way() == Side.Way.PACKED) {
      jobs.pack(batch, source, seen);
    }
    cl_mem from = carrier.source(seen);
    cl_mem to = carrier.target(seen(jobs.target(), target, targets));
    jobs.upload(queue);
    return new Launch(from, shelf.words(), jobs.device(), jobs.count(), to);
  }

  private static MemorySegment seen(Side side, MemorySegment callers, Staging own) {
    return switch (side.way()) {
      case AS_THEY_ARE -> callers.asSlice(side.start(), side.bytes());
      case PACKED -> own.atLeast(side.bytes()).asSlice(0, side.bytes());
    };
  }

  private void land(MemorySegment target, Batch batch) {
    jobs.download(queue);
    queue.finish();
    jobs.doubt(batch);
    carrier.fetch(jobs.end());
    if (jobs.target().way() == Side.Way.PACKED) {
      jobs.unpack(batch, targets.memory(), target);
    }
    jobs.report(batch);
  }

  /** What is wrong with a source that no block can fill is said by the reference. */
  private static void nameFault(
      BookSet books, Limits limits, MemorySegment blocks, Batch batch, int i) {
    Batch one = new Batch(1);
    one.add(batch.sourceAt(i), batch.sourceBytes(i), 0, 0);
    new SoftwareDecoder(ReferencePayload::new)
        .decode(books, limits, blocks, MemorySegment.NULL, one);
    batch.fail(i, one.fault(0), one.faultAt(0));
  }

  @Override
  public void close() {
    queue.drain();
    owned.close();
  }
}
