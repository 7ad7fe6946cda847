/* What of the work is not the payload: check and mean, and where bytes move. */
#include "avx2.h"

#if defined(__x86_64__)

struct moves moves;

/* When the library is loaded, because the tables are the same for all and threads must not race. */
__attribute__((constructor)) static void fill_moves(void) {
  for (unsigned marks = 0; marks < 256; marks++) {
    unsigned marked = (unsigned)__builtin_popcount(marks), before = 0;
    memset(moves.spread[marks], 0x80, 8);
    for (unsigned lane = 0; lane < 8; lane++) {
      if (marks >> lane & 1) {
        moves.pack[marks][8 - marked + before] = (uint8_t)lane;
        moves.spread[marks][lane] = (uint8_t)before++;
      }
    }
  }
}

/* A fold moves what has been summed up past so many bytes: x^(8n + 31) and x^(8n - 33) mod P, reflected. */
static const uint64_t FOLD_128[2] = {0x6992cea2, 0x0d3b6092};
static const uint64_t FOLD_32[2] = {0x3da6d0cb, 0xba4fc28e};
static const uint64_t FOLD_16[2] = {0xf20c0dfe, 0x493c7d27};

#define FOLDING __attribute__((target("avx2,vpclmulqdq,pclmul,sse4.2")))

FOLDING static inline __m256i fold(__m256i sum, const uint64_t by[2], __m256i next) {
  __m256i factors = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)by));
  __m256i low = _mm256_clmulepi64_epi128(sum, factors, 0x00);
  __m256i high = _mm256_clmulepi64_epi128(sum, factors, 0x11);
  return _mm256_xor_si256(_mm256_xor_si256(low, high), next);
}

/* 128 bytes or more, a multiple of 128: four sums side by side, because each waits for itself. */
FOLDING static uint32_t crc_by_folding(uint32_t state, const uint8_t *bytes, size_t count) {
  const __m256i *at = (const __m256i *)bytes;
  __m256i sums[4];
  for (int i = 0; i < 4; i++) {
    sums[i] = _mm256_loadu_si256(at + i);
  }
  sums[0] = _mm256_xor_si256(sums[0], _mm256_zextsi128_si256(_mm_cvtsi32_si128((int)state)));
  for (at += 4; at < (const __m256i *)(bytes + count); at += 4) {
    for (int i = 0; i < 4; i++) {
      sums[i] = fold(sums[i], FOLD_128, _mm256_loadu_si256(at + i));
    }
  }
  for (int i = 1; i < 4; i++) {
    sums[i] = fold(sums[i - 1], FOLD_32, sums[i]);
  }
  __m256i halves = fold(sums[3], FOLD_16, _mm256_permute4x64_epi64(sums[3], 0xee));
  uint64_t crc = _mm_crc32_u64(0, (uint64_t)_mm256_extract_epi64(halves, 0));
  return (uint32_t)_mm_crc32_u64(crc, (uint64_t)_mm256_extract_epi64(halves, 1));
}

uint32_t avx2_crc(uint32_t state, const uint8_t *bytes, size_t count) {
  if (count >= 256 && __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("pclmul") &&
      __builtin_cpu_supports("sse4.2")) {
    size_t folded = count & ~(size_t)127;
    state = crc_by_folding(state, bytes, folded);
    bytes += folded;
    count -= folded;
  }
  return crc_portable(state, bytes, count);
}

/* Symbols that are zero, and the sum of all. */
struct sums {
  __m256i zeros, sum;
};

/* Adds up to 4 · 255 groups of 32: as many as a byte can count in each of four. */
static size_t sum_groups(struct sums *s, const uint8_t *symbols, size_t groups) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i zeros[4] = {zero, zero, zero, zero}, sums[4] = {zero, zero, zero, zero};
  size_t fours = groups / 4 < 255 ? groups / 4 : 255;
  for (size_t i = 0; i < fours; i++) {
    for (size_t j = 0; j < 4; j++) {
      __m256i some = _mm256_loadu_si256((const __m256i *)symbols + 4 * i + j);
      zeros[j] = _mm256_sub_epi8(zeros[j], _mm256_cmpeq_epi8(some, zero));
      sums[j] = _mm256_add_epi64(sums[j], _mm256_sad_epu8(some, zero));
    }
  }
  for (size_t j = 0; j < 4; j++) {
    s->zeros = _mm256_add_epi64(s->zeros, _mm256_sad_epu8(zeros[j], zero));
    s->sum = _mm256_add_epi64(s->sum, sums[j]);
  }
  return 128 * fours;
}

static uint64_t total(__m256i of) {
  uint64_t parts[4];
  _mm256_storeu_si256((__m256i *)parts, of);
  return parts[0] + parts[1] + parts[2] + parts[3];
}

/* B-06 */
uint32_t avx2_mean(const uint8_t *symbols, size_t count) {
  struct sums s = {_mm256_setzero_si256(), _mm256_setzero_si256()};
  size_t i = 0;
  while (count - i >= 128) {
    i += sum_groups(&s, symbols + i, (count - i) / 32);
  }
  uint64_t sum = total(s.sum), non_zero = i - total(s.zeros);
  return mean_with_rest(sum, non_zero, symbols + i, count - i);
}

AVX2_END
#endif
