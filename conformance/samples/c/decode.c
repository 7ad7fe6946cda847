/* Decoding of blocks: sections 5 and 7 of bitstream.md. */
#include "sample.h"

#include <string.h>

static size_t u16(const uint8_t *p) { return p[0] | (size_t)p[1] << 8; }

/* B-05 backwards. */
static unsigned s_of(unsigned t, unsigned bias) { return t == 0 ? 0 : (t - 1 + bias) % 255 + 1; }

/* The checks 1 to 6 of B-21. */
static uint32_t read_head(const vail_t *session, const uint8_t *b, size_t given, coding_t *c, uint64_t *at) {
  const book_t *book;
  if (given < HEAD) return fault(VAIL_TRUNCATED, given, at);
  if (b[2] >> 6 != 1) return fault(VAIL_UNSUPPORTED_VERSION, 2, at);
  if (b[0] == RAW || b[0] == CONSTANT) {
    if ((b[2] & 31) != 0) return fault(VAIL_RESERVED_NONZERO, 2, at);
    if (b[1] != 0) return fault(VAIL_RESERVED_NONZERO, 1, at);
    if (b[3] != 0) return fault(VAIL_RESERVED_NONZERO, 3, at);
    *c = uncoded(b[0]);
    return VAIL_OK;
  }
  if ((b[2] & 7) == 7 || (b[2] >> 3 & 3) == 3) return fault(VAIL_RESERVED_NONZERO, 2, at);
  book = session->books[b[0]][b[1]];
  if (book == NULL) return fault(VAIL_CODEBOOK_UNKNOWN, 0, at);
  *c = coded(b[0], b[1], b[2] & 31, b[3], book);
  if (c->steps == 0) return fault(VAIL_LANE_LAYOUT, 2, at);
  if (b[3] == 255) return fault(VAIL_BAD_FIELD, 3, at);
  return VAIL_OK;
}

/* Check 8 of B-21. */
static uint32_t check_sizes(const coding_t *c, int streamed, size_t n, size_t size, size_t tail, uint64_t *at) {
  if (streamed && n > VAIL_MOST_STREAMED_SYMBOLS) return fault(VAIL_BAD_FIELD, 4, at);
  if (c->slot == CONSTANT && n < 2) return fault(VAIL_BAD_FIELD, 4, at);
  if (c->slot == RAW && size != n) return fault(VAIL_BAD_FIELD, tail, at);
  if (c->slot == CONSTANT && size != 1) return fault(VAIL_BAD_FIELD, tail, at);
  if (c->book != NULL && !streamed && size >= n) return fault(VAIL_BAD_FIELD, tail, at);
  return VAIL_OK;
}

/* B-09 to B-13; *next counts the bytes taken and says where a fault is. */
static uint32_t decode_payload(const coding_t *c, const uint8_t *bytes, size_t size, uint8_t *s, size_t n,
                               uint64_t *next) {
  uint64_t window[MOST_LANES] = {0};
  unsigned unread[MOST_LANES] = {0};
  uint16_t t[MOST_LANES * 4];
  size_t first, i, round = (size_t)c->lanes * c->steps;
  unsigned lane, k, length;
  *next = 0;
  for (first = 0; first < n; first += round) {
    size_t count = n - first < round ? n - first : round;
    for (lane = 0; lane * c->steps < count; lane++) {
      if (unread[lane] >= c->word) continue;
      if (size - *next < c->word / 8) return VAIL_SYMBOL_COUNT_MISMATCH;
      for (k = 0; k < c->word; k += 8) window[lane] |= (uint64_t)bytes[(*next)++] << (unread[lane] + k);
      unread[lane] += c->word;
    }
    for (i = 0; i < count; i++) {
      lane = (unsigned)i / c->steps;
      t[i] = c->book->symbol_of[window[lane] & ((1u << c->book->longest) - 1)];
      length = c->book->lengths[t[i]];
      window[lane] >>= length;
      unread[lane] -= length;
    }
    for (i = 0; i < count; i++) {
      if (t[i] != ESC) {
        s[first + i] = (uint8_t)s_of(t[i], c->bias);
        continue;
      }
      if (*next == size) return VAIL_SYMBOL_COUNT_MISMATCH;
      if (c->book->lengths[t_of(bytes[*next], c->bias)] > 0) return VAIL_INVALID_CODEWORD;
      s[first + i] = bytes[(*next)++];
    }
  }
  if (*next < size) return VAIL_SYMBOL_COUNT_MISMATCH;
  for (lane = 0; lane < c->lanes; lane++)
    if (window[lane] != 0) return VAIL_PADDING_NONZERO;
  return VAIL_OK;
}

/* Decodes exactly one block, with the checks of B-21 in their order. */
uint32_t block_decode(const vail_t *session, uint32_t most_symbols, const uint8_t *block, uint8_t *out,
                      vail_block_t *task) {
  uint8_t symbols[VAIL_MOST_SYMBOLS];
  size_t given = task->source_bytes, n, size, tail, payload;
  uint64_t *at = &task->fault_at;
  coding_t c;
  int streamed;
  uint32_t stored, wrong = read_head(session, block, given, &c, at);
  if (wrong != VAIL_OK) return wrong;
  if (given < HEAD + TAIL) return fault(VAIL_TRUNCATED, given, at);
  streamed = (block[2] & STREAMED) != 0;
  tail = streamed ? given - TAIL : HEAD;
  payload = streamed ? HEAD : HEAD + TAIL;
  n = u16(block + 4) + 1;
  size = u16(block + tail) + 1;
  wrong = check_sizes(&c, streamed, n, size, tail, at);
  if (wrong != VAIL_OK) return wrong;
  if (n > most_symbols) return fault(VAIL_LIMIT_EXCEEDED, 4, at);
  if (size > given - HEAD - TAIL) return fault(VAIL_TRUNCATED, given, at);
  if (size < given - HEAD - TAIL) return fault(VAIL_TRAILING_DATA, payload + size, at);
  if (n > task->target_room) return fault(VAIL_OUTPUT_TOO_SMALL, 4, at);
  stored = (uint32_t)(u16(block + tail + 2) | u16(block + tail + 4) << 16);
  if (check_of(&c, block, block + payload, size, block + tail) != stored) return fault(VAIL_CHECKSUM, tail + 2, at);
  if (c.slot == RAW) memcpy(symbols, block + payload, n);
  if (c.slot == CONSTANT) memset(symbols, block[payload], n);
  if (c.book != NULL) {
    uint64_t next;
    wrong = decode_payload(&c, block + payload, size, symbols, n, &next);
    if (wrong != VAIL_OK) return fault(wrong, payload + next, at);
  }
  memcpy(out, symbols, n);
  task->bytes = (uint32_t)n;
  return VAIL_OK;
}
