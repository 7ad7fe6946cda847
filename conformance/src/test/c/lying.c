/* A library that decodes raw blocks of stored order and no others, and misbehaves as LIE says. */
#include <stdlib.h>
#include <string.h>
#include "vail.h"

struct vail { int unused; };

uint32_t vail_version(void) { return VAIL_INTERFACE; }

int32_t vail_open(const char *options, size_t length, vail_t **session) {
  (void)options, (void)length;
  *session = calloc(1, sizeof **session);
  return *session ? VAIL_OK : VAIL_INTERNAL;
}

int32_t vail_describe(const vail_t *session, char *text, size_t room, size_t *length) {
  static const char said[] = "name=liar\nversion=1\nlanes=1\nwords=8\nclasses=short\n";
  (void)session;
  *length = sizeof said - 1;
  if (room < *length) return VAIL_OUTPUT_TOO_SMALL;
  memcpy(text, said, *length);
  return VAIL_OK;
}

int32_t vail_load_book(vail_t *session, uint32_t slot, uint32_t epoch, const uint8_t *book, size_t bytes,
                       uint8_t digest[VAIL_DIGEST_BYTES], uint64_t *fault_at) {
  (void)session, (void)slot, (void)epoch, (void)book, (void)bytes;
  memset(digest, 1, VAIL_DIGEST_BYTES);
  *fault_at = 0;
  return VAIL_OK;
}

int32_t vail_encode(vail_t *session, const vail_policy_t *policy, const uint8_t *symbols, size_t symbols_bytes,
                    uint8_t *blocks, size_t blocks_bytes, vail_block_t *batch, size_t count, uint32_t *mean) {
  (void)session, (void)policy, (void)symbols, (void)symbols_bytes, (void)blocks, (void)blocks_bytes, (void)mean;
  for (size_t i = 0; i < count; i++) batch[i].fault = VAIL_UNSUPPORTED_FEATURE;
  return VAIL_OK;
}

static void decode(const uint8_t *block, uint8_t *symbols, vail_block_t *of) {
  uint32_t count = (uint32_t)(block[4] | block[5] << 8) + 1;
  if (of->source_bytes != 12 + count) {
    if (LIE == 4) symbols[0] = 7; /* output in spite of a fault */
    of->fault = VAIL_TRUNCATED;
    return;
  }
  memcpy(symbols, block + 12, count);
  if (LIE == 1) symbols[count] = 7;                        /* one symbol too many */
  if (LIE == 2) symbols[0] = (uint8_t)(block[of->source_bytes] | 1); /* reads past the source */
  if (LIE == 3) symbols[-1] = 7;                           /* one before its target */
  if (LIE == 5) abort();
  if (LIE == 6) symbols[0] = block[12] + (symbols - (uint8_t *)0) % 2; /* depends on the address */
  if (LIE == 7) memset((uint8_t *)block, 0x55, 1);         /* changes its source */
  of->bytes = count;
}

int32_t vail_decode(vail_t *session, uint32_t release, uint32_t most_symbols, const uint8_t *blocks,
                    size_t blocks_bytes, uint8_t *symbols, size_t symbols_bytes, vail_block_t *batch, size_t count) {
  (void)session, (void)release, (void)most_symbols, (void)blocks_bytes, (void)symbols_bytes;
  for (size_t i = 0; i < count; i++) decode(blocks + batch[i].source_at, symbols + batch[i].target_at, batch + i);
  return VAIL_OK;
}

int32_t vail_close(vail_t *session) {
  free(session);
  return VAIL_OK;
}
