#include "avx512.h"
#include "wide.h"

#if defined(__x86_64__)

/* What a symbol becomes, under a book and a bias. Where neighbours do, an entry is the symbol minus `first`. */
struct tables {
  alignas(64) uint8_t code[256];   /* its bits in the upper ones of the byte */
  alignas(64) uint8_t length[256]; /* and 0x80 of an escape */
  uint8_t first;
};

static void make_tables(struct tables *t, const struct coding *c, enum reach reach) {
  alignas(64) uint8_t symbols[256];
  t->first = reach == ANYWHERE ? 0 : (uint8_t)bias_invert(c->book->arc_start, c->bias);
  for (unsigned i = 0; i < reach; i++) {
    symbols[i] = (uint8_t)(i + t->first);
  }
  for (size_t i = 0; i < reach; i += 64) {
    __m512i of_t = apply_bias(_mm512_load_si512(symbols + i), c->bias);
    _mm512_store_si512(t->code + i, look256(c->book->upper8, of_t));
    _mm512_store_si512(t->length + i, look256(c->book->length8, of_t));
  }
}

/* A look-up uses the lowest 6 bits of a place, or all of them if symbols are ANYWHERE. */
INLINE __m512i place(const struct tables *t, __m512i symbols, enum reach reach) {
  return reach == ANYWHERE ? symbols : _mm512_sub_epi8(symbols, _mm512_set1_epi8((char)t->first));
}

/* The place of all symbols that lie further than the neighbours. */
INLINE __m512i escape_further(__m512i place, enum reach reach) {
  return reach == ANYWHERE ? place : _mm512_min_epu8(place, _mm512_set1_epi8(WITHIN_64 - 1));
}

INLINE __m512i look(const uint8_t *table, __m512i place, enum reach reach) {
  return reach == WITHIN_64 ? _mm512_permutexvar_epi8(place, *(const __m512i *)table) : look256(table, place);
}

/* Rounds of symbols, and what a first look at all of them has found out. */
struct rounds {
  const uint8_t *symbols;
  uint8_t *lengths;  /* of codes, if to look again is dearer than to read them */
  uint64_t *escaped; /* the lanes of each round */
};

/*
 * The bits of even and odd lanes, 8 to 15 each, and how many above 8, added to LANE_SHIFTS. Grows backwards
 * from `next`.
 */
struct writer {
  __m512i even, odd, extra;
  uint8_t *next;
};

/* Over the bytes themselves, because Zen 4 and 5 would wait for a register that is to be zero elsewhere. */
INLINE void put(struct writer *w, __mmask64 from, __m512i bytes) {
  size_t count = (size_t)_mm_popcnt_u64(from);
  w->next -= count;
  _mm512_mask_storeu_epi8(w->next, first_lanes(count), _mm512_mask_compress_epi8(bytes, from, bytes));
}

/*
 * The decoder's round backwards, as in rANS: when a code makes 16 bits or more of a lane's, the upper 8
 * are the word that the lane takes after this round. `started` lanes have had a symbol before.
 */
INLINE void step(struct writer *w, const struct tables *t, const struct rounds *r, size_t i, __mmask64 active,
                 __mmask64 started, const enum reach reach, const bool escapes) {
  __m512i symbols = _mm512_maskz_loadu_epi8(active, r->symbols + i);
  __m512i at = place(t, symbols, reach);
  at = escapes ? escape_further(at, reach) : at;
  __m512i code = look(t->code, at, reach);
  __m512i length = reach == WITHIN_64 ? look(t->length, at, reach) : _mm512_load_si512(r->lengths + i);
  length = _mm512_maskz_mov_epi8(active, length);
  __m512i words = _mm512_multishift_epi64_epi8(w->extra, w->even);
  words = _mm512_mask_multishift_epi64_epi8(words, ODD, w->extra, w->odd);
  __m512i extra = _mm512_add_epi8(w->extra, length);
  put(w, _mm512_test_epi8_mask(extra, _mm512_set1_epi8(8)) & started, words);
  if (escapes) {
    put(w, r->escaped[i / 64], symbols);
  }
  w->extra = _mm512_and_si512(extra, _mm512_set1_epi8(0x37)); /* below 8, and LANE_SHIFTS */
  /* these shift by the lowest 4 bits: what lies above a length does not matter */
  w->even = _mm512_shldv_epi16(w->even, _mm512_slli_epi16(code, 8), length);
  w->odd = _mm512_shldv_epi16(w->odd, code, _mm512_srli_epi16(length, 8));
}

INLINE void step_by_need(struct writer *w, const struct tables *t, const struct rounds *r, size_t i,
                         __mmask64 active, __mmask64 started, const enum reach reach,
                         const enum escapes escapes) {
  if (escapes == OFTEN || UNLIKELY(r->escaped[i / 64] != 0)) {
    step(w, t, r, i, active, started, reach, true);
  } else {
    step(w, t, r, i, active, started, reach, false);
  }
}

