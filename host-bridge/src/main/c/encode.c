/* Batches of symbols to blocks: choice, payload, frame (B-23 to B-26). */
#include "select.h"

/* The symbols themselves (B-18). */
static struct frame raw_frame(unsigned streamed, size_t count) {
  return (struct frame){.slot = RAW_SLOT,
                        .modes = (uint8_t)(FORMAT_VERSION << 6 | streamed),
                        .symbols = (uint32_t)count,
                        .payload_bytes = (uint32_t)count};
}

static struct frame coded_frame(const struct choice *choice, unsigned streamed, size_t count,
                                size_t payload) {
  return (struct frame){
      .book = choice->book,
      .slot = choice->candidate.slot,
      .epoch = choice->candidate.epoch,
      .modes = (uint8_t)(FORMAT_VERSION << 6 | streamed | choice->candidate.layout),
      .bias = (uint8_t)choice->bias,
      .symbols = (uint32_t)count,
      .payload_bytes = (uint32_t)payload,
  };
}

/* Settles the frame of a block and where its payload is now; *mean becomes that after the block. */
static struct frame encode_payload(const vail_t *session, struct workspace *ws,
                                   const vail_policy_t *policy, const uint8_t *symbols, size_t count,
                                   uint32_t *mean, const uint8_t **payload) {
  unsigned streamed = policy->order == VAIL_STREAMED ? STREAMED_BIT : 0;
  bool raw = policy->candidate_count == 0;
  struct choice choice = {.mean_after = *mean};
  if (!raw) {
    choice = select_choice(policy, session, symbols, count, *mean);
  }
  *mean = choice.mean_after;
  *payload = symbols;
  struct frame frame = raw_frame(streamed, count);
  if (policy->constant && count > 1 && is_constant(symbols, count)) {
    frame.slot = CONSTANT_SLOT;
    frame.payload_bytes = 1;
    return frame;
  }
  if (raw) {
    return frame;
  }
  struct coding coding = coding_of(choice.book, choice.bias, choice.candidate.layout);
  struct span coded = session_level(session)->encode(ws, &coding, symbols, count);
  if (!streamed && coded.size >= count) {
    return frame; /* B-26 */
  }
  *payload = coded.bytes;
  return coded_frame(&choice, streamed, count, coded.size);
}

static void encode_block(const vail_t *session, struct workspace *ws, const vail_policy_t *policy,
                         const uint8_t *symbols, uint8_t *target, vail_block_t *block, uint32_t *mean) {
  size_t count = block->source_bytes;
  size_t most = policy->order == VAIL_STREAMED ? VAIL_MOST_STREAMED_SYMBOLS : VAIL_MOST_SYMBOLS;
  if (count < 1 || count > most) {
    block->fault = VAIL_BAD_ARGUMENT;
    return;
  }
  const uint8_t *payload;
  uint32_t mean_after = *mean;
  struct frame frame = encode_payload(session, ws, policy, symbols, count, &mean_after, &payload);
  if (VAIL_FRAME_BYTES + frame.payload_bytes > block->target_room) {
    block->fault = VAIL_OUTPUT_TOO_SMALL;
    return;
  }
  block->bytes = (uint32_t)frame_write(&frame, session_level(session), payload, target);
  *mean = mean_after;
}

int32_t vail_encode(vail_t *session, const vail_policy_t *policy, const uint8_t *symbols,
                    size_t symbols_bytes, uint8_t *blocks, size_t blocks_bytes, vail_block_t *batch,
                    size_t count, uint32_t *mean) {
  if (policy_check(policy) || !batch_is_within(batch, count, symbols_bytes, blocks_bytes)) {
    return VAIL_BAD_ARGUMENT;
  }
  struct workspace *ws = workspace_take(session);
  if (ws == NULL) {
    return VAIL_INTERNAL;
  }
  uint32_t fault = policy_check_books(policy, session);
  for (size_t i = 0; i < count; i++) {
    batch[i].fault = fault;
    batch[i].fault_at = 0;
    batch[i].bytes = 0;
    if (!fault) {
      encode_block(session, ws, policy, symbols + batch[i].source_at, blocks + batch[i].target_at,
                   &batch[i], mean);
    }
  }
  workspace_give_back(session, ws);
  return VAIL_OK;
}
