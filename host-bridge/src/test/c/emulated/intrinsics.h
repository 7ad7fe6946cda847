/*
 * The intrinsics of the level avx512 as functions, so that its sources are tested on any processor: SIMDe's,
 * and here those that SIMDe 0.7.4 does not have. Masked loads and stores touch a byte only if its lane is
 * active, as the instructions do.
 */
#ifndef INTRINSICS_H
#define INTRINSICS_H

#define SIMDE_ENABLE_NATIVE_ALIASES
#define SIMDE_NO_INLINE /* or sanitizers take minutes */
#include <simde/x86/avx512.h>
#include <simde/x86/clmul.h>
#include <simde/x86/sse4.2.h>

#include <stdint.h>
#include <string.h>

typedef simde__mmask64 __mmask64;

/* Each byte of the result: eight bits of the 64 that it lies in, from the bit that `at` says. In place of
   SIMDe's, which shifts by 64 where `at` is 0. */
#undef _mm512_multishift_epi64_epi8
SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_multishift_epi64_epi8(__m512i at, __m512i of) {
  uint8_t lanes[64];
  uint64_t from[8];
  memcpy(lanes, &at, sizeof lanes);
  memcpy(from, &of, sizeof from);
  for (int i = 0; i < 64; i++) {
    unsigned low = lanes[i] & 63, high = (64 - low) & 63;
    lanes[i] = (uint8_t)(from[i / 8] >> low | from[i / 8] << high);
  }
  return _mm512_loadu_si512(lanes);
}

#undef _mm512_mask_multishift_epi64_epi8
SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_mask_multishift_epi64_epi8(__m512i others, __mmask64 active, __m512i at,
                                                        __m512i of) {
  return _mm512_mask_mov_epi8(others, active, _mm512_multishift_epi64_epi8(at, of));
}

/* Words turned: what the kernels ask of these, with the same register twice. */
#define _mm512_shldi_epi16(a, b, by) _mm512_or_si512(_mm512_slli_epi16(a, by), _mm512_srli_epi16(b, 16 - (by)))
#define _mm512_shrdi_epi16(a, b, by) _mm512_or_si512(_mm512_srli_epi16(a, by), _mm512_slli_epi16(b, 16 - (by)))

/* Words, shifted left by the lowest 4 bits of `by`, and filled from the upper bits of `fill`. */
#undef _mm512_shldv_epi16
SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_shldv_epi16(__m512i words, __m512i fill, __m512i by) {
  uint16_t lanes[32], from[32], bits[32];
  memcpy(lanes, &words, sizeof lanes);
  memcpy(from, &fill, sizeof from);
  memcpy(bits, &by, sizeof bits);
  for (int i = 0; i < 32; i++) {
    unsigned both = (unsigned)lanes[i] << 16 | from[i];
    lanes[i] = (uint16_t)(both << (bits[i] & 15) >> 16);
  }
  return _mm512_loadu_si512(lanes);
}

SIMDE_FUNCTION_ATTRIBUTES uint64_t _bzhi_u64(uint64_t from, unsigned bits) {
  return bits < 64 ? from & (((uint64_t)1 << bits) - 1) : from;
}

SIMDE_FUNCTION_ATTRIBUTES long long _mm_popcnt_u64(uint64_t bits) { return __builtin_popcountll(bits); }

SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_zextsi128_si512(__m128i low) {
  __m512i wide = _mm512_setzero_si512();
  memcpy(&wide, &low, sizeof low);
  return wide;
}

SIMDE_FUNCTION_ATTRIBUTES long long _mm512_reduce_add_epi64(__m512i of) {
  uint64_t lanes[8], sum = 0;
  memcpy(lanes, &of, sizeof lanes);
  for (int i = 0; i < 8; i++) {
    sum += lanes[i];
  }
  return (long long)sum;
}

SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_maskz_loadu_epi8(__mmask64 active, const void *from) {
  uint8_t lanes[64] = {0};
  for (int i = 0; i < 64; i++) {
    if (active >> i & 1) {
      lanes[i] = ((const uint8_t *)from)[i];
    }
  }
  return _mm512_loadu_si512(lanes);
}

SIMDE_FUNCTION_ATTRIBUTES void _mm512_mask_storeu_epi8(void *to, __mmask64 active, __m512i what) {
  uint8_t lanes[64];
  memcpy(lanes, &what, sizeof lanes);
  for (int i = 0; i < 64; i++) {
    if (active >> i & 1) {
      ((uint8_t *)to)[i] = lanes[i];
    }
  }
}

/* Active lanes take the lowest lanes of `what`, in order. */
SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_mask_expand_epi8(__m512i others, __mmask64 active, __m512i what) {
  uint8_t lanes[64], from[64];
  memcpy(lanes, &others, sizeof lanes);
  memcpy(from, &what, sizeof from);
  for (int i = 0, next = 0; i < 64; i++) {
    lanes[i] = active >> i & 1 ? from[next++] : lanes[i];
  }
  return _mm512_loadu_si512(lanes);
}

/* Active lanes become the lowest, in order. */
SIMDE_FUNCTION_ATTRIBUTES __m512i _mm512_mask_compress_epi8(__m512i others, __mmask64 active, __m512i what) {
  uint8_t lanes[64], from[64];
  memcpy(lanes, &others, sizeof lanes);
  memcpy(from, &what, sizeof from);
  for (int i = 0, next = 0; i < 64; i++) {
    if (active >> i & 1) {
      lanes[next++] = from[i];
    }
  }
  return _mm512_loadu_si512(lanes);
}

#endif
