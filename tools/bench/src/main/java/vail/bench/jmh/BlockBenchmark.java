package vail.bench.jmh;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vail.bench.data.PlaneKind;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.ScalarPayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;

/** Whole blocks, 16 a call: choosing the bias, coding, the frame, its check value, and copies. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 9, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class BlockBenchmark {
  private static final BookId ID = new BookId(1, 0);

  /** The bias of each block: named by its mean, or the best of the usual candidates. */
  @Param({"mean", "best"})
  public String selection = "mean";

  /** Which layout, and with it which class of book. */
  @Param({"portable", "wide"})
  public String layout = "portable";

  /** Which {@link PlaneKind}. */
  @Param({"exponent", "e4m3"})
  public String plane = "exponent";

  /** Symbols a block. */
  @Param({"65536", "4096"})
  public int symbols = 65_536;

  private final SoftwareEncoder encoder = new SoftwareEncoder(ScalarPayload::new);
  private final SoftwareDecoder decoder = new SoftwareDecoder(ScalarPayload::new);
  private final Arena arena = Arena.ofAuto();
  private BookSet books = BookSet.empty();
  private EncodePolicy policy = EncodePolicy.stored(new Selection.Raw());
  private MemorySegment plain = MemorySegment.NULL;
  private MemorySegment coded = MemorySegment.NULL;
  private MemorySegment again = MemorySegment.NULL;
  private Batch batch = new Batch(1);
  private int[] bytes = {};
  private int room;

  /** Trains, encodes, and checks that every block comes back. */
  @Setup
  public void prepare() throws IOException {
    Blocks source = new Blocks(plane, symbols);
    books = BookSet.empty().with(ID, source.kind().book(source.earlier(), Layouts.limit(layout)));
    policy = EncodePolicy.stored(selection(source.kind()));
    room = BlockSize.bound(policy.order(), symbols);
    plain = arena.allocate((long) source.count() * symbols);
    again = arena.allocate(plain.byteSize());
    batch = new Batch(source.count());
    coded = arena.allocate((long) source.count() * room);
    bytes = new int[source.count()];
    for (int i = 0; i < source.count(); i++) {
      plain.asSlice((long) i * symbols).copyFrom(MemorySegment.ofArray(source.block(i)));
    }
    encodeAll();
    for (int i = 0; i < source.count(); i++) {
      bytes[i] = batch.bytes(i);
    }
    decodeAll();
    if (!batch.ok() || plain.mismatch(again) >= 0) {
      throw new IllegalStateException("the blocks do not come back");
    }
  }

  private Selection selection(PlaneKind kind) {
    Layout lanes = Layouts.of(layout);
    List<Bias> biases =
        switch (kind) {
          case EXPONENT -> Selection.Best.PLANE_BIASES;
          case E4M3, BYTES -> Selection.Best.BYTE_BIASES;
        };
    return selection.equals("best")
        ? new Selection.Best(List.of(ID), biases, Selection.Best.SOFTWARE_STRIDE, lanes, lanes)
        : new Selection.Fixed(ID, biases.getFirst(), lanes);
  }

  /** Symbols to blocks. */
  @Benchmark
  public Batch encode(Work work) {
    work.add(plain.byteSize());
    return encodeAll();
  }

  private Batch encodeAll() {
    batch.restart();
    for (int i = 0; i < bytes.length; i++) {
      batch.add((long) i * symbols, symbols, (long) i * room, room);
    }
    encoder.encode(books, policy, plain, coded, batch);
    return batch;
  }

  /** Blocks to symbols. */
  @Benchmark
  public Batch decode(Work work) {
    work.add(plain.byteSize());
    return decodeAll();
  }

  private Batch decodeAll() {
    batch.restart();
    for (int i = 0; i < bytes.length; i++) {
      batch.add((long) i * room, bytes[i], (long) i * symbols, symbols);
    }
    decoder.decode(books, Limits.DEFAULT, coded, again, batch);
    return batch;
  }
}
