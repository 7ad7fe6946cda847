package vail.bench.jmh;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a machine does with the same symbols by other means: yardsticks for all other figures. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 9, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class PeerBenchmark {
  /** Which {@link vail.bench.data.PlaneKind}. */
  @Param({"exponent", "e4m3"})
  public String plane = "exponent";

  /** Symbols a block. */
  @Param({"65536"})
  public int symbols = 65_536;

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final Inflater inflater = new Inflater(true);
  private final byte[] table = new byte[256];
  private byte[] block = {};
  private byte[] other = {};
  private byte[] deflated = {};
  private int deflatedBytes;

  /** Takes the first block and checks that it comes back. */
  @Setup
  public void prepare() throws IOException, DataFormatException {
    block = new Blocks(plane, symbols).block(0);
    other = new byte[symbols];
    deflated = new byte[2 * symbols];
    deflater.setStrategy(Deflater.HUFFMAN_ONLY);
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) (i * 7);
    }
    deflatedBytes = deflate();
    if (inflate() != symbols || !Arrays.equals(block, other)) {
      throw new IllegalStateException("the block does not come back");
    }
  }

  /** Gives zlib's memory back. */
  @TearDown
  public void close() {
    deflater.end();
    inflater.end();
  }

  /** A copy of the block. */
  @Benchmark
  public byte[] copy(Work work) {
    System.arraycopy(block, 0, other, 0, symbols);
    work.add(symbols);
    return other;
  }

  /** One look-up in a table of 256 bytes for each symbol. */
  @Benchmark
  public byte[] lookUp(Work work) {
    for (int i = 0; i < symbols; i++) {
      other[i] = table[block[i] & 0xff];
    }
    work.add(symbols);
    return other;
  }

  /** zlib's Huffman coding, which builds a code for each block. */
  @Benchmark
  public int deflateHuffman(Work work) {
    work.add(symbols);
    return deflate();
  }

  private int deflate() {
    deflater.reset();
    deflater.setInput(block);
    deflater.finish();
    int bytes = 0;
    while (!deflater.finished()) {
      bytes += deflater.deflate(deflated, bytes, deflated.length - bytes);
    }
    return bytes;
  }

  /** And back. */
  @Benchmark
  public int inflateHuffman(Work work) throws DataFormatException {
    work.add(symbols);
    return inflate();
  }

  private int inflate() throws DataFormatException {
    inflater.reset();
    inflater.setInput(deflated, 0, deflatedBytes);
    return inflater.inflate(other);
  }
}
