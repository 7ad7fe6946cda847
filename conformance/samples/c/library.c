/* The functions of vail.h: sessions and batches. */
#include "sample.h"

#include <stdlib.h>
#include <string.h>

uint32_t vail_version(void) { return VAIL_INTERFACE; }

/* There are no options. */
int32_t vail_open(const char *options, size_t length, vail_t **session) {
  (void)options;
  *session = NULL;
  if (length > 0) return VAIL_BAD_ARGUMENT;
  *session = calloc(1, sizeof **session);
  return *session == NULL ? VAIL_INTERNAL : VAIL_OK;
}

int32_t vail_describe(const vail_t *session, char *text, size_t room, size_t *length) {
  static const char description[] =
      "name=sample-c\n"
      "version=1.0\n"
      "lanes=1,2,4,8,16,32,64\n"
      "words=8,16,32\n"
      "classes=short,long\n";
  (void)session;
  *length = sizeof description - 1;
  if (room < *length) return VAIL_OUTPUT_TOO_SMALL;
  memcpy(text, description, *length);
  return VAIL_OK;
}

int32_t vail_load_book(vail_t *session, uint32_t slot, uint32_t epoch, const uint8_t *book, size_t bytes,
                       uint8_t digest[VAIL_DIGEST_BYTES], uint64_t *fault_at) {
  book_t *read;
  uint32_t wrong;
  *fault_at = 0;
  if (slot == RAW || slot >= CONSTANT || epoch > 255) return VAIL_BAD_ARGUMENT;
  read = malloc(sizeof *read);
  if (read == NULL) return VAIL_INTERNAL;
  wrong = book_read(book, bytes, read, fault_at);
  if (wrong != VAIL_OK) {
    free(read);
    return (int32_t)wrong;
  }
  free(session->books[slot][epoch]);
  session->books[slot][epoch] = read;
  memcpy(digest, read->digest, VAIL_DIGEST_BYTES);
  return VAIL_OK;
}

static int is_within(uint64_t at, uint64_t bytes, uint64_t all) { return at <= all && bytes <= all - at; }

static int are_within(const vail_block_t *batch, size_t count, size_t source, size_t target) {
  size_t i;
  for (i = 0; i < count; i++)
    if (!is_within(batch[i].source_at, batch[i].source_bytes, source) ||
        !is_within(batch[i].target_at, batch[i].target_room, target))
      return 0;
  return 1;
}

static int is_candidate(const vail_candidate_t *of) {
  return of->slot != RAW && of->slot != CONSTANT && (of->layout & 7) < 7 && of->layout >> 3 < 3 && of->reserved == 0;
}

static int is_bias(const vail_bias_t *bias) {
  switch (bias->rule) {
    case VAIL_BIAS_ABSOLUTE: return bias->value >= 0 && bias->value <= 254;
    case VAIL_BIAS_MEAN: return bias->value >= -254 && bias->value <= 254;
    case VAIL_BIAS_PREVIOUS: return bias->value == 0;
    default: return 0;
  }
}

static int place_of(const vail_candidate_t *candidate) { return candidate->slot * 256 + candidate->epoch; }

/* All that needs no book; the rest is checked with each block. */
static int is_policy(const vail_policy_t *policy) {
  uint64_t i;
  if (policy->stride == 0 || policy->order > VAIL_STREAMED || policy->constant > 1 || policy->reserved != 0) return 0;
  if (policy->candidate_count > 0 && policy->bias_count == 0) return 0;
  for (i = 0; i < policy->candidate_count; i++) {
    if (!is_candidate(&policy->candidates[i])) return 0;
    if (i > 0 && place_of(&policy->candidates[i - 1]) >= place_of(&policy->candidates[i])) return 0;
  }
  for (i = 0; i < policy->bias_count; i++)
    if (!is_bias(&policy->biases[i])) return 0;
  return 1;
}

static int names_previous(const vail_policy_t *policy) {
  uint64_t i;
  for (i = 0; i < policy->bias_count; i++)
    if (policy->biases[i].rule == VAIL_BIAS_PREVIOUS) return 1;
  return 0;
}

/* Memory without bytes may have no address, and null cannot be moved, not even by 0. */
static const uint8_t *source_of(const uint8_t *source, const vail_block_t *task) {
  return task->source_bytes == 0 ? source : source + task->source_at;
}

static uint8_t *target_of(uint8_t *target, const vail_block_t *task) {
  return task->target_room == 0 ? target : target + task->target_at;
}

static void start(vail_block_t *task) {
  task->bytes = 0;
  task->fault_at = 0;
}

int32_t vail_encode(vail_t *session, const vail_policy_t *policy, const uint8_t *symbols, size_t symbols_bytes,
                    uint8_t *blocks, size_t blocks_bytes, vail_block_t *batch, size_t count, uint32_t *mean) {
  size_t i;
  uint32_t before;
  if (!is_policy(policy) || !are_within(batch, count, symbols_bytes, blocks_bytes)) return VAIL_BAD_ARGUMENT;
  before = names_previous(policy) ? *mean : 0;
  for (i = 0; i < count; i++) {
    start(&batch[i]);
    batch[i].fault = block_encode(session, policy, source_of(symbols, &batch[i]), target_of(blocks, &batch[i]),
                                  &batch[i], &before);
  }
  if (names_previous(policy)) *mean = before;
  return VAIL_OK;
}

/* Nothing is ever written of a block that turns out to be wrong, which both ways to release allow. */
int32_t vail_decode(vail_t *session, uint32_t release, uint32_t most_symbols, const uint8_t *blocks,
                    size_t blocks_bytes, uint8_t *symbols, size_t symbols_bytes, vail_block_t *batch,
                    size_t count) {
  size_t i;
  if (release > VAIL_RELEASE_SCRATCH || !are_within(batch, count, blocks_bytes, symbols_bytes))
    return VAIL_BAD_ARGUMENT;
  for (i = 0; i < count; i++) {
    start(&batch[i]);
    batch[i].fault = block_decode(session, most_symbols, source_of(blocks, &batch[i]),
                                  target_of(symbols, &batch[i]), &batch[i]);
  }
  return VAIL_OK;
}

int32_t vail_close(vail_t *session) {
  int slot, epoch;
  if (session == NULL) return VAIL_OK;
  for (slot = 0; slot < 256; slot++)
    for (epoch = 0; epoch < 256; epoch++) free(session->books[slot][epoch]);
  free(session);
  return VAIL_OK;
}
