/* Speaks the protocol of the judge on the standard streams, by calling the functions of vail.h. */
#include "vail.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HELLO = 1, BOOK = 2, ENCODE = 3, DECODE = 4, RESET = 6, BEST = 7, DECODE_WITHIN = 10, ENCODE_WITHIN = 11 };
enum { CLAIM = 129, DONE = 130, BYTES = 131, REFUSED = 132, MOST_MESSAGE = 16777280, ROOM = 65536 + VAIL_FRAME_BYTES };

enum { NONE = 0, SHORT = 1, LONG = 2 };

static const char claim[] =
    "{\"protocol\":1,\"name\":\"sample-c\",\"version\":\"1.0\",\"roles\":[\"decode\",\"encode\"],"
    "\"features\":[\"best\",\"constant\",\"mean\",\"streamed\",\"raw\",\"previous\",\"limits\"]}";

static vail_t *session;
static uint32_t mean_before; /* of the stream of B-07 */
static uint8_t installed[256][256]; /* the class of the book of each slot and epoch */
static uint8_t result[ROOM];
static size_t result_bytes;

/* What is left of a request's body. */
typedef struct {
  const uint8_t *at;
  size_t left;
  int is_short; /* more was asked for than there was */
} body_t;

static uint32_t take(body_t *body, unsigned bytes) {
  uint32_t value = 0;
  unsigned k;
  if (body->left < bytes) {
    body->is_short = 1;
    return 0;
  }
  for (k = 0; k < bytes; k++) value |= (uint32_t)body->at[k] << 8 * k;
  body->at += bytes;
  body->left -= bytes;
  return value;
}

/* The bits of head byte 2 (B-15) for 2^log2 lanes; 31 where there are none, which no book allows. */
static uint8_t layout_of(uint32_t log2, uint32_t word) {
  uint8_t code = word == 8 ? 0 : word == 16 ? 1 : word == 32 ? 2 : 3;
  return (uint8_t)(log2 < 7 ? log2 | (uint32_t)code << 3 : 31);
}

/* P-09, P-12 and section 5 of the protocol; what is no bias at all becomes 255, which is BAD_ARGUMENT. */
static vail_bias_t bias_of(uint32_t bias) {
  vail_bias_t is = {VAIL_BIAS_ABSOLUTE, 255};
  if (bias < 256) is.value = (int32_t)bias;
  if (bias >= 256 && bias < 512) {
    is.rule = VAIL_BIAS_MEAN;
    is.value = bias < 384 ? (int32_t)bias - 256 : (int32_t)bias - 512;
  }
  if (bias == 512) {
    is.rule = VAIL_BIAS_PREVIOUS;
    is.value = 0;
  }
  return is;
}

/* vail_encode refuses a policy that is none before it looks for books, but here the books come first (P-09). */
static uint32_t encode(const vail_policy_t *policy, const body_t *symbols, uint32_t room) {
  vail_block_t task = {0, 0, (uint32_t)symbols->left, room < ROOM ? room : ROOM, 0, 0, 0};
  int32_t wrong;
  uint64_t i;
  for (i = 0; i < policy->candidate_count; i++)
    if (installed[policy->candidates[i].slot][policy->candidates[i].epoch] == NONE) return VAIL_CODEBOOK_UNKNOWN;
  wrong = vail_encode(session, policy, symbols->at, symbols->left, result, ROOM, &task, 1, &mean_before);
  result_bytes = task.bytes;
  return wrong != VAIL_OK ? (uint32_t)wrong : task.fault;
}

static uint32_t answer_encode(body_t *body, uint32_t room) {
  vail_candidate_t candidate = {(uint8_t)take(body, 1), 0, 0, 0};
  vail_policy_t policy = {&candidate, 1, NULL, 1, 1, VAIL_STORED, 0, 0};
  vail_bias_t bias;
  uint32_t log2, flags;
  candidate.epoch = (uint8_t)take(body, 1);
  bias = bias_of(take(body, 2));
  log2 = take(body, 1);
  candidate.layout = layout_of(log2, take(body, 1));
  flags = take(body, 1);
  if (take(body, 1) != 0 || flags > 3 || body->is_short) return VAIL_BAD_ARGUMENT;
  policy.biases = &bias;
  policy.order = flags & 1;
  policy.constant = flags >> 1;
  if (candidate.slot == 0) policy.candidate_count = policy.bias_count = 0;
  return encode(&policy, body, room);
}

static int by_slot_and_epoch(const void *a, const void *b) {
  const vail_candidate_t *one = a, *two = b;
  return one->slot != two->slot ? one->slot - two->slot : one->epoch - two->epoch;
}

