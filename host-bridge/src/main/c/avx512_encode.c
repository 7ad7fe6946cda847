#include "avx512.h"
#include "wide.h"

#if defined(__x86_64__)

/* What a symbol becomes, under a book and a bias. Where neighbours do, an entry is the symbol minus `first`. */
struct tables {
  alignas(64) uint8_t code[256];
  alignas(64) uint8_t length[256]; /* and 0x80 of an escape */
  uint8_t first;
};

static void make_tables(struct tables *t, const struct coding *c, enum reach reach) {
  alignas(64) uint8_t symbols[256];
  t->first = reach == NEAR ? (uint8_t)bias_invert(c->book->arc_start, c->bias) : 0;
  for (unsigned i = 0; i < 256; i++) {
    symbols[i] = (uint8_t)(i + t->first);
  }
  size_t entries = reach == NEAR ? 64 : 256;
  for (size_t i = 0; i < entries; i += 64) {
    __m512i of_t = apply_bias(_mm512_load_si512(symbols + i), c->bias);
    _mm512_store_si512(t->code + i, look256(c->book->code8, of_t));
    _mm512_store_si512(t->length + i, look256(c->book->length8, of_t));
  }
}

INLINE __m512i place(const struct tables *t, __m512i symbols, enum reach reach) {
  if (reach == FAR) {
    return symbols;
  }
  __m512i place = _mm512_sub_epi8(symbols, _mm512_set1_epi8((char)t->first));
  return _mm512_min_epu8(place, _mm512_set1_epi8(NEIGHBOURS));
}

INLINE __m512i look(const uint8_t *table, __m512i place, enum reach reach) {
  return reach == NEAR ? _mm512_permutexvar_epi8(place, *(const __m512i *)table) : look256(table, place);
}

/* The bits of even and odd lanes, 8 to 15 each, and how many above 8. Grows backwards from `next`. */
struct writer {
  __m512i even, odd, extra;
  uint8_t *next;
};

/*
 * The decoder's round backwards, as in rANS: when a code makes 16 bits or more of a lane's, the upper 8
 * are the word that the lane takes after this round. `started` lanes have had a symbol before.
 */
INLINE void step(struct writer *w, const struct tables *t, __m512i symbols, const uint8_t *lengths,
                 __mmask64 active, __mmask64 started, enum reach reach, enum escapes escapes) {
  const __m512i low = _mm512_set1_epi16(255);
  __m512i at = place(t, symbols, reach);
  __m512i length = _mm512_maskz_mov_epi8(active, _mm512_load_si512(lengths));
  __m512i code = _mm512_maskz_mov_epi8(active, look(t->code, at, reach));
  __mmask64 escaped = _mm512_movepi8_mask(length);
  length = _mm512_and_si512(length, _mm512_set1_epi8(15));
  __m512i shift = _mm512_add_epi8(w->extra, LANE_SHIFTS);
  __m512i words = _mm512_multishift_epi64_epi8(shift, w->even);
  words = _mm512_mask_multishift_epi64_epi8(words, ODD, shift, w->odd);
  __m512i extra = _mm512_add_epi8(w->extra, length);
  __mmask64 full = _mm512_test_epi8_mask(extra, _mm512_set1_epi8(8)) & started;
  w->extra = _mm512_and_si512(extra, _mm512_set1_epi8(7));
  size_t count = (size_t)_mm_popcnt_u64(full);
  w->next -= count;
  _mm512_mask_storeu_epi8(w->next, first_lanes(count), _mm512_maskz_compress_epi8(full, words));
  if (escapes == OFTEN || UNLIKELY(escaped != 0)) {
    count = (size_t)_mm_popcnt_u64(escaped);
    w->next -= count;
    _mm512_mask_storeu_epi8(w->next, first_lanes(count), _mm512_maskz_compress_epi8(escaped, symbols));
  }
  __m512i even = _mm512_sllv_epi16(w->even, _mm512_and_si512(length, low));
  __m512i odd = _mm512_sllv_epi16(w->odd, _mm512_srli_epi16(length, 8));
  w->even = _mm512_ternarylogic_epi64(even, code, low, 0xF8);
  w->odd = _mm512_or_si512(odd, _mm512_srli_epi16(code, 8));
}

/* Each lane's bits modulo 8, the bits above mean nothing; and the length of each symbol, for later. */
INLINE __m512i sum_lengths(const struct tables *t, const uint8_t *symbols, size_t count, uint8_t *lengths,
                           enum reach reach) {
  __m512i sum = _mm512_setzero_si512();
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    __m512i at = place(t, _mm512_loadu_si512(symbols + i), reach);
    __m512i length = look(t->length, at, reach);
    _mm512_store_si512(lengths + i, length);
    sum = _mm512_add_epi8(sum, length);
  }
  __mmask64 rest = first_lanes(count - i);
  __m512i at = place(t, _mm512_maskz_loadu_epi8(rest, symbols + i), reach);
  __m512i length = look(t->length, at, reach);
  _mm512_store_si512(lengths + i, length);
  return _mm512_mask_add_epi8(sum, rest, sum, length);
}

INLINE struct span encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                          size_t count, const enum reach reach, const enum escapes escapes) {
  struct tables t;
  make_tables(&t, c, reach);
  uint8_t *const end = ws->out + MOST_PAYLOAD;
  const __m512i zero = _mm512_setzero_si512();
  __m512i total = sum_lengths(&t, symbols, count, ws->lengths, reach);
  __m512i padding = _mm512_and_si512(_mm512_sub_epi8(zero, total), _mm512_set1_epi8(7));
  struct writer w = {zero, zero, padding, end};
  size_t i = count & ~(size_t)63;
  __mmask64 started = 0, rest = first_lanes(count - i);
  if (rest) {
    step(&w, &t, _mm512_maskz_loadu_epi8(rest, symbols + i), ws->lengths + i, rest, started, reach, escapes);
    started = rest;
  }
  if (i > 0) {
    i -= 64;
    step(&w, &t, _mm512_loadu_si512(symbols + i), ws->lengths + i, ~0ull, started, reach, escapes);
    started = ~0ull;
  }
  while (i > 0) {
    i -= 64;
    step(&w, &t, _mm512_loadu_si512(symbols + i), ws->lengths + i, ~0ull, ~0ull, reach, escapes);
  }
  __m512i first = even_bytes(w.even, w.odd);
  w.next -= _mm_popcnt_u64(started);
  _mm512_mask_storeu_epi8(w.next, started, first);
  return (struct span){w.next, (size_t)(end - w.next)};
}

struct span avx512_encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                          size_t count) {
  if (c->lanes != 64 || c->word != 8) {
    return portable_encode(ws, c, symbols, count);
  }
  if (reach_of(c) == NEAR) {
    return encode(ws, c, symbols, count, NEAR, RARE);
  }
  return escapes_of(c->book) == OFTEN ? encode(ws, c, symbols, count, FAR, OFTEN)
                                : encode(ws, c, symbols, count, FAR, RARE);
}

AVX512_END
#endif
