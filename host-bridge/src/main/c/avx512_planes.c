/* Planes: 64 elements of two bytes a step, turned by one bit, even and odd bytes apart. */
#include "avx512.h"

#if defined(__x86_64__)
#include "planes.h"

/* Bytes 0, 2, 4 to 62, then 1, 3, 5 to 63; and bytes 0, 32, 1, 33 to 31, 63. */
static const uint8_t evens_first[64] = {0,  2,  4,  6,  8,  10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30,
                                        32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60, 62,
                                        1,  3,  5,  7,  9,  11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31,
                                        33, 35, 37, 39, 41, 43, 45, 47, 49, 51, 53, 55, 57, 59, 61, 63};
static const uint8_t halves_in_turn[64] = {0,  32, 1,  33, 2,  34, 3,  35, 4,  36, 5,  37, 6,  38, 7,  39,
                                           8,  40, 9,  41, 10, 42, 11, 43, 12, 44, 13, 45, 14, 46, 15, 47,
                                           16, 48, 17, 49, 18, 50, 19, 51, 20, 52, 21, 53, 22, 54, 23, 55,
                                           24, 56, 25, 57, 26, 58, 27, 59, 28, 60, 29, 61, 30, 62, 31, 63};

void avx512_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low) {
  const __m512i order = _mm512_loadu_si512(evens_first);
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    __m512i a = _mm512_loadu_si512(raw + 2 * i), b = _mm512_loadu_si512(raw + 2 * i + 64);
    a = _mm512_shldi_epi16(a, a, 1);
    b = _mm512_shldi_epi16(b, b, 1);
    _mm512_storeu_si512(high + i, _mm512_permutexvar_epi8(order, odd_bytes(a, b)));
    _mm512_storeu_si512(low + i, _mm512_permutexvar_epi8(order, even_bytes(a, b)));
  }
  split2(raw + 2 * i, count - i, high + i, low + i);
}

void avx512_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw) {
  const __m512i order = _mm512_loadu_si512(halves_in_turn);
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    __m512i lower = _mm512_permutexvar_epi8(order, _mm512_loadu_si512(low + i));
    __m512i upper = _mm512_permutexvar_epi8(order, _mm512_loadu_si512(high + i));
    __m512i a = even_bytes(lower, upper), b = odd_bytes(lower, upper);
    _mm512_storeu_si512(raw + 2 * i, _mm512_shrdi_epi16(a, a, 1));
    _mm512_storeu_si512(raw + 2 * i + 64, _mm512_shrdi_epi16(b, b, 1));
  }
  merge2(high + i, low + i, count - i, raw + 2 * i);
}

AVX512_END
#endif
