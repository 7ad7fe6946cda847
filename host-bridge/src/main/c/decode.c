/* Batches of blocks back to symbols: checks in the order of B-21, several payloads in flight. */
#include "frame.h"

/* Coded blocks whose frames are good, on their way through the kernels. */
struct flight {
  struct payload payloads[FLIGHT];
  vail_block_t *blocks[FLIGHT];
  size_t payload_at[FLIGHT];
  size_t size;
  uint32_t release;
};

static void fail(vail_block_t *block, struct trouble trouble) {
  block->fault = trouble.fault;
  block->fault_at = trouble.at;
  block->bytes = 0;
}

static void succeed(vail_block_t *block, uint32_t bytes) {
  block->fault = VAIL_OK;
  block->fault_at = 0;
  block->bytes = bytes;
}

/* Check 14, and only then the release of the symbols (B-22). */
static void land(struct flight *flight, const struct level *level, struct workspace *ws,
                 uint8_t *symbols) {
  level->decode(ws, flight->payloads, flight->size);
  for (size_t i = 0; i < flight->size; i++) {
    struct payload *p = &flight->payloads[i];
    vail_block_t *block = flight->blocks[i];
    if (p->good) {
      if (flight->release == VAIL_RELEASE_WHOLE) {
        memcpy(symbols + block->target_at, p->symbols, p->count);
      }
      succeed(block, (uint32_t)p->count);
    } else {
      struct trouble trouble = reference_decode(p);
      trouble.fault = trouble.fault ? trouble.fault : VAIL_INTERNAL;
      fail(block, (struct trouble){trouble.fault, flight->payload_at[i] + trouble.at});
    }
  }
  flight->size = 0;
}

static void board(struct flight *flight, struct workspace *ws, const struct frame *frame,
                  const uint8_t *bytes, uint8_t *symbols, vail_block_t *block) {
  size_t i = flight->size++;
  flight->blocks[i] = block;
  flight->payload_at[i] = frame->payload_at;
  flight->payloads[i] = (struct payload){
      .coding = coding_of(frame->book, frame->bias, frame->modes & LAYOUT_BITS),
      .bytes = bytes + frame->payload_at,
      .size = frame->payload_bytes,
      .symbols = flight->release == VAIL_RELEASE_WHOLE ? ws->symbols[i] : symbols,
      .release = symbols,
      .count = frame->symbols,
  };
}

static void decode_block(struct flight *flight, const vail_t *session, struct workspace *ws,
                         uint32_t most_symbols, const uint8_t *bytes, uint8_t *symbols,
                         vail_block_t *block) {
  struct frame frame;
  struct trouble trouble =
      frame_read(&frame, session, bytes, block->source_bytes, most_symbols, block->target_room);
  if (!trouble.fault && !frame_check(&frame, session_level(session), bytes)) {
    trouble = (struct trouble){VAIL_CHECKSUM, frame.tail_at + 2};
  }
  if (trouble.fault) {
    fail(block, trouble);
    return;
  }
  switch (frame.slot) {
    case RAW_SLOT:
      memcpy(symbols, bytes + frame.payload_at, frame.symbols);
      succeed(block, frame.symbols);
      break;
    case CONSTANT_SLOT:
      memset(symbols, bytes[frame.payload_at], frame.symbols);
      succeed(block, frame.symbols);
      break;
    default: board(flight, ws, &frame, bytes, symbols, block); break;
  }
}

static bool within(uint64_t at, uint64_t bytes, uint64_t all) { return at <= all && bytes <= all - at; }

bool batch_is_within(const vail_block_t *batch, size_t count, size_t source_bytes, size_t target_bytes) {
  for (size_t i = 0; i < count; i++) {
    if (!within(batch[i].source_at, batch[i].source_bytes, source_bytes) ||
        !within(batch[i].target_at, batch[i].target_room, target_bytes)) {
      return false;
    }
  }
  return true;
}

int32_t vail_decode(vail_t *session, uint32_t release, uint32_t most_symbols, const uint8_t *blocks,
                    size_t blocks_bytes, uint8_t *symbols, size_t symbols_bytes, vail_block_t *batch,
                    size_t count) {
  if (release > VAIL_RELEASE_SCRATCH ||
      !batch_is_within(batch, count, blocks_bytes, symbols_bytes)) {
    return VAIL_BAD_ARGUMENT;
  }
  struct workspace *ws = workspace_take(session);
  if (ws == NULL) {
    return VAIL_INTERNAL;
  }
  const struct level *level = session_level(session);
  struct flight flight = {.size = 0, .release = release};
  for (size_t i = 0; i < count; i++) {
    decode_block(&flight, session, ws, most_symbols, blocks + batch[i].source_at,
                 symbols + batch[i].target_at, &batch[i]);
    if (flight.size == FLIGHT) {
      land(&flight, level, ws, symbols);
    }
  }
  land(&flight, level, ws, symbols);
  workspace_give_back(session, ws);
  return VAIL_OK;
}
