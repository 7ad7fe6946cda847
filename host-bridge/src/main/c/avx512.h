/* AVX-512 with VBMI2: the wide layout of short books (B-27), 64 lanes in one register of bytes. */
#ifndef AVX512_H
#define AVX512_H

#include "codec.h"

#if defined(__x86_64__)

/*
 * Only the files that include this are compiled for AVX-512; levels.c asks the CPU before they run. Tests
 * compile them for any CPU too: INTRINSICS then names a header that has the instructions as functions.
 */
#if defined(INTRINSICS)
#include INTRINSICS
#define AVX512_END
#elif defined(__clang__)
#include <immintrin.h>
#pragma clang attribute push(                                                                       \
    __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,vpclmulqdq,pclmul,"     \
                          "sse4.2,bmi,bmi2,lzcnt,popcnt,prfchw"))),                                 \
    apply_to = function)
#define AVX512_END _Pragma("clang attribute pop")
#else
#include <immintrin.h>
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,vpclmulqdq,pclmul,sse4.2,bmi,bmi2,lzcnt,popcnt,prfchw")
#define AVX512_END
#endif

/* The bytes of odd lanes. */
#define ODD 0xaaaaaaaaaaaaaaaaull

/* Bit i of lane j stands at bit 16·(j div 2) + i of the 64 bits that multishift looks at. */
#define LANE_SHIFTS _mm512_set1_epi64(0x3030202010100000ull)

/* The lowest k lanes. */
static inline __mmask64 first_lanes(size_t k) { return _bzhi_u64(~0ull, (unsigned)k); }

/* The even bytes of two registers in turn: byte 0 of a, byte 0 of b, byte 2 of a; and the odd ones. */
INLINE __m512i even_bytes(__m512i a, __m512i b) {
  return _mm512_ternarylogic_epi64(a, _mm512_slli_epi16(b, 8), _mm512_set1_epi16(255), 0xEC);
}

INLINE __m512i odd_bytes(__m512i a, __m512i b) {
  return _mm512_ternarylogic_epi64(_mm512_srli_epi16(a, 8), b, _mm512_set1_epi16(255), 0xF4);
}

/* A table of 256 bytes, looked at by 64 indices. */
INLINE __m512i look256(const uint8_t *table, __m512i index) {
  const __m512i *t = (const __m512i *)table;
  __m512i low = _mm512_permutex2var_epi8(t[0], index, t[1]);
  __m512i high = _mm512_permutex2var_epi8(t[2], index, t[3]);
  return _mm512_mask_mov_epi8(low, _mm512_movepi8_mask(index), high);
}

/* B-05: t - bias, and one less where that goes round; zero stays. */
INLINE __m512i apply_bias(__m512i symbol, unsigned bias) {
  __m512i b = _mm512_set1_epi8((char)bias);
  __mmask64 round = _mm512_cmple_epu8_mask(symbol, b);
  __m512i t = _mm512_sub_epi8(symbol, b);
  t = _mm512_mask_sub_epi8(t, round, t, _mm512_set1_epi8(1));
  return _mm512_maskz_mov_epi8(_mm512_test_epi8_mask(symbol, symbol), t);
}

INLINE __m512i invert_bias(__m512i t, unsigned bias) {
  __m512i b = _mm512_set1_epi8((char)bias);
  __m512i symbol = _mm512_add_epi8(t, b);
  __mmask64 round = _mm512_cmplt_epu8_mask(symbol, b);
  symbol = _mm512_mask_add_epi8(symbol, round, symbol, _mm512_set1_epi8(1));
  return _mm512_maskz_mov_epi8(_mm512_test_epi8_mask(t, t), symbol);
}

#endif
#endif
