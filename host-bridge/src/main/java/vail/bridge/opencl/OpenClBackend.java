package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
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
  private final Device device;
  private final Family family;
  private final Owned owned;
  private final PerBooks<Shelf> shelves;
  private final Workplaces places;
  private final Spent spent = new Spent();
  private volatile String trouble = "";

  private OpenClBackend(Cl cl, Device device, OpenClOptions options, Owned owned) {
    this.device = device;
    this.family = options.family().orElse(Family.of(device));
    this.owned = owned;
    cl_context made = cl.context(device.platform(), device.id());
    cl_context context = owned.add(made, () -> cl.release(made));
    cl_program built = new Programs(cl, options.kept()).program(context, device, family.source());
    cl_program program = owned.add(built, () -> cl.release(built));
    this.shelves = new PerBooks<>(books -> new Shelf(cl, context, books), Shelf::close);
    owned.add(shelves, shelves::close);
    long portion = options.portion().orElse(family.portion());
    long most = Math.min(Math.min(device.mostBytes(), portion), Integer.MAX_VALUE);
    this.places =
        new Workplaces(parts -> {
          Queue queue = new Queue(cl, context, device, spent);
          Station station = new Station(cl, device, context, program, queue);
          return new Workplace(station, family, most, parts);
        });
    owned.add(places, places::close);
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
      fail(batch, e.fault(), e.offset());
      return;
    }
    run(books, new Call.Encoding(checked, symbols, blocks, batch));
  }

  private void decode(
      BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch) {
    checkPlaces(blocks, symbols, batch);
    run(books, new Call.Decoding(books, limits, blocks, symbols, batch));
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

  private void run(BookSet books, Call call) {
    fail(call.batch(), Fault.INTERNAL, 0); // until something else is known
    try {
      Shelf shelf = shelves.take(books);
      try (Portions portions = new Portions(places, shelf, call)) {
        portions.run(family.overlaps());
      } finally {
        shelves.giveBack(shelf);
      }
    } catch (CLException e) {
      trouble = device.name() + ": " + e.getMessage();
    }
  }

  private static void fail(Batch batch, Fault fault, long offset) {
    for (int i = 0; i < batch.size(); i++) {
      batch.fail(i, fault, offset);
    }
  }

  @Override
  public void close() {
    owned.close();
  }
}
