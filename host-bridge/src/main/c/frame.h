/* Head and tail of a block (B-15 to B-20). */
#ifndef FRAME_H
#define FRAME_H

#include "codec.h"

enum { RAW_SLOT = 0, CONSTANT_SLOT = 255, STREAMED_BIT = 1 << 5, LAYOUT_BITS = 31, FORMAT_VERSION = 1 };

struct frame {
  const struct book *book; /* null if raw or constant */
  uint8_t slot, epoch, modes, bias;
  uint32_t symbols;
  uint32_t payload_bytes;
  uint32_t check;
  size_t payload_at;
  size_t tail_at;
};

static inline bool is_streamed(unsigned modes) { return (modes & STREAMED_BIT) != 0; }

/* Checks 1 to 12 of B-21 on one block of `size` bytes. */
struct trouble frame_read(struct frame *, const vail_t *session, const uint8_t *block, size_t size,
                          uint32_t most_symbols, uint32_t room);

/* Check 13: the CRC-32C of B-16. */
bool frame_check(const struct frame *, const struct level *, const uint8_t *block);

/* Writes the block around a payload; returns its bytes. The target has room for them. */
size_t frame_write(const struct frame *, const struct level *, const uint8_t *payload, uint8_t *block);

#endif
