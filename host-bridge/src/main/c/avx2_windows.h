/* What a window starts with, for 32 lanes at once. */
#ifndef AVX2_WINDOWS_H
#define AVX2_WINDOWS_H

#include "avx2.h"

#if defined(__x86_64__)

/*
 * What a window of 8 bits is, under a book and a bias. Of exponents the first four bits say it, but for one or
 * two `open` cases, whose rows the next four choose from.
 */
struct tables {
  alignas(64) uint8_t symbol[256];
  alignas(64) uint8_t length[128];
  alignas(64) uint8_t coded[256]; /* 0x80 if a symbol has a code */
  alignas(16) uint8_t short_symbol[16], short_length[16];
  alignas(16) uint8_t open_symbol[2][16], open_length[2][16];
  uint8_t open[2];
  enum cases { FEW, MANY } cases;
  uint8_t placeholder; /* what an escape leaves: a symbol without a code */
};

static inline void open_case(struct tables *t, int i, unsigned first) {
  t->open[i] = (uint8_t)first;
  for (unsigned next = 0; next < 16; next++) {
    t->open_symbol[i][next] = t->symbol[first | next << 4];
    t->open_length[i][next] = t->length[first | (next & 7) << 4];
  }
}

static inline void find_cases(struct tables *t) {
  memcpy(t->short_symbol, t->symbol, 16);
  memcpy(t->short_length, t->length, 16);
  /* to treat any case as open is right, too */
  open_case(t, 0, 0);
  open_case(t, 1, 0);
  int open = 0;
  for (unsigned first = 0; first < 16; first++) {
    if (t->length[first] > 4 && open++ < 2) {
      open_case(t, open - 1, first);
    }
  }
  t->cases = open <= 2 ? FEW : MANY;
}

static inline void make_tables(struct tables *t, const struct coding *c) {
  memcpy(t->length, c->book->window_length, sizeof t->length);
  for (unsigned i = 0; i < 256; i++) {
    t->symbol[i] = (uint8_t)bias_invert(c->book->window_t[i], c->bias);
    t->coded[i] = c->book->coded[bias_apply(i, c->bias)];
  }
  t->placeholder = (uint8_t)bias_invert(c->book->placeholder, c->bias);
  find_cases(t);
}

/* What a window of 8 bits starts with. */
struct found {
  __m256i symbol, length;
};

/* By the first four bits, or where `is_open` by the next four. */
INLINE __m256i look_in_cases(const uint8_t *by_first, const uint8_t by_next[2][16], __m256i first, __m256i next,
                             const __m256i is_open[2]) {
  __m256i found = _mm256_shuffle_epi8(row(by_first, 0), first);
  for (int i = 0; i < 2; i++) {
    found = _mm256_blendv_epi8(found, _mm256_shuffle_epi8(row(by_next[i], 0), next), is_open[i]);
  }
  return found;
}

INLINE struct found look(const struct tables *t, __m256i window, const enum cases cases) {
  if (cases == MANY) {
    return (struct found){look256(t->symbol, window), look128(t->length, window)};
  }
  const __m256i four_bits = _mm256_set1_epi8(15);
  __m256i first = _mm256_and_si256(window, four_bits);
  __m256i next = _mm256_and_si256(_mm256_srli_epi16(window, 4), four_bits);
  const __m256i is_open[2] = {_mm256_cmpeq_epi8(first, _mm256_set1_epi8((char)t->open[0])),
                              _mm256_cmpeq_epi8(first, _mm256_set1_epi8((char)t->open[1]))};
  return (struct found){look_in_cases(t->short_symbol, t->open_symbol, first, next, is_open),
                        look_in_cases(t->short_length, t->open_length, first, next, is_open)};
}

#endif
#endif
