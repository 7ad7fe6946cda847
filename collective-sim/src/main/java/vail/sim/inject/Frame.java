package vail.sim.inject;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import vail.sim.bytes.Word;
import vail.sim.link.Ack;
import vail.sim.link.Parcel;
import vail.sim.link.ParcelFormat;

/**
 * A parcel, a greeting or an answer, whole.
 *
 * @param bytes not to be changed
 */
record Frame(Buffer bytes) {
  boolean isParcel() {
    return bytes.length() >= ParcelFormat.HEAD && !ParcelFormat.isGreeting(head());
  }

  /** What it says of books, if it is a parcel that does. */
  Optional<Word.Kind> word() {
    return parcel().word().map(Word::kind);
  }

  private byte[] head() {
    return bytes.getBytes(0, ParcelFormat.HEAD);
  }

  private Parcel parcel() {
    return ParcelFormat.read(head(), bytes.getBytes(ParcelFormat.HEAD, bytes.length()));
  }

  /** Its first half alone. */
  Frame half() {
    return new Frame(bytes.getBuffer(0, bytes.length() / 2));
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
    int end = bytes.length();
    return end > head ? flipped(choice, head, end) : flippedHead(choice);
  }

  private int check() {
    return (bytes.length() == Ack.BYTES ? Ack.BYTES : ParcelFormat.HEAD) - Integer.BYTES;
  }

  private Frame flipped(int choice, int from, int end) {
    Buffer changed = bytes.copy();
    int bit = Math.floorMod(choice, (end - from) * Byte.SIZE);
    int at = from + bit / Byte.SIZE;
    return new Frame(changed.setByte(at, (byte) (bytes.getByte(at) ^ 1 << bit % Byte.SIZE)));
  }

  /** Sound as a frame, but its first coded block names another epoch; empty if it has none. */
  Optional<Frame> stale() {
    return isParcel()
        ? StaleBook.in(parcel())
            .map(stale -> new Frame(ParcelFormat.frame(stale, ParcelFormat.number(head()))))
        : Optional.empty();
  }
}
