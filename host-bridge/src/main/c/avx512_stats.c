/* What of the work is not the payload: check and mean. */
#include "avx512.h"

#if defined(__x86_64__)

/* A fold moves what has been summed up past so many bytes: x^(8n + 31) and x^(8n - 33) mod P, reflected. */
static const uint64_t FOLD_64[2] = {0x740eef02, 0x9e4addf8};
static const uint64_t FOLD_256[2] = {0xdcb17aa4, 0xb9e02b86};
static const uint64_t FOLD_16[2] = {0xf20c0dfe, 0x493c7d27};

INLINE __m512i fold(__m512i sum, __m512i by, __m512i next) {
  __m512i low = _mm512_clmulepi64_epi128(sum, by, 0x00);
  __m512i high = _mm512_clmulepi64_epi128(sum, by, 0x11);
  return _mm512_ternarylogic_epi64(low, high, next, 0x96);
}

INLINE __m512i factors(const uint64_t by[2]) {
  return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)by));
}

/* 64 bytes or more, a multiple of 64. */
static uint32_t crc_by_folding(uint32_t state, const uint8_t *bytes, size_t count) {
  const __m512i by_64 = factors(FOLD_64);
  const __m512i *at = (const __m512i *)bytes;
  const __m512i *end = at + count / 64;
  __m512i sum = _mm512_xor_si512(_mm512_loadu_si512(at++),
                                 _mm512_zextsi128_si512(_mm_cvtsi32_si128((int)state)));
  if (end - at >= 7) {
    const __m512i by_256 = factors(FOLD_256);
    __m512i sums[3] = {_mm512_loadu_si512(at), _mm512_loadu_si512(at + 1), _mm512_loadu_si512(at + 2)};
    for (at += 3; end - at >= 4; at += 4) {
      sum = fold(sum, by_256, _mm512_loadu_si512(at));
      for (int i = 0; i < 3; i++) {
        sums[i] = fold(sums[i], by_256, _mm512_loadu_si512(at + 1 + i));
      }
    }
    for (int i = 0; i < 3; i++) {
      sum = fold(sum, by_64, sums[i]);
    }
  }
  for (; at < end; at++) {
    sum = fold(sum, by_64, _mm512_loadu_si512(at));
  }
  const __m128i by_16 = _mm_loadu_si128((const __m128i *)FOLD_16);
  __m128i lanes[4], one;
  _mm512_storeu_si512(lanes, sum);
  one = lanes[0];
  for (int i = 1; i < 4; i++) {
    __m128i low = _mm_clmulepi64_si128(one, by_16, 0x00);
    __m128i high = _mm_clmulepi64_si128(one, by_16, 0x11);
    one = _mm_xor_si128(_mm_xor_si128(low, high), lanes[i]);
  }
  uint64_t crc = _mm_crc32_u64(0, (uint64_t)_mm_cvtsi128_si64(one));
  return (uint32_t)_mm_crc32_u64(crc, (uint64_t)_mm_extract_epi64(one, 1));
}

uint32_t avx512_crc(uint32_t state, const uint8_t *bytes, size_t count) {
  if (count >= 128) {
    size_t folded = count & ~(size_t)63;
    state = crc_by_folding(state, bytes, folded);
    bytes += folded;
    count -= folded;
  }
  for (; count >= 8; bytes += 8, count -= 8) {
    state = (uint32_t)_mm_crc32_u64(state, load64(bytes));
  }
  for (; count > 0; bytes++, count--) {
    state = _mm_crc32_u8(state, *bytes);
  }
  return state;
}

/* Symbols that are not zero, and their sum. */
struct sums {
  __m512i non_zero, sum;
};

/* Adds up to 4 · 255 groups of 64: as many as a byte can count in each of four. */
static size_t sum_groups(struct sums *s, const uint8_t *symbols, size_t groups) {
  const __m512i zero = _mm512_setzero_si512(), one = _mm512_set1_epi8(1);
  __m512i there[4] = {zero, zero, zero, zero}, sums[4] = {zero, zero, zero, zero};
  size_t fours = groups / 4 < 255 ? groups / 4 : 255;
  for (size_t i = 0; i < fours; i++) {
    for (size_t j = 0; j < 4; j++) {
      __m512i some = _mm512_loadu_si512(symbols + 64 * (4 * i + j));
      there[j] = _mm512_add_epi8(there[j], _mm512_min_epu8(some, one));
      sums[j] = _mm512_add_epi64(sums[j], _mm512_sad_epu8(some, zero));
    }
  }
  for (size_t j = 0; j < 4; j++) {
    s->non_zero = _mm512_add_epi64(s->non_zero, _mm512_sad_epu8(there[j], zero));
    s->sum = _mm512_add_epi64(s->sum, sums[j]);
  }
  return 256 * fours;
}

/* B-06 */
uint32_t avx512_mean(const uint8_t *symbols, size_t count) {
  struct sums s = {_mm512_setzero_si512(), _mm512_setzero_si512()};
  size_t i = 0;
  while (count - i >= 256) {
    i += sum_groups(&s, symbols + i, (count - i) / 64);
  }
  uint64_t sum = (uint64_t)_mm512_reduce_add_epi64(s.sum);
  uint64_t non_zero = (uint64_t)_mm512_reduce_add_epi64(s.non_zero);
  return mean_with_rest(sum, non_zero, symbols + i, count - i);
}

AVX512_END
#endif
