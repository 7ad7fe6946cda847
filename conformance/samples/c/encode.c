/* Encoding of blocks: sections 6 and 8 of bitstream.md. */
#include "sample.h"

#include <string.h>

static int is_streamed(const vail_policy_t *policy) { return policy->order == VAIL_STREAMED; }

/* B-06: the mean of the symbols that are not zero, and 0 if there are none. */
static uint32_t mean_of(const uint8_t *s, size_t n) {
  uint32_t sum = 0, count = 0;
  size_t i;
  for (i = 0; i < n; i++) {
    sum += s[i];
    count += s[i] != 0;
  }
  return count == 0 ? 0 : sum / count;
}

/* B-06 and B-07; means[0] is that of this block, means[1] that of the block before. */
static uint8_t bias_of(const vail_bias_t *bias, const book_t *book, const uint32_t means[2]) {
  int m = (int)means[bias->rule == VAIL_BIAS_PREVIOUS];
  if (bias->rule == VAIL_BIAS_ABSOLUTE) return (uint8_t)bias->value;
  return (uint8_t)(((m == 0 ? 0 : m - book->center) + bias->value + 3 * 255) % 255);
}

/* The checks of B-24, of which library.c has made those that need no book. */
static uint32_t check(const vail_t *session, const vail_policy_t *policy, size_t n) {
  size_t most = is_streamed(policy) ? VAIL_MOST_STREAMED_SYMBOLS : VAIL_MOST_SYMBOLS;
  const vail_candidate_t *of = policy->candidates;
  uint64_t i;
  for (i = 0; i < policy->candidate_count; i++)
    if (session->books[of[i].slot][of[i].epoch] == NULL) return VAIL_CODEBOOK_UNKNOWN;
  for (i = 0; i < policy->candidate_count; i++)
    if (coded(of[i].slot, of[i].epoch, of[i].layout, 0, session->books[of[i].slot][of[i].epoch]).steps == 0)
      return VAIL_BAD_ARGUMENT;
  return n == 0 || n > most ? VAIL_BAD_ARGUMENT : VAIL_OK;
}

/* The pair of a candidate and a bias with the least sum (B-25); with one of each it is that (B-24). */
static coding_t choose(const vail_t *session, const vail_policy_t *policy, const uint8_t *s, size_t n,
                       const uint32_t means[2]) {
  uint32_t counts[256] = {0};
  uint64_t c, b, least = UINT64_MAX;
  coding_t best = uncoded(RAW);
  size_t i;
  for (i = 0; i < n; i++) counts[s[i]] += i / 64 % policy->stride == 0;
  for (c = 0; c < policy->candidate_count; c++)
    for (b = 0; b < policy->bias_count; b++) {
      const vail_candidate_t *of = &policy->candidates[c];
      const book_t *book = session->books[of->slot][of->epoch];
      uint8_t bias = bias_of(&policy->biases[b], book, means);
      uint64_t sum = 0;
      for (i = 0; i < 256; i++) {
        unsigned length = book->lengths[t_of((unsigned)i, bias)];
        sum += (uint64_t)counts[i] * (length > 0 ? length : book->lengths[ESC] + 8u);
      }
      if (sum < least) {
        least = sum;
        best = coded(of->slot, of->epoch, of->layout, bias, book);
      }
    }
  return best;
}

/* A lane: codes that no word has taken yet, the symbol whose code comes next, the bits the decoder has unread. */
typedef struct {
  uint64_t ahead;
  unsigned bits, unread;
  size_t next;
} lane_t;

static unsigned code_of(const coding_t *c, unsigned symbol) {
  unsigned t = t_of(symbol, c->bias);
  return c->book->lengths[t] > 0 ? t : ESC;
}

