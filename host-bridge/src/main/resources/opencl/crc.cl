/* The CRC-32C of B-16 by tables, eight bytes a step. A state is not inverted. */
inline uint crc_byte(global const uint *shelf, uint state, uint byte) {
  return shelf[(state ^ byte) & 255] ^ state >> 8;
}

inline uint crc_eight(global const uint *shelf, uint state, ulong bytes) {
  uint low = (uint)bytes ^ state, high = (uint)(bytes >> 32);
  return shelf[7 * 256 + (low & 255)] ^ shelf[6 * 256 + (low >> 8 & 255)] ^
         shelf[5 * 256 + (low >> 16 & 255)] ^ shelf[4 * 256 + (low >> 24)] ^
         shelf[3 * 256 + (high & 255)] ^ shelf[2 * 256 + (high >> 8 & 255)] ^
         shelf[256 + (high >> 16 & 255)] ^ shelf[high >> 24];
}

uint crc_bytes(global const uint *shelf, uint state, global const uchar *bytes, uint count) {
  for (; count > 0 && (ulong)bytes % 8 != 0; count--) {
    state = crc_byte(shelf, state, *bytes++);
  }
  for (; count >= 8; count -= 8, bytes += 8) {
    state = crc_eight(shelf, state, *(global const ulong *)bytes); /* little-endian, as the device is */
  }
  for (; count > 0; count--) {
    state = crc_byte(shelf, state, *bytes++);
  }
  return state;
}

/* Modulo the polynomial of the CRC; the highest power is the lowest bit. */
inline uint product(uint a, uint b) {
  uint sum = 0;
  for (int bit = 31; bit >= 0; bit--) {
    sum ^= (a >> bit & 1) != 0 ? b : 0;
    b = b >> 1 ^ ((b & 1) != 0 ? 0x82f63b78u : 0);
  }
  return sum;
}

/* The state before the payload: seed and head behind it. */
inline uint crc_head(global const uint *shelf, global const uint *job, global const uchar *block) {
  uint seed = job[BOOK] == 0 ? shelf[ZERO_SEED_AT] : book_at(shelf, job[BOOK])[SEED];
  return crc_bytes(shelf, seed, block, HEAD);
}

/* The check: the state after the payload, and the payload's size. */
inline uint crc_end(global const uint *shelf, uint state, uint payload) {
  state = crc_byte(shelf, state, (payload - 1) & 255);
  return ~crc_byte(shelf, state, (payload - 1) >> 8);
}
