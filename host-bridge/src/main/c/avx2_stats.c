/* What of the work is not the payload: the mean, and where bytes move. */
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

/* B-06 */
uint32_t avx2_mean(const uint8_t *symbols, size_t count) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i sums = zero, zeros = zero;
  size_t i = 0;
  for (; count - i >= 32; i += 32) {
    __m256i some = _mm256_loadu_si256((const __m256i *)(symbols + i));
    sums = _mm256_add_epi64(sums, _mm256_sad_epu8(some, zero));
    __m256i ones = _mm256_sub_epi8(zero, _mm256_cmpeq_epi8(some, zero));
    zeros = _mm256_add_epi64(zeros, _mm256_sad_epu8(ones, zero));
  }
  uint64_t parts[2][4];
  _mm256_storeu_si256((__m256i *)parts[0], sums);
  _mm256_storeu_si256((__m256i *)parts[1], zeros);
  uint64_t sum = parts[0][0] + parts[0][1] + parts[0][2] + parts[0][3];
  uint64_t non_zero = i - (parts[1][0] + parts[1][1] + parts[1][2] + parts[1][3]);
  for (; i < count; i++) {
    sum += symbols[i];
    non_zero += symbols[i] != 0;
  }
  return non_zero == 0 ? 0 : (uint32_t)(sum / non_zero);
}

AVX2_END
#endif
