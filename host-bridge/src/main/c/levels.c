/* Which levels this machine runs. */
#include "codec.h"

static bool always(void) { return true; }

static const struct level reference = {.name = "reference",
                                       .runs_here = always,
                                       .crc = crc_by_table,
                                       .mean = mean_by_words,
                                       .encode = reference_encode,
                                       .decode = reference_decode_all,
                                       .split2 = portable_split2,
                                       .merge2 = portable_merge2};

static const struct level portable = {.name = "portable",
                                      .runs_here = always,
                                      .crc = crc_portable,
                                      .mean = mean_by_words,
                                      .encode = portable_encode,
                                      .decode = portable_decode,
                                      .split2 = portable_split2,
                                      .merge2 = portable_merge2};

#if defined(__x86_64__)
static bool has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"); }

/* Asks the CPU, and whether the system keeps the wide registers. */
static bool has_avx512(void) {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") &&
         __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("vpclmulqdq") &&
         __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.2") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

static const struct level avx2 = {.name = "avx2",
                                  .runs_here = has_avx2,
                                  .crc = avx2_crc,
                                  .mean = avx2_mean,
                                  .encode = avx2_encode,
                                  .decode = avx2_decode,
                                  .split2 = avx2_split2,
                                  .merge2 = avx2_merge2};

static const struct level avx512 = {.name = "avx512",
                                    .runs_here = has_avx512,
                                    .crc = avx512_crc,
                                    .mean = avx512_mean,
                                    .encode = avx512_encode,
                                    .bits = avx512_bits,
                                    .decode = avx512_decode,
                                    .split2 = avx512_split2,
                                    .merge2 = avx512_merge2};
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
