/*
 * The payload, written to be read beside the specification (B-08 to B-14). Every faster kernel is tested
 * to be equal to this one, and asks it to name a fault.
 */
#include "codec.h"

enum { MOST_LANES = 64 };

static size_t round_symbols(const struct coding *c) { return (size_t)c->lanes * c->per_lane; }

/* Symbols that a lane has in the round that starts at `first` (B-09). */
static size_t symbols_of(const struct coding *c, unsigned lane, size_t first, size_t count) {
  size_t start = first + (size_t)lane * c->per_lane;
  size_t left = start < count ? count - start : 0;
  return left < c->per_lane ? left : c->per_lane;
}

/* The symbol as the book's tables know it. */
static unsigned coded_as(const struct coding *c, uint8_t symbol) {
  unsigned t = bias_apply(symbol, c->bias);
  return c->book->length[t] > 0 ? t : ESC;
}

/* What a lane has to say, first bit first, and how far it has been said. */
struct lane {
  uint8_t *bits;
  size_t length;
  size_t copied; /* bytes */
  unsigned unread;
};

static void append(struct lane *lane, unsigned code, unsigned length) {
  for (unsigned bit = 0; bit < length; bit++, lane->length++) {
    lane->bits[lane->length / 8] |= (uint8_t)((code >> bit & 1) << lane->length % 8);
  }
}

/* Room for a lane's codes of 15 bits, and for the zeros after them. */
static void collect(struct workspace *ws, const struct coding *c, struct lane *lanes,
                    const uint8_t *symbols, size_t count) {
  size_t rounds = (count + round_symbols(c) - 1) / round_symbols(c);
  size_t room = rounds * c->per_lane * 15 / 8 + 16;
  _Static_assert(sizeof ws->literals > (VAIL_MOST_SYMBOLS + 64 * 4) * 15 / 8 + 64 * 16, "bits of lanes");
  memset(ws->literals, 0, room * c->lanes);
  for (unsigned lane = 0; lane < c->lanes; lane++) {
    lanes[lane] = (struct lane){ws->literals[0] + room * lane, 0, 0, 0};
    for (size_t first = 0; first < count; first += round_symbols(c)) {
      const uint8_t *own = symbols + first + (size_t)lane * c->per_lane;
      for (size_t step = 0; step < symbols_of(c, lane, first, count); step++) {
        unsigned coded = coded_as(c, own[step]);
        append(&lanes[lane], c->book->code[coded], c->book->length[coded]);
      }
    }
  }
}

/* B-14, seen from B-10: a word is due where the decoder will take it. */
struct span reference_encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                             size_t count) {
  struct lane lanes[MOST_LANES];
  collect(ws, c, lanes, symbols, count);
  uint8_t *out = ws->out;
  for (size_t first = 0; first < count; first += round_symbols(c)) {
    for (unsigned lane = 0; lane < c->lanes; lane++) {
      size_t here = symbols_of(c, lane, first, count);
      if (here > 0 && lanes[lane].unread < c->word) {
        memcpy(out, lanes[lane].bits + lanes[lane].copied, c->word / 8);
        out += c->word / 8;
        lanes[lane].copied += c->word / 8;
        lanes[lane].unread += c->word;
      }
      for (size_t step = 0; step < here; step++) {
        uint8_t symbol = symbols[first + (size_t)lane * c->per_lane + step];
        lanes[lane].unread -= c->book->length[coded_as(c, symbol)];
      }
    }
    for (size_t i = first; i < count && i < first + round_symbols(c); i++) {
      if (coded_as(c, symbols[i]) == ESC) {
        *out++ = symbols[i];
      }
    }
  }
  return (struct span){ws->out, (size_t)(out - ws->out)};
}

/* Takes words and literals and never reads past the end of the payload (B-13). */
struct reader {
  const uint8_t *bytes;
  size_t size;
  size_t next;
};

