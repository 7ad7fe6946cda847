package vail.sim.bytes;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import vail.backend.Backend;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.sim.plan.Steps;
import vail.tensor.ElementType;

/**
 * Measures how much of the codec's own speed is left when dies really exchange frames, on one
 * thread by its processor time: {@code java -cp … vail.sim.bytes.ExchangeSpeed [BACKEND [BYTES
 * [SUB-CHUNKS [TYPE]]]]}. Prints, a line a run,
 *
 * <ul>
 *   <li>the backend alone: the blocks of all frames made, and read as often as they are received;
 *   <li>frames: the same with elements taken apart into planes and put together, as for files;
 *   <li>the exchange: the same with sums, copies, messages, and digests for the proof;
 *   <li>the proof: these digests alone.
 * </ul>
 */
final class ExchangeSpeed {
  private static final int RUNS = 8;
  private static final int DIES = 8;

  private final Load load;
  private final Backend backend;
  private long inBlocks;

  private ExchangeSpeed(Load load, Backend backend) {
    this.load = load;
    this.backend = backend;
  }

  public static void main(String[] arguments) {
    String name = argument(arguments, 0, "java-scalar");
    long bytes = Long.parseLong(argument(arguments, 1, "8388608"));
    int lanes = Integer.parseInt(argument(arguments, 2, "16"));
    ElementType type = ElementType.valueOf(argument(arguments, 3, "BF16"));
    Schedule schedule =
        Schedule.of(
            Algorithms.find("ring")
                .orElseThrow()
                .algorithm(Collective.ALL_REDUCE, Layout.row(DIES)),
            Hops.all(Codec.SINGLE));
    int elementBytes = type.bits() / Byte.SIZE;
    Partition partition = new Partition(bytes / elementBytes, elementBytes, DIES, lanes);
    Load load = new Load(schedule, partition, type, new Synthetic(type, 1));
    try (Backend backend = Coders.backend(name)) {
      ExchangeSpeed speed = new ExchangeSpeed(load, backend);
      for (int run = 0; run < RUNS; run++) {
        speed.run();
      }
    }
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return index < arguments.length ? arguments[index] : otherwise;
  }

  private void run() {
    Steps steps = Steps.of(load.schedule());
    Exchange exchange = new Exchange(load, steps, coder(), Coders.shipped());
    long start = now();
    exchange.run(1);
    long all = now() - start;
    long raw = exchange.traffic().pairs().stream().mapToLong(PairFigures::rawBytes).sum();
    List<Chunk> received = new ArrayList<>();
    Replay.run(
        load.schedule(),
        load.arithmetic(),
        load.stores(),
        (die, send, values) -> received.add(values));
    inBlocks = 0;
    long frames = frames(received);
    long proof = proof(received);
    double moved = all - proof;
    System.out.printf(
        "%d MB received: backend alone %.3f s, frames %.3f s, exchange %.3f s with a proof of %.3f s;"
            + " without it %.2f of the speed of frames, %.2f of the backend's%n",
        raw >> 20,
        inBlocks / 1e9,
        frames / 1e9,
        all / 1e9,
        proof / 1e9,
        frames / moved,
        inBlocks / moved);
  }

  /** What is handed on is hashed once. */
  private static long proof(List<Chunk> received) {
    Set<Chunk> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    distinct.addAll(received);
    long start = now();
    distinct.forEach(values -> Sha.of(values.bytes()));
    return now() - start;
  }

  /** Each chunk is encoded once and decoded wherever it comes in, as in the exchange. */
  private long frames(List<Chunk> received) {
    FrameEncoder encoder = new FrameEncoder(load.type(), coder());
    FrameDecoder decoder = new FrameDecoder(load.type(), coder());
    Books.Installed books = Coders.shipped();
    IdentityHashMap<Chunk, Frame> made = new IdentityHashMap<>();
    long start = now();
    for (Chunk values : received) {
      Frame frame =
          made.computeIfAbsent(values, _ -> encoder.encode(values, Codec.SINGLE, 0, books));
      Chunk decoded = decoder.decode(frame, books.books());
      if (decoded.bytes().length != values.bytes().length) {
        throw new IllegalStateException("values were lost");
      }
    }
    return now() - start;
  }

  private Coder coder() {
    BlockEncoder encoder =
        (books, policy, symbols, blocks, batch) -> {
          long start = now();
          backend.encoder().encode(books, policy, symbols, blocks, batch);
          inBlocks += now() - start;
        };
    BlockDecoder decoder =
        (books, limits, blocks, symbols, batch) -> {
          long start = now();
          backend.decoder().decode(books, limits, blocks, symbols, batch);
          inBlocks += now() - start;
        };
    return new Coder(encoder, decoder, backend.planes(), Coders.shipped());
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
