/*
 * Decodes payloads of every layout in plain C (B-10 to B-12). Only says whether something is wrong, not
 * what.
 */
#include "portable.h"

static void fill(struct table *table, const struct book *book, unsigned coded, uint32_t meaning) {
  unsigned length = book->length[coded];
  for (uint32_t window = book->code[coded]; window <= table->mask; window += 1u << length) {
    table->entries[window] = meaning | length;
  }
}

void decode_table(struct table *table, uint32_t *entries, const struct coding *c, uint32_t mask) {
  table->entries = entries;
  table->mask = mask;
  table->placeholder = (uint8_t)bias_invert(c->book->placeholder, c->bias);
  for (unsigned t = 0; t < 256; t++) {
    uint32_t symbol = bias_invert(t, c->bias);
    table->coded[symbol] = c->book->length[t] > 0;
    if (table->coded[symbol]) {
      fill(table, c->book, t, symbol << DECODE_SYMBOL);
    }
  }
  if (c->book->length[ESC] > 0) {
    fill(table, c->book, ESC, (uint32_t)table->placeholder << DECODE_SYMBOL | DECODE_ESCAPE);
  }
}

INLINE uint64_t word_at(const uint8_t *at, unsigned w) {
  return w == 8 ? *at : w == 16 ? load16(at) : load32(at);
}

/* Up to r symbols of one lane: a window holds its unread bits and above them a sentinel. */
INLINE uint32_t decode_lane(uint64_t *window, const struct table *table, const uint8_t **next,
                            uint8_t *symbols, size_t n, unsigned w) {
  /* Without a branch, because whether a word is due cannot be predicted. */
  const uint64_t ones = ((uint64_t)1 << w) - 1;
  uint64_t bits = *window;
  uint64_t due = (uint64_t)((int64_t)((bits >> w) - 1) >> 63);
  bits += (word_at(*next, w) + ones) << (63 - __builtin_clzll(bits)) & due;
  *next += w / 8 & due;
  uint32_t flags = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t entry = table->entries[bits & table->mask];
    bits >>= entry & DECODE_LENGTH;
    flags |= entry;
    symbols[i] = (uint8_t)(entry >> DECODE_SYMBOL);
  }
  *window = bits;
  return flags;
}

/* B-11. A literal that has a code breaks the stream. */
static void take_literals(const struct table *table, struct stream *s, uint8_t *symbols, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (symbols[i] == table->placeholder) {
      symbols[i] = *s->next++;
      s->broken |= table->coded[symbols[i]];
    }
  }
}

INLINE void decode_round(uint64_t *window, const struct table *table, struct stream *s, uint8_t *symbols,
                         size_t n, unsigned w, unsigned r) {
  if (UNLIKELY(s->next > s->limit)) {
    stream_more(s);
  }
  uint32_t flags = 0;
  for (size_t i = 0; i < n; i += r) {
    flags |= decode_lane(window + i / r, table, &s->next, symbols + i, n - i < r ? n - i : r, w);
  }
  if (flags & DECODE_ESCAPE) {
    take_literals(table, s, symbols, n);
  }
}

bool decode_last_round(uint64_t *window, const struct table *table, struct stream *s, uint8_t *symbols,
                       size_t n, unsigned lanes, unsigned w, unsigned r) {
  if (n > 0) {
    decode_round(window, table, s, symbols, n, w, r);
  }
  uint64_t unread = 0;
  for (unsigned lane = 0; lane < lanes; lane++) {
    unread |= window[lane] & (window[lane] - 1);
  }
  return !s->broken && s->next == s->end && unread == 0;
}

INLINE bool decode_lanes(uint32_t *entries, const struct payload *p, unsigned w, unsigned r) {
  unsigned lanes = p->coding.lanes;
  struct table table;
  decode_table(&table, entries, &p->coding, (1u << p->coding.book->longest) - 1);
  struct stream stream;
  stream_open(&stream, p->bytes, p->size, lanes * (w / 8 + r));
  uint64_t window[64];
  for (unsigned lane = 0; lane < lanes; lane++) {
    window[lane] = 1;
  }
  size_t round = (size_t)lanes * r, i = 0;
  for (; p->count - i >= round; i += round) {
    decode_round(window, &table, &stream, p->symbols + i, round, w, r);
  }
  return decode_last_round(window, &table, &stream, p->symbols + i, p->count - i, lanes, w, r);
}

static bool decode_one(struct workspace *ws, const struct payload *p) {
  const struct coding *c = &p->coding;
  if (c->lanes == 8 && c->word == 32 && c->per_lane == 4 && has_placeholder(c->book)) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("bmi2")) {
      return eight_decode_bmi2(ws, p);
    }
#endif
    return eight_decode(ws, p);
  }
  switch (c->word) {
    case 8: return decode_lanes(ws->table, p, 8, 1);
    case 16: return decode_lanes(ws->table, p, 16, c->per_lane);
    default: return decode_lanes(ws->table, p, 32, c->per_lane);
  }
}

void portable_decode(struct workspace *ws, struct payload *payloads, size_t count) {
  for (size_t i = 0; i < count; i++) {
    payloads[i].good = decode_one(ws, &payloads[i]);
  }
}
