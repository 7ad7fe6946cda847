/* Planes by vectors of 32 bytes. */
#include "avx2.h"

#if defined(__x86_64__)
#include "planes.h"

void avx2_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low) { split2(raw, count, high, low); }

void avx2_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw) {
  merge2(high, low, count, raw);
}

AVX2_END
#endif
