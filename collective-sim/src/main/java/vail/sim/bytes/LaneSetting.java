package vail.sim.bytes;

import vail.sim.plan.Steps;

/** What the values of all dies and lanes have in common. */
final class LaneSetting {
  private final Load load;
  private final Steps steps;
  private final Arithmetic arithmetic;
  private final ThreadLocal<FrameEncoder> encoders;
  private final ThreadLocal<FrameDecoder> decoders;

  LaneSetting(Load load, Coder coder, Books.Installed books) {
    this.load = load;
    steps = Steps.of(load.schedule());
    arithmetic = load.arithmetic();
    encoders = ThreadLocal.withInitial(() -> new FrameEncoder(load.type(), coder.encoder(), books));
    decoders =
        ThreadLocal.withInitial(
            () -> new FrameDecoder(load.type(), coder.decoder(), books.books()));
  }

  Load load() {
    return load;
  }

  Steps steps() {
    return steps;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  FrameEncoder encoder() {
    return encoders.get();
  }

  FrameDecoder decoder() {
    return decoders.get();
  }

  /** The shape of neighbouring pieces in one lane. */
  Shape shape(int first, int pieces, int lane) {
    int[] sizes = new int[pieces];
    for (int i = 0; i < pieces; i++) {
      sizes[i] = Math.toIntExact(load.partition().bytes(first + i, 1, lane));
    }
    return Shape.of(1, sizes);
  }
}
