package vail.conform.planted;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Head and tail around a payload (B-15 to B-17). */
record PlainFrame(Plant plant, boolean streamed, int count) {
  byte[] raw(byte[] symbols) {
    return frame(0, 0, 0, 0, symbols, Optional.empty());
  }

  byte[] constant(byte symbol) {
    return frame(255, 0, 0, 0, new byte[] {symbol}, Optional.empty());
  }

  byte[] coded(Pick pick, byte[] payload) {
    int layout = Integer.numberOfTrailingZeros(pick.lanes()) | pick.word() / 16 << 3;
    return frame(pick.slot(), pick.epoch(), layout, pick.bias(), payload, Optional.of(pick.book()));
  }

  private byte[] frame(
      int slot, int epoch, int layout, int bias, byte[] payload, Optional<PlainBook> book) {
    int modes = 1 << 6 | (streamed ? 1 << 5 : 0) | layout;
    byte[] head = {
      (byte) slot,
      (byte) epoch,
      (byte) modes,
      (byte) bias,
      (byte) (count - 1),
      (byte) (count - 1 >> 8)
    };
    byte[] size = {(byte) (payload.length - 1), (byte) (payload.length - 1 >> 8)};
    int sum = new PlainSum(plant).of(book, head, payload, size);
    byte[] tail = {
      size[0], size[1], (byte) sum, (byte) (sum >> 8), (byte) (sum >> 16), (byte) (sum >> 24)
    };
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(head);
    block.writeBytes(streamed ? payload : tail);
    block.writeBytes(streamed ? tail : payload);
    return block.toByteArray();
  }
}
