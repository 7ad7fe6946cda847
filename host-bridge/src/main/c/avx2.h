/* AVX2: the wide layout of short books (B-27), 64 lanes in two registers of bytes. */
#ifndef AVX2_H
#define AVX2_H

#include "codec.h"

#if defined(__x86_64__)
#include <immintrin.h>

/* Only the files that include this are compiled for AVX2; levels.c asks the CPU before they run. */
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,popcnt"))), apply_to = function)
#define AVX2_END _Pragma("clang attribute pop")
#else
#pragma GCC target("avx2,popcnt")
#define AVX2_END
#endif

/* A byte for each lane: lanes 0 to 31, and 32 to 63. */
struct bytes64 {
  __m256i half[2];
};

INLINE struct bytes64 load_64(const uint8_t *at) {
  const __m256i *halves = (const __m256i *)at;
  return (struct bytes64){{_mm256_loadu_si256(halves), _mm256_loadu_si256(halves + 1)}};
}

INLINE void store_64(uint8_t *at, struct bytes64 bytes) {
  _mm256_storeu_si256((__m256i *)at, bytes.half[0]);
  _mm256_storeu_si256((__m256i *)at + 1, bytes.half[1]);
}

/* The top bit of each byte, the first lane's lowest. */
INLINE uint64_t top_bits(struct bytes64 bytes) {
  return (uint32_t)_mm256_movemask_epi8(bytes.half[0]) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(bytes.half[1]) << 32;
}

/* All bits of the lowest k lanes. */
INLINE struct bytes64 first_lanes(size_t k) {
  alignas(32) static const uint8_t ones_then_zeros[128] = {
      [0 ... 63] = 255,
  };
  return load_64(ones_then_zeros + 64 - k);
}

/* By 16 bytes: a row of a table, in both parts of a register. */
INLINE __m256i row(const uint8_t *table, int i) {
  return _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)table + i));
}

/* Looks up 32 indices in rows 2i and 2i + 1, going by bit 4 of an index, which stands at bit 7 of `bit4`. */
INLINE __m256i look_in_two(const uint8_t *table, int i, __m256i low, __m256i bit4) {
  return _mm256_blendv_epi8(_mm256_shuffle_epi8(row(table, 2 * i), low),
                            _mm256_shuffle_epi8(row(table, 2 * i + 1), low), bit4);
}

INLINE __m256i look_in_four(const uint8_t *table, int i, __m256i low, __m256i bit4, __m256i bit5) {
  return _mm256_blendv_epi8(look_in_two(table, 2 * i, low, bit4), look_in_two(table, 2 * i + 1, low, bit4),
                            bit5);
}

/* A table of 32 bytes, looked at by 32 indices; higher bits of an index do not matter. */
INLINE __m256i look32(const uint8_t *table, __m256i index) {
  return look_in_two(table, 0, _mm256_and_si256(index, _mm256_set1_epi8(15)), _mm256_slli_epi16(index, 3));
}

/* The same for 64 bytes. */
INLINE __m256i look64(const uint8_t *table, __m256i index) {
  __m256i low = _mm256_and_si256(index, _mm256_set1_epi8(15));
  return look_in_four(table, 0, low, _mm256_slli_epi16(index, 3), _mm256_slli_epi16(index, 2));
}

/* The same for 128 bytes. */
INLINE __m256i look128(const uint8_t *table, __m256i index) {
  __m256i low = _mm256_and_si256(index, _mm256_set1_epi8(15));
  __m256i bit4 = _mm256_slli_epi16(index, 3), bit5 = _mm256_slli_epi16(index, 2);
  return _mm256_blendv_epi8(look_in_four(table, 0, low, bit4, bit5), look_in_four(table, 1, low, bit4, bit5),
                            _mm256_slli_epi16(index, 1));
}

/* The same for 256 bytes. */
INLINE __m256i look256(const uint8_t *table, __m256i index) {
  return _mm256_blendv_epi8(look128(table, index), look128(table + 128, index), index);
}

/* 2^(7 - i) of each byte i from 0 to 7. */
INLINE __m256i power(__m256i i) {
  const __m128i powers = _mm_set_epi64x(0, 0x0102040810204080);
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(powers), i);
}

/* Where the bytes of eight lanes go, by the lanes that have one. */
struct moves {
  uint8_t pack[256][8];   /* those bytes to the end of eight */
  uint8_t spread[256][8]; /* bytes that follow one another to their lanes; zero to others */
};
extern struct moves moves;

#endif
#endif
