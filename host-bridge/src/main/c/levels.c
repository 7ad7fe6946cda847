/* Which levels this machine runs. */
#include "codec.h"

static bool always(void) { return true; }

static const struct level reference = {"reference",   always,           crc_by_table,
                                       mean_by_words, reference_encode, reference_decode_all,
                                       portable_split2, portable_merge2};

static const struct level portable = {"portable",    always,          crc_portable,
                                      mean_by_words, portable_encode, portable_decode,
                                      portable_split2, portable_merge2};

#if defined(__x86_64__)
/* Asks the CPU, and whether the system keeps the wide registers. */
static bool has_avx512(void) {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("vpclmulqdq") &&
         __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.2") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

static bool has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"); }

static const struct level avx2 = {"avx2",      has_avx2,    avx2_crc,    avx2_mean,
                                  avx2_encode, avx2_decode, avx2_split2, avx2_merge2};

static const struct level avx512 = {"avx512",    has_avx512,    avx512_crc,
                                    avx512_mean, avx512_encode, avx512_decode,
                                    avx512_split2, avx512_merge2};
#endif

const struct level *const *levels(void) {
  static const struct level *const all[] = {
#if defined(__x86_64__)
      &avx512,
      &avx2,
#endif
      &portable,
      &reference,
      NULL,
  };
  const struct level *const *first = all;
  while (!(*first)->runs_here()) {
    first++;
  }
  return first;
}
