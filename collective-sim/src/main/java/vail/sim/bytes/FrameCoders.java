package vail.sim.bytes;

import java.util.List;
import java.util.stream.IntStream;
import vail.code.BookSet;
import vail.code.Histogram;
import vail.sim.bytes.Chunk.Piece;
import vail.sim.plan.Codec;

/** Makes and reads frames on any threads, each with tools of its own. */
final class FrameCoders {
  private final ThreadLocal<FrameEncoder> encoders;
  private final ThreadLocal<FrameDecoder> decoders;

  FrameCoders(Load load, Coder coder) {
    encoders = ThreadLocal.withInitial(() -> new FrameEncoder(load.type(), coder));
    decoders = ThreadLocal.withInitial(() -> new FrameDecoder(load.type(), coder));
  }

  /** The frame of values that are sent in a step, with installed books where it wants any. */
  Frame encode(Chunk values, Codec codec, int step, Books.Installed books) {
    return encoders.get().encode(values, codec, step, books);
  }

  /** The symbols of the first block of values that is coded. */
  Histogram block(Chunk values) {
    return encoders.get().block(values);
  }

  /**
   * The values of frames, side by side.
   *
   * @param books that they may name
   * @throws vail.fault.VailFormatException at the first byte of a frame that is not sound
   */
  Chunk decode(List<Frame> frames, BookSet books) {
    FrameDecoder decoder = decoders.get();
    return Chunk.of(
        frames.stream()
            .map(frame -> decoder.decode(frame, books))
            .flatMap(chunk -> IntStream.range(0, chunk.pieces()).mapToObj(i -> new Piece(chunk, i)))
            .toArray(Piece[]::new));
  }
}
