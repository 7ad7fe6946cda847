package vail.sim.live;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;

/** Reads what the other end of a link gives back: numbers of bytes, each in 4 bytes, low first. */
final class CreditReader implements Handler<Buffer> {
  private final Credits credits;
  private int value;
  private int shift;

  CreditReader(Credits credits) {
    this.credits = credits;
  }

  /** Writes what {@link #handle} reads. */
  static Buffer credit(int bytes) {
    return Buffer.buffer(Integer.BYTES).appendIntLE(bytes);
  }

  @Override
  public void handle(Buffer bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      value |= (bytes.getByte(i) & 0xff) << shift;
      shift += Byte.SIZE;
      if (shift == Integer.SIZE) {
        credits.give(value);
        value = 0;
        shift = 0;
      }
    }
  }
}
