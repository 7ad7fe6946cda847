/* What both directions know of a block: sections 2 to 4 of bitstream.md. */
#include "sample.h"

coding_t uncoded(uint8_t slot) {
  coding_t c = {slot, 0, 0, 0, NULL, 0, 0, 0};
  return c;
}

coding_t coded(uint8_t slot, uint8_t epoch, uint8_t layout, uint8_t bias, const book_t *book) {
  coding_t c = {slot, epoch, layout, bias, book, 1u << (layout & 7), 8u << (layout >> 3 & 3), 0};
  c.steps = c.word / (book->is_long ? 16 : 8);
  return c;
}

unsigned t_of(unsigned symbol, unsigned bias) { return symbol == 0 ? 0 : (symbol + 254 - bias) % 255 + 1; }

static uint32_t crc32c(uint32_t crc, const uint8_t *bytes, size_t count) {
  /* What four zero bits make of the low four bits of a remainder; the polynomial is 82F63B78. */
  static const uint32_t four[16] = {0x00000000, 0x105ec76f, 0x20bd8ede, 0x30e349b1, 0x417b1dbc, 0x5125dad3,
                                    0x61c69362, 0x7198540d, 0x82f63b78, 0x92a8fc17, 0xa24bb5a6, 0xb21572c9,
                                    0xc38d26c4, 0xd3d3e1ab, 0xe330a81a, 0xf36e6f75};
  while (count-- > 0) {
    crc ^= *bytes++;
    crc = crc >> 4 ^ four[crc & 15];
    crc = crc >> 4 ^ four[crc & 15];
  }
  return crc;
}

uint32_t check_of(const coding_t *coding, const uint8_t *head, const uint8_t *payload, size_t size,
                  const uint8_t *tail) {
  static const uint8_t zeros[8] = {0};
  uint32_t crc = crc32c(0xffffffff, coding->book == NULL ? zeros : coding->book->digest, sizeof zeros);
  crc = crc32c(crc, head, HEAD);
  crc = crc32c(crc, payload, size);
  return ~crc32c(crc, tail, 2);
}
