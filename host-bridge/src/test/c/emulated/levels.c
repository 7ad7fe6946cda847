/* In place of levels.c: the level avx512 on every processor, with the intrinsics of intrinsics.h. */
#include "../../../main/c/codec.h"

static bool always(void) { return true; }

const struct level *const *levels(void) {
  static const struct level avx512 = {.name = "avx512",
                                      .runs_here = always,
                                      .crc = avx512_crc,
                                      .mean = avx512_mean,
                                      .encode = avx512_encode,
                                      .bits = avx512_bits,
                                      .decode = avx512_decode,
                                      .split2 = avx512_split2,
                                      .merge2 = avx512_merge2};
  static const struct level reference = {.name = "reference",
                                         .runs_here = always,
                                         .crc = crc_by_table,
                                         .mean = mean_by_words,
                                         .encode = reference_encode,
                                         .decode = reference_decode_all,
                                         .split2 = portable_split2,
                                         .merge2 = portable_merge2};
  static const struct level *const all[] = {&avx512, &reference, NULL};
  return all;
}