static bool take(struct reader *reader, unsigned bytes, uint64_t *value) {
  if (reader->size - reader->next < bytes) {
    return false;
  }
  *value = 0;
  for (unsigned i = 0; i < bytes; i++) {
    *value |= (uint64_t)reader->bytes[reader->next++] << 8 * i;
  }
  return true;
}

/* The symbol, or ESC, whose code a window starts with (C-05). */
static unsigned code_at(const struct book *book, uint64_t window) {
  for (unsigned i = 0; i < LENGTHS; i++) {
    unsigned length = book->length[i];
    if (length > 0 && (window & ((1u << length) - 1)) == book->code[i]) {
      return i;
    }
  }
  return ESC; /* not reached: the code is complete (C-03) */
}

/* Up to r codes of one lane; escapes are left as marks (B-10). */
static void decode_lane(const struct payload *p, size_t at, size_t here, uint64_t *window,
                        unsigned *unread, bool *escaped) {
  for (size_t step = 0; step < here; step++) {
    unsigned coded = code_at(p->coding.book, *window);
    escaped[step] = coded == ESC;
    p->symbols[at + step] = coded == ESC ? 0 : (uint8_t)bias_invert(coded, p->coding.bias);
    *window >>= p->coding.book->length[coded];
    *unread -= p->coding.book->length[coded];
  }
}

/* The literals of a round (B-11). */
static uint32_t take_literals(const struct payload *p, size_t first, size_t symbols, const bool *escaped,
                              struct reader *reader) {
  for (size_t i = 0; i < symbols; i++) {
    uint64_t literal;
    if (!escaped[i]) {
      continue;
    }
    if (!take(reader, 1, &literal)) {
      return VAIL_SYMBOL_COUNT_MISMATCH;
    }
    if (coded_as(&p->coding, (uint8_t)literal) != ESC) {
      reader->next--;
      return VAIL_INVALID_CODEWORD;
    }
    p->symbols[first + i] = (uint8_t)literal;
  }
  return VAIL_OK;
}

/* B-12 */
static uint32_t check_end(const struct reader *reader, const uint64_t *window, unsigned lanes) {
  if (reader->next < reader->size) {
    return VAIL_SYMBOL_COUNT_MISMATCH;
  }
  for (unsigned lane = 0; lane < lanes; lane++) {
    if (window[lane] != 0) {
      return VAIL_PADDING_NONZERO;
    }
  }
  return VAIL_OK;
}

struct trouble reference_decode(const struct payload *p) {
  const struct coding *c = &p->coding;
  struct reader reader = {p->bytes, p->size, 0};
  uint64_t window[MOST_LANES] = {0};
  unsigned unread[MOST_LANES] = {0};
  bool escaped[MOST_LANES * 4];
  for (size_t first = 0; first < p->count; first += round_symbols(c)) {
    for (unsigned lane = 0; lane < c->lanes; lane++) {
      if (symbols_of(c, lane, first, p->count) > 0 && unread[lane] < c->word) {
        uint64_t word;
        if (!take(&reader, c->word / 8, &word)) {
          return (struct trouble){VAIL_SYMBOL_COUNT_MISMATCH, reader.next};
        }
        window[lane] |= word << unread[lane];
        unread[lane] += c->word;
      }
    }
    size_t symbols = 0;
    for (unsigned lane = 0; lane < c->lanes; lane++) {
      size_t here = symbols_of(c, lane, first, p->count);
      decode_lane(p, first + symbols, here, &window[lane], &unread[lane], escaped + symbols);
      symbols += here;
    }
    uint32_t fault = take_literals(p, first, symbols, escaped, &reader);
    if (fault) {
      return (struct trouble){fault, reader.next};
    }
  }
  return (struct trouble){check_end(&reader, window, c->lanes), reader.next};
}

void reference_decode_all(struct workspace *ws, struct payload *payloads, size_t count) {
  (void)ws;
  for (size_t i = 0; i < count; i++) {
    payloads[i].good = reference_decode(&payloads[i]).fault == VAIL_OK;
  }
}
