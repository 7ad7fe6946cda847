#include "frame.h"

static struct trouble at(uint32_t fault, uint64_t offset) { return (struct trouble){fault, offset}; }

static bool is_coded(unsigned slot) { return slot != RAW_SLOT && slot != CONSTANT_SLOT; }

/* Checks 2 and 3 of B-21. */
static struct trouble check_modes(const struct frame *frame) {
  if (frame->modes >> 6 != FORMAT_VERSION) {
    return at(VAIL_UNSUPPORTED_VERSION, 2);
  }
  if (is_coded(frame->slot)) {
    bool reserved = (frame->modes & 7) == 7 || (frame->modes >> 3 & 3) == 3;
    return at(reserved ? VAIL_RESERVED_NONZERO : VAIL_OK, 2);
  }
  if ((frame->modes & LAYOUT_BITS) != 0) {
    return at(VAIL_RESERVED_NONZERO, 2);
  }
  if (frame->epoch != 0) {
    return at(VAIL_RESERVED_NONZERO, 1);
  }
  return at(frame->bias != 0 ? VAIL_RESERVED_NONZERO : VAIL_OK, 3);
}

/* Checks 4 to 6. */
static struct trouble check_book(struct frame *frame, const vail_t *session) {
  if (!is_coded(frame->slot)) {
    frame->book = NULL;
    return at(VAIL_OK, 0);
  }
  frame->book = session_book(session, frame->slot, frame->epoch);
  if (frame->book == NULL) {
    return at(VAIL_CODEBOOK_UNKNOWN, 0);
  }
  if (!layout_is_legal(frame->book, frame->modes & LAYOUT_BITS)) {
    return at(VAIL_LANE_LAYOUT, 2);
  }
  return at(frame->bias > 254 ? VAIL_BAD_FIELD : VAIL_OK, 3);
}

/* Check 8: B-18 to B-20. */
static struct trouble check_sizes(const struct frame *frame) {
  bool streamed = is_streamed(frame->modes);
  if (streamed && frame->symbols > VAIL_MOST_STREAMED_SYMBOLS) {
    return at(VAIL_BAD_FIELD, 4);
  }
  switch (frame->slot) {
    case RAW_SLOT:
      return at(frame->payload_bytes != frame->symbols ? VAIL_BAD_FIELD : VAIL_OK, frame->tail_at);
    case CONSTANT_SLOT:
      if (frame->symbols < 2) {
        return at(VAIL_BAD_FIELD, 4);
      }
      return at(frame->payload_bytes != 1 ? VAIL_BAD_FIELD : VAIL_OK, frame->tail_at);
    default: {
      bool grown = !streamed && frame->payload_bytes >= frame->symbols;
      return at(grown ? VAIL_BAD_FIELD : VAIL_OK, frame->tail_at);
    }
  }
}

/* Checks 9 to 12. */
static struct trouble check_room(const struct frame *frame, size_t size, uint32_t most_symbols,
                                 uint32_t room) {
  if (frame->symbols > most_symbols) {
    return at(VAIL_LIMIT_EXCEEDED, 4);
  }
  if (frame->payload_bytes > size - VAIL_FRAME_BYTES) {
    return at(VAIL_TRUNCATED, size);
  }
  if (frame->payload_bytes < size - VAIL_FRAME_BYTES) {
    return at(VAIL_TRAILING_DATA, frame->payload_at + frame->payload_bytes);
  }
  return at(frame->symbols > room ? VAIL_OUTPUT_TOO_SMALL : VAIL_OK, 4);
}

struct trouble frame_read(struct frame *frame, const vail_t *session, const uint8_t *block, size_t size,
                          uint32_t most_symbols, uint32_t room) {
  if (size < HEAD) {
    return at(VAIL_TRUNCATED, size);
  }
  frame->slot = block[0];
  frame->epoch = block[1];
  frame->modes = block[2];
  frame->bias = block[3];
  frame->symbols = load16(block + 4) + 1;
  struct trouble trouble = check_modes(frame);
  if (!trouble.fault) {
    trouble = check_book(frame, session);
  }
  if (trouble.fault) {
    return trouble;
  }
  if (size < VAIL_FRAME_BYTES) {
    return at(VAIL_TRUNCATED, size);
  }
  frame->tail_at = is_streamed(frame->modes) ? size - TAIL : HEAD;
  frame->payload_at = is_streamed(frame->modes) ? HEAD : VAIL_FRAME_BYTES;
  frame->payload_bytes = load16(block + frame->tail_at) + 1;
  frame->check = load32(block + frame->tail_at + 2);
  trouble = check_sizes(frame);
  return trouble.fault ? trouble : check_room(frame, size, most_symbols, room);
}

/* The state behind what the CRC of B-16 takes before the payload. */
static uint32_t crc_until_payload(const struct frame *frame, const struct level *level, const uint8_t *head) {
  static const uint8_t zeros[8];
  uint32_t state = frame->book != NULL ? frame->book->seed : level->crc(CRC_START, zeros, sizeof zeros);
  return level->crc(state, head, HEAD);
}

/* Copies and sums up part by part, so that each is read from memory once. */
static uint32_t crc_and_copy(uint32_t state, const struct level *level, uint8_t *to, const uint8_t *from,
                             size_t count) {
  enum { PART = 1 << 13 };
  for (size_t i = 0; i < count; i += PART) {
    size_t part = count - i < PART ? count - i : PART;
    memcpy(to + i, from + i, part);
    state = level->crc(state, from + i, part);
  }
  return state;
}

bool frame_check(const struct frame *frame, const struct level *level, const uint8_t *block) {
  uint32_t state = crc_until_payload(frame, level, block);
  state = level->crc(state, block + frame->payload_at, frame->payload_bytes);
  return ~level->crc(state, block + frame->tail_at, 2) == frame->check;
}

size_t frame_write(const struct frame *frame, const struct level *level, const uint8_t *payload,
                   uint8_t *block) {
  bool streamed = is_streamed(frame->modes);
  uint8_t *tail = streamed ? block + HEAD + frame->payload_bytes : block + HEAD;
  uint8_t *body = streamed ? block + HEAD : block + VAIL_FRAME_BYTES;
  block[0] = frame->slot;
  block[1] = frame->epoch;
  block[2] = frame->modes;
  block[3] = frame->bias;
  store16(block + 4, frame->symbols - 1);
  store16(tail, frame->payload_bytes - 1);
  uint32_t state = crc_until_payload(frame, level, block);
  state = crc_and_copy(state, level, body, payload, frame->payload_bytes);
  store32(tail + 2, ~level->crc(state, tail, 2));
  return VAIL_FRAME_BYTES + frame->payload_bytes;
}