static uint32_t answer_best(body_t *body) {
  vail_candidate_t candidates[255];
  vail_bias_t biases[255];
  vail_policy_t policy = {candidates, 0, biases, 0, 1, VAIL_STORED, 0, 0};
  uint8_t layouts[2];
  uint32_t flags, log2, k, count;
  count = take(body, 1);
  for (k = 0; k < count; k++) {
    candidates[k].slot = (uint8_t)take(body, 1);
    candidates[k].epoch = (uint8_t)take(body, 1);
    candidates[k].reserved = 0;
  }
  policy.bias_count = take(body, 1);
  for (k = 0; k < policy.bias_count; k++) biases[k] = bias_of(take(body, 2));
  policy.stride = take(body, 1);
  for (k = 0; k < 2; k++) {
    log2 = take(body, 1);
    layouts[k] = layout_of(log2, take(body, 1));
  }
  flags = take(body, 1);
  if (body->is_short || flags > 3 || count == 0 || policy.bias_count == 0) return VAIL_BAD_ARGUMENT;
  qsort(candidates, count, sizeof *candidates, by_slot_and_epoch);
  for (k = 0; k < count; k++)
    if (k == 0 || by_slot_and_epoch(&candidates[k - 1], &candidates[k]) != 0)
      candidates[policy.candidate_count++] = candidates[k];
  for (k = 0; k < policy.candidate_count; k++)
    candidates[k].layout = layouts[installed[candidates[k].slot][candidates[k].epoch] == LONG];
  policy.order = flags & 1;
  policy.constant = flags >> 1;
  return encode(&policy, body, ROOM);
}

static uint32_t answer_decode(const body_t *block, uint32_t limit, uint32_t room) {
  vail_block_t task = {0, 0, (uint32_t)block->left, room < ROOM ? room : ROOM, 0, 0, 0};
  int32_t wrong = vail_decode(session, VAIL_RELEASE_WHOLE, limit, block->at, block->left, result, ROOM, &task, 1);
  result_bytes = task.bytes;
  return wrong != VAIL_OK ? (uint32_t)wrong : task.fault;
}

static uint32_t answer_book(body_t *body) {
  uint8_t digest[VAIL_DIGEST_BYTES];
  uint64_t at;
  uint32_t slot = take(body, 1), epoch = take(body, 1);
  int32_t wrong;
  if (body->is_short) return VAIL_BAD_ARGUMENT;
  wrong = vail_load_book(session, slot, epoch, body->at, body->left, digest, &at);
  if (wrong == VAIL_OK) installed[slot][epoch] = body->at[4] == 0 ? SHORT : LONG; /* C-07 */
  return (uint32_t)wrong;
}

static uint32_t reset(void) {
  vail_close(session);
  mean_before = 0;
  memset(installed, NONE, sizeof installed);
  return (uint32_t)vail_open(NULL, 0, &session);
}

/* Does what a request asks, leaves the body of its reply in `result`, and returns 0 or a fault. */
static uint32_t answer(unsigned type, body_t *body) {
  uint32_t limit;
  result_bytes = 0;
  switch (type) {
    case HELLO:
      memcpy(result, claim, result_bytes = sizeof claim - 1);
      return VAIL_OK;
    case BOOK: return answer_book(body);
    case ENCODE: return answer_encode(body, ROOM);
    case DECODE: return answer_decode(body, VAIL_MOST_SYMBOLS, VAIL_MOST_SYMBOLS);
    case RESET: return reset();
    case BEST: return answer_best(body);
    case DECODE_WITHIN:
      limit = take(body, 4);
      return answer_decode(body, limit, take(body, 4));
    case ENCODE_WITHIN:
      limit = take(body, 4);
      return answer_encode(body, limit);
    default: return VAIL_UNSUPPORTED_FEATURE;
  }
}

static void put32(uint8_t *p, uint32_t value) {
  unsigned k;
  for (k = 0; k < 4; k++) p[k] = (uint8_t)(value >> 8 * k);
}

/* The reply that the request before has earned; whether it could be written. */
static int reply(unsigned type, const uint8_t *seq, uint32_t wrong) {
  uint8_t head[9];
  if (wrong != VAIL_OK) {
    result[0] = (uint8_t)wrong;
    result[1] = 0;
    result_bytes = 2;
  }
  put32(head, (uint32_t)result_bytes + 5);
  head[4] = (uint8_t)(wrong != VAIL_OK ? REFUSED : type == HELLO ? CLAIM : type == BOOK || type == RESET ? DONE : BYTES);
  memcpy(head + 5, seq, 4);
  return fwrite(head, 1, 9, stdout) == 9 && fwrite(result, 1, result_bytes, stdout) == result_bytes &&
         fflush(stdout) == 0;
}

int main(void) {
  uint8_t head[9], *message = malloc(MOST_MESSAGE);
  int fine = message != NULL && reset() == VAIL_OK;
  while (fine && fread(head, 1, 9, stdin) == 9) {
    uint32_t n = head[0] | (uint32_t)head[1] << 8 | (uint32_t)head[2] << 16 | (uint32_t)head[3] << 24;
    body_t body = {message, n - 5, 0};
    fine = n >= 5 && n <= MOST_MESSAGE && fread(message, 1, n - 5, stdin) == n - 5 &&
           reply(head[4], head + 5, answer(head[4], &body));
  }
  vail_close(session);
  free(message);
  return fine ? 0 : 1;
}