/* B-14: the codes of the lane's next symbols, then zeros. */
static uint64_t next_word(const coding_t *c, const uint8_t *s, size_t n, lane_t *lane) {
  uint64_t word;
  while (lane->bits < c->word && lane->next < n) {
    unsigned code = code_of(c, s[lane->next]);
    lane->ahead |= (uint64_t)c->book->codes[code] << lane->bits;
    lane->bits += c->book->lengths[code];
    lane->next++;
    if (lane->next % c->steps == 0) lane->next += (size_t)(c->lanes - 1) * c->steps;
  }
  word = lane->ahead & ((UINT64_C(1) << c->word) - 1);
  lane->ahead >>= c->word;
  lane->bits = lane->bits < c->word ? 0 : lane->bits - c->word;
  lane->unread += c->word;
  return word;
}

/* Writes the payload, or only measures it where `out` is null; returns its bytes. */
static size_t code(const coding_t *c, const uint8_t *s, size_t n, uint8_t *out) {
  lane_t lanes[MOST_LANES];
  size_t first, i, size = 0, round = (size_t)c->lanes * c->steps;
  unsigned lane, k;
  memset(lanes, 0, sizeof lanes);
  for (lane = 0; lane < c->lanes; lane++) lanes[lane].next = (size_t)lane * c->steps;
  for (first = 0; first < n; first += round) {
    size_t count = n - first < round ? n - first : round;
    for (lane = 0; lane * c->steps < count; lane++)
      if (lanes[lane].unread < c->word) {
        uint64_t word = next_word(c, s, n, &lanes[lane]);
        for (k = 0; k < c->word; k += 8, size++)
          if (out != NULL) out[size] = (uint8_t)(word >> k);
      }
    for (i = 0; i < count; i++)
      lanes[i / c->steps].unread -= c->book->lengths[code_of(c, s[first + i])];
    for (i = 0; i < count; i++)
      if (code_of(c, s[first + i]) == ESC) {
        if (out != NULL) out[size] = s[first + i];
        size++;
      }
  }
  return size;
}

static void put16(uint8_t *p, size_t value) {
  p[0] = (uint8_t)value;
  p[1] = (uint8_t)(value >> 8);
}

/* Head and tail around a payload that is already in its place (B-15 to B-17). */
static void frame(const coding_t *c, int streamed, size_t n, uint8_t *out, size_t size) {
  uint8_t *payload = out + (streamed ? HEAD : HEAD + TAIL), *tail = streamed ? payload + size : out + HEAD;
  uint32_t crc;
  out[0] = c->slot;
  out[1] = c->epoch;
  out[2] = (uint8_t)(c->layout | (streamed ? STREAMED : 0) | VERSION);
  out[3] = c->bias;
  put16(out + 4, n - 1);
  put16(tail, size - 1);
  crc = check_of(c, out, payload, size, tail);
  put16(tail + 2, crc & 0xffff);
  put16(tail + 4, crc >> 16);
}

static int all_same(const uint8_t *s, size_t n) { return n >= 2 && memcmp(s, s + 1, n - 1) == 0; }

/* The choices of B-23 to B-26; the size is known before anything is written. */
uint32_t block_encode(const vail_t *session, const vail_policy_t *policy, const uint8_t *s, uint8_t *out,
                      vail_block_t *task, uint32_t *mean) {
  size_t n = task->source_bytes, size = n;
  int streamed = is_streamed(policy);
  uint32_t means[2] = {0, *mean}, wrong = check(session, policy, n);
  coding_t c = uncoded(RAW);
  uint8_t *payload;
  if (wrong != VAIL_OK) return wrong;
  means[0] = mean_of(s, n);
  if (policy->constant && all_same(s, n)) {
    c = uncoded(CONSTANT);
    size = 1;
  } else if (policy->candidate_count > 0) {
    c = choose(session, policy, s, n, means);
    size = code(&c, s, n, NULL);
    if (!streamed && size >= n) {
      c = uncoded(RAW);
      size = n;
    }
  }
  if (HEAD + size + TAIL > task->target_room) return VAIL_OUTPUT_TOO_SMALL;
  payload = out + (streamed ? HEAD : HEAD + TAIL);
  if (c.book == NULL)
    memcpy(payload, s, size);
  else
    code(&c, s, n, payload);
  frame(&c, streamed, n, out, size);
  task->bytes = (uint32_t)(HEAD + size + TAIL);
  *mean = means[0];
  return VAIL_OK;
}
