package vail.bench.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vail.bench.codec.Codec;
import vail.block.Batch;
import vail.block.Release;

/** One codec in the thread that calls. */
final class Solo implements Racer {
  private final Codec codec;
  private final Stretch stretch;
  private final Clock clock;
  private final Batch toEncode;
  private final Batch toDecode;
  private int encodeRepeats = 1;
  private int decodeRepeats = 1;

  /** Takes all blocks; closes the codec and leaves the stretch open. */
  Solo(Codec codec, Stretch stretch, Clock clock) {
    this.codec = codec;
    this.stretch = stretch;
    this.clock = clock;
    this.toEncode = new Batch(all());
    // Into memory that is only compared afterwards, as every peer decodes.
    this.toDecode = new Batch(all(), Release.SCRATCH);
    take(all());
  }

  @Override
  public int all() {
    return stretch.size().blocks();
  }

  @Override
  public void take(int blocks) {
    stretch.toEncode(toEncode, blocks);
  }

  @Override
  public int blocks() {
    return toEncode.size();
  }

  @Override
  public long bytes() {
    return (long) blocks() * stretch.size().block();
  }

  @Override
  public void repeat(int encode, int decode) {
    encodeRepeats = Math.max(1, encode);
    decodeRepeats = Math.max(1, decode);
  }

  @Override
  public double check() {
    codec.encode(stretch.plain(), stretch.coded(), toEncode);
    turn();
    codec.decode(stretch.coded(), stretch.restored(), toDecode);
    compare();
    long coded = 0;
    for (int i = 0; i < blocks(); i++) {
      coded += toEncode.bytes(i);
    }
    return (double) coded / bytes();
  }

  @Override
  public Lap lap() {
    double encode = encode();
    turn();
    double decode = decode();
    compare();
    return new Lap(encode, decode);
  }

  /** Keeps to one direction as long as it can, as most programs do. */
  @Override
  public List<Lap> laps(int count) {
    double[] there = new double[count];
    Arrays.setAll(there, lap -> encode());
    turn();
    List<Lap> laps = new ArrayList<>();
    for (double encode : there) {
      laps.add(new Lap(encode, decode()));
    }
    compare();
    return laps;
  }

  /** Nanoseconds to encode all blocks once. */
  double encode() {
    long start = clock.nanos();
    for (int i = 0; i < encodeRepeats; i++) {
      codec.encode(stretch.plain(), stretch.coded(), toEncode);
    }
    return (double) (clock.nanos() - start) / encodeRepeats;
  }

  /** Makes ready to decode what was encoded, and wipes what lies there. */
  void turn() {
    stretch.poison(toEncode);
    stretch.toDecode(toEncode, toDecode);
  }

  /** Nanoseconds to decode all blocks once. */
  double decode() {
    long start = clock.nanos();
    for (int i = 0; i < decodeRepeats; i++) {
      codec.decode(stretch.coded(), stretch.restored(), toDecode);
    }
    return (double) (clock.nanos() - start) / decodeRepeats;
  }

  void compare() {
    stretch.compare(toDecode);
  }

  @Override
  public void close() {
    codec.close();
  }
}
