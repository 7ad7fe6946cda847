package vail.sim.inject;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import vail.sim.link.Ack;
import vail.sim.link.ParcelFormat;

/**
 * Bytes that belong together: a parcel, a greeting or an answer.
 *
 * @param parts in their order
 */
record Frame(List<Buffer> parts) {
  boolean isParcel() {
    Buffer head = parts.getFirst();
    return head.length() >= ParcelFormat.HEAD && !ParcelFormat.isGreeting(head.getBytes());
  }

  private Buffer whole() {
    Buffer whole = Buffer.buffer();
    parts.forEach(whole::appendBuffer);
    return whole;
  }

  private static Frame of(Buffer whole) {
    return new Frame(List.of(whole));
  }

  /** Its first half alone. */
  Frame half() {
    Buffer whole = whole();
    return of(whole.getBuffer(0, whole.length() / 2));
  }

  /** With one bit of its head changed. */
  Frame flippedHead(int choice) {
    return flipped(choice, 0, check());
  }

  /** With one bit of its check changed. */
  Frame flippedCheck(int choice) {
    return flipped(choice, check(), check() + Integer.BYTES);
  }

  /** With one bit changed of what follows its head; where nothing does, of that. */
  Frame flippedPayload(int choice) {
    int head = check() + Integer.BYTES;
    int end = whole().length();
    return end > head ? flipped(choice, head, end) : flippedHead(choice);
  }

  private int check() {
    return (parts.getFirst().length() == Ack.BYTES ? Ack.BYTES : ParcelFormat.HEAD) - Integer.BYTES;
  }

  private Frame flipped(int choice, int from, int end) {
    Buffer whole = whole();
    int bit = Math.floorMod(choice, (end - from) * Byte.SIZE);
    int at = from + bit / Byte.SIZE;
    return of(whole.setByte(at, (byte) (whole.getByte(at) ^ 1 << bit % Byte.SIZE)));
  }

  /** Sound as a frame, but its first coded block names another epoch; empty if it has none. */
  Optional<Frame> stale() {
    if (!isParcel()) {
      return Optional.empty();
    }
    byte[] whole = whole().getBytes();
    return StaleBook.in(whole).map(changed -> of(Buffer.buffer(changed)));
  }
}
