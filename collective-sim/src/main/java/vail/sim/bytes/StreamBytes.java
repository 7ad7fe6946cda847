package vail.sim.bytes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vail.code.Histogram;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * Streams of a tally as bytes, numbers little-endian: of each u32 the die, u64 bytes of values, u64
 * bytes of frames, u32 blocks; of each block u32 how many symbols it has, and of each of these u8
 * it and u32 how often.
 */
final class StreamBytes {
  private static final int HEAD = 2 * Integer.BYTES + 2 * Long.BYTES;
  private static final int ENTRY = 1 + Integer.BYTES;

  private StreamBytes() {}

  static byte[] write(List<Tally.Stream> streams) {
    int size = 0;
    for (Tally.Stream each : streams) {
      size += HEAD + each.blocks().stream().mapToInt(StreamBytes::size).sum();
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (Tally.Stream each : streams) {
      bytes.putInt(each.from()).putLong(each.rawBytes()).putLong(each.bytes());
      bytes.putInt(each.blocks().size());
      each.blocks().forEach(block -> write(block, bytes));
    }
    return bytes.array();
  }

  private static int size(Histogram block) {
    return Integer.BYTES + ENTRY * seen(block).length;
  }

  private static void write(Histogram block, ByteBuffer bytes) {
    int[] seen = seen(block);
    bytes.putInt(seen.length);
    for (int symbol : seen) {
      bytes.put((byte) symbol).putInt((int) block.count(symbol));
    }
  }

  private static int[] seen(Histogram counts) {
    return IntStream.range(0, Histogram.SYMBOLS).filter(each -> counts.count(each) > 0).toArray();
  }

  /**
   * Reads them.
   *
   * @throws VailFormatException at the byte where they are not sound
   */
  static List<Tally.Stream> read(MemorySegment from) {
    ByteBuffer bytes =
        ByteBuffer.wrap(from.toArray(ValueLayout.JAVA_BYTE)).order(ByteOrder.LITTLE_ENDIAN);
    List<Tally.Stream> streams = new ArrayList<>();
    try {
      while (bytes.hasRemaining()) {
        streams.add(stream(bytes));
      }
    } catch (BufferUnderflowException e) {
      throw new VailFormatException(Fault.TRUNCATED, bytes.limit(), "a stream is cut off");
    }
    return streams;
  }

  private static Tally.Stream stream(ByteBuffer bytes) {
    int from = bytes.getInt();
    long raw = bytes.getLong();
    long frames = bytes.getLong();
    int count = bytes.getInt();
    check(from >= 0 && raw >= 0 && frames >= 0 && count >= 0, bytes, "a number below 0");
    List<Histogram> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      blocks.add(block(bytes));
    }
    return new Tally.Stream(from, raw, frames, blocks);
  }

  private static Histogram block(ByteBuffer bytes) {
    int seen = bytes.getInt();
    check(seen >= 0 && seen <= Histogram.SYMBOLS, bytes, "more symbols than there are");
    Histogram counts = new Histogram();
    for (int i = 0; i < seen; i++) {
      int symbol = Byte.toUnsignedInt(bytes.get());
      int times = bytes.getInt();
      check(times >= 0, bytes, "a count below 0");
      counts.add(symbol, times);
    }
    return counts;
  }

  private static void check(boolean holds, ByteBuffer bytes, String what) {
    if (!holds) {
      throw new VailFormatException(Fault.BAD_FIELD, bytes.position(), what + " cannot be");
    }
  }
}
