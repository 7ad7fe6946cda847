/* Planes: 64 elements of two bytes a step, turned by one bit, even and odd bytes apart. */
#include "avx512.h"

#if defined(__x86_64__)
#include "planes.h"

/* Bytes 0, 2, 4 to 126 of two registers; bytes 0, 64, 1, 65 to 31, 95. */
static const uint8_t every_second[64] = {0,  2,  4,  6,  8,  10, 12, 14, 16, 18,  20,  22,  24,  26,  28,  30,
                                         32, 34, 36, 38, 40, 42, 44, 46, 48, 50,  52,  54,  56,  58,  60,  62,
                                         64, 66, 68, 70, 72, 74, 76, 78, 80, 82,  84,  86,  88,  90,  92,  94,
                                         96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116, 118, 120, 122, 124, 126};
static const uint8_t in_turn[64] = {0,  64, 1,  65, 2,  66, 3,  67, 4,  68, 5,  69, 6,  70, 7,  71,
                                    8,  72, 9,  73, 10, 74, 11, 75, 12, 76, 13, 77, 14, 78, 15, 79,
                                    16, 80, 17, 81, 18, 82, 19, 83, 20, 84, 21, 85, 22, 86, 23, 87,
                                    24, 88, 25, 89, 26, 90, 27, 91, 28, 92, 29, 93, 30, 94, 31, 95};

static inline __m512i turn_left(__m512i words) {
  return _mm512_or_si512(_mm512_slli_epi16(words, 1), _mm512_srli_epi16(words, 15));
}

static inline __m512i turn_right(__m512i words) {
  return _mm512_or_si512(_mm512_srli_epi16(words, 1), _mm512_slli_epi16(words, 15));
}

void avx512_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low) {
  const __m512i even = _mm512_loadu_si512(every_second);
  const __m512i odd = _mm512_add_epi8(even, _mm512_set1_epi8(1));
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    __m512i a = turn_left(_mm512_loadu_si512(raw + 2 * i));
    __m512i b = turn_left(_mm512_loadu_si512(raw + 2 * i + 64));
    _mm512_storeu_si512(high + i, _mm512_permutex2var_epi8(a, odd, b));
    _mm512_storeu_si512(low + i, _mm512_permutex2var_epi8(a, even, b));
  }
  split2(raw + 2 * i, count - i, high + i, low + i);
}

void avx512_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw) {
  const __m512i first = _mm512_loadu_si512(in_turn);
  const __m512i second = _mm512_add_epi8(first, _mm512_set1_epi8(32));
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    __m512i upper = _mm512_loadu_si512(high + i), lower = _mm512_loadu_si512(low + i);
    __m512i a = _mm512_permutex2var_epi8(lower, first, upper), b = _mm512_permutex2var_epi8(lower, second, upper);
    _mm512_storeu_si512(raw + 2 * i, turn_right(a));
    _mm512_storeu_si512(raw + 2 * i + 64, turn_right(b));
  }
  merge2(high + i, low + i, count - i, raw + 2 * i);
}

AVX512_END
#endif