INLINE __m512i look_first(const struct tables *t, const struct rounds *r, size_t i, __mmask64 active,
                          enum reach reach) {
  __m512i symbols = _mm512_maskz_loadu_epi8(active, r->symbols + i);
  __m512i length = look(t->length, escape_further(place(t, symbols, reach), reach), reach);
  length = _mm512_maskz_mov_epi8(active, length);
  if (reach == ANYWHERE) {
    _mm512_store_si512(r->lengths + i, length);
  }
  r->escaped[i / 64] = _mm512_movepi8_mask(length);
  return length;
}

/* Each lane's bits modulo 8; the bits above mean nothing. */
INLINE __m512i look_at_all(const struct tables *t, const struct rounds *r, size_t count, enum reach reach) {
  __m512i sum = _mm512_setzero_si512();
  size_t i = 0;
  for (; count - i >= 64; i += 64) {
    sum = _mm512_add_epi8(sum, look_first(t, r, i, ~0ull, reach));
  }
  return count == i ? sum : _mm512_add_epi8(sum, look_first(t, r, i, first_lanes(count - i), reach));
}

INLINE struct span encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                          size_t count, const enum reach reach, const enum escapes escapes) {
  struct tables t;
  make_tables(&t, c, reach);
  const struct rounds r = {symbols, ws->lengths, ws->escaped};
  uint8_t *const end = ws->out + MOST_PAYLOAD;
  const __m512i zero = _mm512_setzero_si512();
  __m512i total = look_at_all(&t, &r, count, reach);
  __m512i padding = _mm512_and_si512(_mm512_sub_epi8(zero, total), _mm512_set1_epi8(7));
  struct writer w = {zero, zero, _mm512_add_epi8(padding, LANE_SHIFTS), end};
  size_t i = count & ~(size_t)63;
  __mmask64 started = 0, rest = first_lanes(count - i);
  if (rest) {
    step_by_need(&w, &t, &r, i, rest, started, reach, escapes);
    started = rest;
  }
  if (i > 0) {
    i -= 64;
    step_by_need(&w, &t, &r, i, ~0ull, started, reach, escapes);
    started = ~0ull;
  }
  while (i > 0) {
    i -= 64;
    step_by_need(&w, &t, &r, i, ~0ull, ~0ull, reach, escapes);
  }
  __m512i first = even_bytes(w.even, w.odd);
  w.next -= _mm_popcnt_u64(started);
  _mm512_mask_storeu_epi8(w.next, started, first);
  return (struct span){w.next, (size_t)(end - w.next)};
}

struct span avx512_encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                          size_t count) {
  if (!is_wide(c)) {
    return portable_encode(ws, c, symbols, count);
  }
  if (reach_of(c) != ANYWHERE) {
    return encode(ws, c, symbols, count, WITHIN_64, RARE);
  }
  return escapes_of(c->book) == OFTEN ? encode(ws, c, symbols, count, ANYWHERE, OFTEN)
                                      : encode(ws, c, symbols, count, ANYWHERE, RARE);
}

/* From lengths to what a symbol takes: an escape comes with a literal. */
static void add_literals(struct tables *t, enum reach reach) {
  for (size_t i = 0; i < reach; i += 64) {
    __m512i length = _mm512_load_si512(t->length + i);
    __m512i literal = _mm512_and_si512(_mm512_srli_epi16(length, 4), _mm512_set1_epi8(8));
    length = _mm512_and_si512(length, _mm512_set1_epi8(15));
    _mm512_store_si512(t->length + i, _mm512_add_epi8(length, literal));
  }
}

INLINE __m512i add_bits(__m512i sum, const struct tables *t, const uint8_t *symbols, __mmask64 active,
                        enum reach reach) {
  __m512i at = place(t, _mm512_maskz_loadu_epi8(active, symbols), reach);
  __m512i bits = look(t->length, escape_further(at, reach), reach);
  return _mm512_add_epi64(sum, _mm512_sad_epu8(_mm512_maskz_mov_epi8(active, bits), _mm512_setzero_si512()));
}

INLINE uint64_t sum_bits(const struct coding *c, const uint8_t *symbols, size_t count, size_t stride,
                         const enum reach reach) {
  struct tables t;
  make_tables(&t, c, reach);
  add_literals(&t, reach);
  __m512i sum = _mm512_setzero_si512();
  size_t i = 0;
  for (; i + 64 <= count; i += 64 * stride) {
    sum = add_bits(sum, &t, symbols + i, ~0ull, reach);
  }
  if (i < count) {
    sum = add_bits(sum, &t, symbols + i, first_lanes(count - i), reach);
  }
  return (uint64_t)_mm512_reduce_add_epi64(sum);
}

uint64_t avx512_bits(const struct coding *c, const uint8_t *symbols, size_t count, size_t stride) {
  return reach_of(c) == ANYWHERE ? sum_bits(c, symbols, count, stride, ANYWHERE)
                                 : sum_bits(c, symbols, count, stride, WITHIN_64);
}

AVX512_END
#endif
