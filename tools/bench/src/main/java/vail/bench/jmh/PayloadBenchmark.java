package vail.bench.jmh;

import java.io.IOException;
import java.util.Arrays;
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
import vail.block.Layout;
import vail.block.PayloadCoder;
import vail.block.ReferencePayload;
import vail.block.ScalarPayload;
import vail.code.Codebook;
import vail.code.LengthLimit;

/** The inside of blocks alone: no selection, no frame, no check value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 9, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class PayloadBenchmark {
  /** Which kernel. */
  @Param({"scalar", "reference"})
  public String kernel = "scalar";

  /** Which layout, and with it which class of book. */
  @Param({"portable", "wide", "link", "portable-long", "wide-long"})
  public String layout = "portable";

  /** Which {@link PlaneKind}. */
  @Param({"exponent", "e4m3", "bytes"})
  public String plane = "exponent";

  /** Symbols a block. */
  @Param({"65536", "4096"})
  public int symbols = 65_536;

  private PayloadCoder coder = new ScalarPayload();
  private Layout lanes = Layout.PORTABLE;
  private Codebook book = PlaneKind.EXPONENT.book(new byte[0], LengthLimit.SHORT);
  private byte[][] blocks = {};
  private byte[][] payloads = {};
  private int[] bytes = {};
  private int[] biases = {};
  private byte[] out = {};
  private byte[] decoded = {};
  private int turn;

  /** Trains, encodes, and checks that every block comes back. */
  @Setup
  public void prepare() throws IOException {
    Blocks source = new Blocks(plane, symbols);
    coder = kernel.equals("reference") ? new ReferencePayload() : new ScalarPayload();
    lanes = Layouts.of(layout);
    book = source.kind().book(source.earlier(), Layouts.limit(layout));
    int count = source.count();
    blocks = new byte[count][];
    payloads = new byte[count][PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    bytes = new int[count];
    biases = new int[count];
    out = new byte[PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    decoded = new byte[symbols + PayloadCoder.SLACK];
    for (int i = 0; i < count; i++) {
      blocks[i] = source.blockWithSlack(i);
      biases[i] = source.kind().bias(source.block(i), book);
      bytes[i] = coder.encode(book, biases[i], lanes, blocks[i], symbols, payloads[i], 0);
      coder.decode(book, biases[i], lanes, payloads[i], 0, bytes[i], decoded, symbols);
      if (!Arrays.equals(blocks[i], 0, symbols, decoded, 0, symbols)) {
        throw new IllegalStateException("block " + i + " does not come back");
      }
    }
  }

  /** Symbols to payload. */
  @Benchmark
  public int encode(Work work) {
    int i = next();
    work.add(symbols);
    return coder.encode(book, biases[i], lanes, blocks[i], symbols, out, 0);
  }

  /** Payload to symbols. */
  @Benchmark
  public byte[] decode(Work work) {
    int i = next();
    work.add(symbols);
    coder.decode(book, biases[i], lanes, payloads[i], 0, bytes[i], decoded, symbols);
    return decoded;
  }

  private int next() {
    turn = turn + 1 < blocks.length ? turn + 1 : 0;
    return turn;
  }
}
