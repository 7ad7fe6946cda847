package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.jocl.CLException;
import org.jocl.cl_context;
import org.jocl.cl_program;
import vail.backend.Capabilities;
import vail.backend.TimedBackend;
import vail.backend.Timings;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.EncodePolicy;
import vail.bridge.PerBooks;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * A device of OpenCL as a backend. Memory that is not on the heap has to stay open until a call
 * that was handed it returns: a processor works in it as it is. A call that the device refuses ends
 * all blocks that it has not coded yet with {@link Fault#INTERNAL}, and {@link #trouble} says what
 * it was; the next call starts afresh.
 */
public final class OpenClBackend implements TimedBackend {
  private final Cl cl;
  private final Device device;
  private final Family family;
  private final long most;
  private final Owned owned;
  private final cl_context context;
  private final cl_program program;
  private final PerBooks<Shelf> shelves;
  private final ArrayBlockingQueue<Workplace> idle =
      new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
  private final Spent spent = new Spent();
  private volatile String trouble = "";

  private OpenClBackend(Cl cl, Device device, OpenClOptions options, Owned owned) {
    this.cl = cl;
    this.device = device;
    this.family = options.family().orElse(Family.of(device));
    this.most = Math.min(Math.min(device.mostBytes(), options.mostBytes()), Integer.MAX_VALUE);
    this.owned = owned;
    cl_context made = cl.context(device.platform(), device.id());
    this.context = owned.add(made, () -> cl.release(made));
    cl_program built = new Programs(cl, options.kept()).program(context, device, family.source());
    this.program = owned.add(built, () -> cl.release(built));
    this.shelves = new PerBooks<>(books -> new Shelf(cl, context, books), Shelf::close);
    owned.add(shelves, shelves::close);
    owned.add(idle, () -> idle.forEach(Workplace::close));
  }

  /**
   * Opens a device.
   *
   * @throws CLException if it refuses
   */
  static OpenClBackend open(Cl cl, Device device, OpenClOptions options) {
    Owned owned = new Owned();
    try {
      return new OpenClBackend(cl, device, options, owned);
    } catch (RuntimeException e) {
      owned.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return OpenClProvider.NAME;
  }

  @Override
  public String version() {
    return device.toString();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ALL;
  }

  @Override
  public BlockEncoder encoder() {
    BlockEncoder encoder = this::encode;
    return encoder.atOnce(family.bytesAtOnce());
  }

  @Override
  public BlockDecoder decoder() {
    BlockDecoder decoder = this::decode;
    return decoder.atOnce(family.bytesAtOnce());
  }

  @Override
  public Timings timings() {
    return spent.timings();
  }

  /** Why a call last ended with {@link Fault#INTERNAL}. */
  public Optional<String> trouble() {
    return Optional.of(trouble).filter(words -> !words.isEmpty());
  }

  private void encode(
      BookSet books,
      EncodePolicy policy,
      MemorySegment symbols,
      MemorySegment blocks,
      Batch batch) {
    checkPlaces(symbols, blocks, batch);
    CheckedPolicy checked;
    try {
      checked = CheckedPolicy.of(books, policy);
    } catch (VailFormatException e) {
      fail(batch, 0, e.fault(), e.offset());
      return;
    }
    inLaunches(
        books,
        batch,
        (place, shelf, from) -> place.encode(shelf, checked, symbols, blocks, batch, from));
  }

  private void decode(
      BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch) {
    checkPlaces(blocks, symbols, batch);
    inLaunches(
        books,
        batch,
        (place, shelf, from) -> place.decode(books, shelf, limits, blocks, symbols, batch, from));
  }

  private static void checkPlaces(MemorySegment source, MemorySegment target, Batch batch) {
    checkOpen(source);
    checkOpen(target);
    batch.checkWithin(source, target);
  }

  /** A device does not ask before it reaches for memory. */
  private static void checkOpen(MemorySegment memory) {
    if (!memory.scope().isAlive() || !memory.isAccessibleBy(Thread.currentThread())) {
      throw new IllegalStateException("memory is closed, or another thread's own");
    }
  }

  /** One launch, from a block on; returns the first that waits for the next. */
  private interface Step {
    int run(Workplace place, Shelf shelf, int from);
  }

  private void inLaunches(BookSet books, Batch batch, Step step) {
    int done = 0;
    try {
      Shelf shelf = shelves.take(books);
      try {
        Workplace place = takeWorkplace();
        boolean isWell = false;
        try {
          while (done < batch.size()) {
            done = step.run(place, shelf, done);
          }
          isWell = true;
        } finally {
          if (!isWell || !idle.offer(place)) {
            place.close();
          }
        }
      } finally {
        shelves.giveBack(shelf);
      }
    } catch (CLException e) {
      trouble = device.name() + ": " + e.getMessage();
      fail(batch, done, Fault.INTERNAL, 0);
    }
  }

  private static void fail(Batch batch, int from, Fault fault, long offset) {
    for (int i = from; i < batch.size(); i++) {
      batch.fail(i, fault, offset);
    }
  }

  private Workplace takeWorkplace() {
    Workplace kept = idle.poll();
    if (kept != null) {
      return kept;
    }
    Owned parts = new Owned();
    try {
      Queue queue = new Queue(cl, context, device, spent);
      Station station = new Station(cl, device, context, program, queue);
      return new Workplace(station, family, most, parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  @Override
  public void close() {
    owned.close();
  }
}
