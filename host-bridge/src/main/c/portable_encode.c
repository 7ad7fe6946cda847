/* Encodes payloads of every layout in plain C, forwards and in one pass (B-14). */
#include "portable.h"

void encode_table(const struct coding *c, uint32_t table[256]) {
  for (unsigned symbol = 0; symbol < 256; symbol++) {
    unsigned t = bias_apply(symbol, c->bias);
    bool coded = c->book->length[t] > 0;
    unsigned as = coded ? t : ESC;
    uint32_t flag = coded ? 0 : ENCODE_ESCAPE;
    table[symbol] = (uint32_t)c->book->code[as] << ENCODE_CODE | flag | c->book->length[as];
  }
}

INLINE void put_word(uint8_t *at, uint64_t word, unsigned w) {
  switch (w) {
    case 8: *at = (uint8_t)word; break;
    case 16: store16(at, (uint32_t)word); break;
    default: store32(at, (uint32_t)word); break;
  }
}

/* Up to r symbols of one lane. Returns the entries of all, one over the other. */
INLINE uint32_t encode_lane(struct writer *out, unsigned lane, const uint32_t *table,
                            const uint8_t *symbols, size_t n, unsigned w) {
  put_word(out->slot[lane], out->bits[lane], w);
  bool full = out->held[lane] > w;
  out->slot[lane] = full ? out->next_slot[lane] : out->slot[lane];
  out->next_slot[lane] = full ? out->end : out->next_slot[lane];
  out->end += full ? w / 8 : 0;
  uint64_t bits = out->bits[lane] >> (full ? w : 0);
  uint32_t held = out->held[lane] - (full ? w : 0);
  uint32_t flags = 0;
  for (size_t i = 0; i < n; i++) {
    uint32_t entry = table[symbols[i]];
    bits |= (uint64_t)(entry >> ENCODE_CODE) << held;
    held += entry & ENCODE_LENGTH;
    flags |= entry;
  }
  out->bits[lane] = bits;
  out->held[lane] = held;
  return flags;
}

uint8_t *put_literals(const uint32_t *table, const uint8_t *symbols, size_t n, uint8_t *end) {
  for (size_t i = 0; i < n; i++) {
    *end = symbols[i];
    end += table[symbols[i]] / ENCODE_ESCAPE & 1;
  }
  return end;
}

INLINE void encode_round(struct writer *out, const uint32_t *table, const uint8_t *symbols, size_t n,
                         unsigned w, unsigned r) {
  uint32_t flags = 0;
  for (size_t i = 0; i < n; i += r) {
    flags |= encode_lane(out, (unsigned)(i / r), table, symbols + i, n - i < r ? n - i : r, w);
  }
  if (flags & ENCODE_ESCAPE) {
    out->end = put_literals(table, symbols, n, out->end);
  }
}

void encode_last_round(struct writer *out, const uint32_t *table, const uint8_t *symbols, size_t n,
                       unsigned lanes, unsigned w, unsigned r) {
  encode_round(out, table, symbols, n, w, r);
  for (unsigned lane = 0; lane < lanes; lane++) {
    put_word(out->slot[lane], out->bits[lane], w);
    put_word(out->next_slot[lane], out->bits[lane] >> w, w);
  }
}

INLINE struct span encode_lanes(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                                size_t count, unsigned w, unsigned r) {
  uint32_t table[256];
  encode_table(c, table);
  uint8_t nowhere[4];
  struct writer out;
  writer_open(&out, ws->out, nowhere, c->lanes, w);
  size_t round = (size_t)c->lanes * r, i = 0;
  for (; count - i >= round; i += round) {
    encode_round(&out, table, symbols + i, round, w, r);
  }
  encode_last_round(&out, table, symbols + i, count - i, c->lanes, w, r);
  return (struct span){ws->out, (size_t)(out.end - ws->out)};
}

struct span portable_encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                            size_t count) {
  if (c->lanes == 8 && c->word == 32 && c->per_lane == 4) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("bmi2")) {
      return eight_encode_bmi2(ws, c, symbols, count);
    }
#endif
    return eight_encode(ws, c, symbols, count);
  }
  switch (c->word) {
    case 8: return encode_lanes(ws, c, symbols, count, 8, 1);
    case 16: return encode_lanes(ws, c, symbols, count, 16, c->per_lane);
    default: return encode_lanes(ws, c, symbols, count, 32, c->per_lane);
  }
}
