/* Planes by whatever vectors every processor of this kind has, and the functions of vail.h that give them out. */
#include "planes.h"

void portable_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low) {
  split2(raw, count, high, low);
}

void portable_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw) {
  merge2(high, low, count, raw);
}

int32_t vail_split2(const vail_t *session, const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low) {
  session_level(session)->split2(raw, count, high, low);
  return VAIL_OK;
}

int32_t vail_merge2(const vail_t *session, const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw) {
  session_level(session)->merge2(high, low, count, raw);
  return VAIL_OK;
}
