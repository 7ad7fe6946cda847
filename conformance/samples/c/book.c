/* Books: the clauses C-01 to C-09 of codebook.md. */
#include "sample.h"

#include <string.h>

static uint32_t rotate(uint32_t x, unsigned by) { return x >> by | x << (32 - by); }

static void sha256_block(uint32_t state[8], const uint8_t *block) {
  static const uint32_t k[64] = {
      0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
      0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
      0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
      0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
      0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
      0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
      0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
      0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
  uint32_t w[64], v[8];
  int i;
  for (i = 0; i < 16; i++)
    w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 |
           block[4 * i + 3];
  for (; i < 64; i++)
    w[i] = w[i - 16] + (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7] +
           (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10);
  memcpy(v, state, sizeof v);
  for (i = 0; i < 64; i++) {
    uint32_t a = v[0], e = v[4];
    uint32_t one = v[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & v[5]) ^ (~e & v[6])) + k[i] + w[i];
    uint32_t two = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 7 * sizeof v[0]);
    v[4] += one;
    v[0] = one + two;
  }
  for (i = 0; i < 8; i++) state[i] += v[i];
}

/* C-09: SHA-256 of the 135 bytes, which fill three of its blocks with the 1, the zeros and the length in bits. */
static void digest_of(const uint8_t book[VAIL_BOOK_BYTES], uint8_t digest[VAIL_DIGEST_BYTES]) {
  uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  uint8_t padded[3 * 64] = {0};
  int i;
  memcpy(padded, book, VAIL_BOOK_BYTES);
  padded[VAIL_BOOK_BYTES] = 0x80;
  padded[190] = (uint8_t)(8 * VAIL_BOOK_BYTES >> 8);
  padded[191] = (uint8_t)(8 * VAIL_BOOK_BYTES);
  for (i = 0; i < 3; i++) sha256_block(state, padded + 64 * i);
  for (i = 0; i < 32; i++) digest[i] = (uint8_t)(state[i / 4] >> (24 - i % 4 * 8));
}

/* C-03 and C-04; the Kraft sum in units of 2^-15. */
static uint32_t check_codes(const uint8_t lengths[CODES], uint64_t *at) {
  uint32_t kraft = 0;
  int symbol, named = 0;
  for (symbol = 0; symbol < CODES; symbol++)
    if (lengths[symbol] > 0) kraft += 1u << (LONGEST_CODE - lengths[symbol]);
  for (symbol = 0; symbol < ESC; symbol++) named += lengths[symbol] > 0;
  if (kraft > 1u << LONGEST_CODE) return fault(VAIL_CODEBOOK_OVERSUBSCRIBED, 6, at);
  if (kraft < 1u << LONGEST_CODE) return fault(VAIL_CODEBOOK_INCOMPLETE, 6, at);
  if ((named == ESC) == (lengths[ESC] > 0)) return fault(VAIL_CODEBOOK_SHAPE, 134, at);
  return VAIL_OK;
}

/* C-05: numbers the codes, each with its bits turned round, and fills the table of the decoder. */
static void make_codes(book_t *book) {
  uint32_t code = 0, bits;
  unsigned length, k;
  int symbol;
  for (symbol = 0; symbol < CODES; symbol++)
    if (book->lengths[symbol] > book->longest) book->longest = book->lengths[symbol];
  for (length = 1; length <= book->longest; length++, code <<= 1)
    for (symbol = 0; symbol < CODES; symbol++)
      if (book->lengths[symbol] == length) {
        for (bits = 0, k = 0; k < length; k++) bits |= (code >> k & 1) << (length - 1 - k);
        book->codes[symbol] = (uint16_t)bits;
        for (; bits < 1u << book->longest; bits += 1u << length) book->symbol_of[bits] = (uint16_t)symbol;
        code++;
      }
}

/* Reads the binary form (C-07) with the checks of C-08, in their order. */
uint32_t book_read(const uint8_t *bytes, size_t given, book_t *book, uint64_t *at) {
  static const uint8_t magic[4] = {'V', 'B', 'K', '1'};
  unsigned i, most;
  uint32_t wrong;
  if (given < VAIL_BOOK_BYTES) return fault(VAIL_TRUNCATED, given, at);
  if (given > VAIL_BOOK_BYTES) return fault(VAIL_TRAILING_DATA, VAIL_BOOK_BYTES, at);
  if (memcmp(bytes, magic, sizeof magic) != 0) return fault(VAIL_BAD_MAGIC, 0, at);
  if (bytes[4] > 1) return fault(VAIL_RESERVED_NONZERO, 4, at);
  if (bytes[134] > 15) return fault(VAIL_RESERVED_NONZERO, 134, at);
  memset(book, 0, sizeof *book);
  book->is_long = bytes[4];
  book->center = bytes[5];
  most = book->is_long ? 15 : 8;
  for (i = 0; i < CODES; i++) {
    book->lengths[i] = bytes[6 + i / 2] >> 4 * (i % 2) & 15;
    if (book->lengths[i] > most) return fault(VAIL_CODEBOOK_LENGTH_RANGE, 6 + i / 2, at);
  }
  wrong = check_codes(book->lengths, at);
  if (wrong != VAIL_OK) return wrong;
  make_codes(book);
  digest_of(bytes, book->digest);
  return VAIL_OK;
}
