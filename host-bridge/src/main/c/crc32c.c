/* CRC-32C (B-16): eight bytes at a time, by tables or by the instruction for it. */
#include "codec.h"

static uint32_t tables[8][256];

/* Bytes of each of three parts that the instruction sums up side by side: it takes three cycles to answer. */
enum { PART = 512 };

/* What a byte of the state has become PART bytes of zero later. */
static uint32_t skips[4][256];

static void fill_skips(void) {
  static const uint8_t zeros[PART];
  for (unsigned i = 0; i < 4; i++) {
    for (unsigned byte = 1; byte < 256; byte++) {
      unsigned rest = byte & (byte - 1);
      skips[i][byte] = rest ? skips[i][rest] ^ skips[i][byte ^ rest] : crc_by_table(byte << 8 * i, zeros, PART);
    }
  }
}

/* When the library is loaded, because the tables are the same for all and threads must not race. */
__attribute__((constructor)) static void fill_tables(void) {
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t state = i;
    for (int bit = 0; bit < 8; bit++) {
      state = state >> 1 ^ (state & 1 ? 0x82f63b78u : 0);
    }
    tables[0][i] = state;
  }
  for (int k = 1; k < 8; k++) {
    for (uint32_t i = 0; i < 256; i++) {
      tables[k][i] = tables[k - 1][i] >> 8 ^ tables[0][tables[k - 1][i] & 255];
    }
  }
  fill_skips();
}

uint32_t crc_by_table(uint32_t state, const uint8_t *bytes, size_t count) {
  for (; count >= 8; bytes += 8, count -= 8) {
    uint64_t x = load64(bytes) ^ state;
    state = tables[7][x & 255] ^ tables[6][x >> 8 & 255] ^ tables[5][x >> 16 & 255] ^
            tables[4][x >> 24 & 255] ^ tables[3][x >> 32 & 255] ^ tables[2][x >> 40 & 255] ^
            tables[1][x >> 48 & 255] ^ tables[0][x >> 56];
  }
  for (; count > 0; bytes++, count--) {
    state = state >> 8 ^ tables[0][(state ^ *bytes) & 255];
  }
  return state;
}

#if defined(__x86_64__)
static uint32_t skip(uint32_t state) {
  return skips[0][state & 255] ^ skips[1][state >> 8 & 255] ^ skips[2][state >> 16 & 255] ^
         skips[3][state >> 24];
}

__attribute__((target("sse4.2"))) static uint32_t crc_by_instruction(uint32_t state, const uint8_t *bytes,
                                                                     size_t count) {
  for (; count >= 3 * PART; bytes += 3 * PART, count -= 3 * PART) {
    uint32_t second = 0, third = 0;
    for (size_t i = 0; i < PART; i += 8) {
      state = (uint32_t)__builtin_ia32_crc32di(state, load64(bytes + i));
      second = (uint32_t)__builtin_ia32_crc32di(second, load64(bytes + PART + i));
      third = (uint32_t)__builtin_ia32_crc32di(third, load64(bytes + 2 * PART + i));
    }
    state = skip(skip(state) ^ second) ^ third;
  }
  for (; count >= 8; bytes += 8, count -= 8) {
    state = (uint32_t)__builtin_ia32_crc32di(state, load64(bytes));
  }
  for (; count > 0; bytes++, count--) {
    state = __builtin_ia32_crc32qi(state, *bytes);
  }
  return state;
}
#endif

uint32_t crc_portable(uint32_t state, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) {
    return crc_by_instruction(state, bytes, count);
  }
#endif
  return crc_by_table(state, bytes, count);
}
