/* In place of levels.c: the level avx512 on every processor, with the intrinsics of intrinsics.h. */
#include "../../../main/c/codec.h"

static bool always(void) { return true; }

const struct level *const *levels(void) {
  static const struct level avx512 = {"avx512",    always,        avx512_crc,
                                      avx512_mean, avx512_encode, avx512_decode,
                                      avx512_split2, avx512_merge2};
  static const struct level reference = {"reference",   always,           crc_by_table,
                                         mean_by_words, reference_encode, reference_decode_all,
                                         portable_split2, portable_merge2};
  static const struct level *const all[] = {&avx512, &reference, NULL};
  return all;
}
