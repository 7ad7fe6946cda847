/* The CRC-32C of a payload by one work-item: two pieces side by side, because a step waits for the one before. */
enum { PIECE_LOG2 = 11, PIECE = 1 << PIECE_LOG2 };

uint crc_payload(global const uint *shelf, uint state, global const uchar *bytes, uint count) {
  for (; count >= 2 * PIECE; count -= 2 * PIECE, bytes += 2 * PIECE) {
    uint other = 0;
    for (uint i = 0; i < PIECE; i += 8) {
      state = crc_eight(shelf, state, load64(bytes + i));
      other = crc_eight(shelf, other, load64(bytes + PIECE + i));
    }
    state = product(state, shelf[POWERS_AT + 3 + PIECE_LOG2]) ^ other;
  }
  return crc_bytes(shelf, state, bytes, count);
}
