/* Elements of two bytes to planes and back (B-03), as loops that compilers make vectors of. */
#ifndef PLANES_H
#define PLANES_H

#include "codec.h"

INLINE void split2(const uint8_t *restrict raw, size_t count, uint8_t *restrict high, uint8_t *restrict low) {
  for (size_t i = 0; i < count; i++) {
    unsigned element = load16(raw + 2 * i);
    high[i] = (uint8_t)(element >> 7);
    low[i] = (uint8_t)(element << 1 | element >> 15);
  }
}

INLINE void merge2(const uint8_t *restrict high, const uint8_t *restrict low, size_t count,
                   uint8_t *restrict raw) {
  for (size_t i = 0; i < count; i++) {
    unsigned turned = (unsigned)high[i] << 8 | low[i];
    store16(raw + 2 * i, (uint16_t)(turned >> 1 | turned << 15));
  }
}

#endif
