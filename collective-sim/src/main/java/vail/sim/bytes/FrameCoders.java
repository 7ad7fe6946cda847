package vail.sim.bytes;

import java.util.List;
import java.util.stream.IntStream;
import vail.sim.bytes.Chunk.Piece;
import vail.sim.plan.Codec;

/** Makes and reads frames on any threads, each with tools of its own. */
final class FrameCoders {
  private final ThreadLocal<FrameEncoder> encoders;
  private final ThreadLocal<FrameDecoder> decoders;

  FrameCoders(Load load, Coder coder, Books.Installed books) {
    encoders = ThreadLocal.withInitial(() -> new FrameEncoder(load.type(), coder.encoder(), books));
    decoders =
        ThreadLocal.withInitial(
            () -> new FrameDecoder(load.type(), coder.decoder(), books.books()));
  }

  /** The frame of values that are sent in a step. */
  Frame encode(Chunk values, Codec codec, int step) {
    return encoders.get().encode(values, codec, step);
  }

  /**
   * The values of frames, side by side.
   *
   * @throws vail.fault.VailFormatException at the first byte of a frame that is not sound
   */
  Chunk decode(List<Frame> frames) {
    FrameDecoder decoder = decoders.get();
    return Chunk.of(
        frames.stream()
            .map(decoder::decode)
            .flatMap(chunk -> IntStream.range(0, chunk.pieces()).mapToObj(i -> new Piece(chunk, i)))
            .toArray(Piece[]::new));
  }
}
