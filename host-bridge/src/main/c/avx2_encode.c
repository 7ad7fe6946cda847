#include "avx2.h"
#include "wide.h"

#if defined(__x86_64__)

/* What a symbol becomes, under a book and a bias. Where neighbours do, an entry is the symbol minus `first`. */
struct tables {
  alignas(64) uint8_t code[256];
  alignas(64) uint8_t length[256]; /* and 0x80 of an escape */
  uint8_t first;
};

static void make_tables(struct tables *t, const struct coding *c, enum reach reach) {
  t->first = reach == ANYWHERE ? 0 : (uint8_t)bias_invert(c->book->arc_start, c->bias);
  for (unsigned i = 0; i < reach; i++) {
    unsigned of_t = bias_apply((uint8_t)(i + t->first), c->bias);
    t->code[i] = c->book->code8[of_t];
    t->length[i] = c->book->length8[of_t];
  }
}

INLINE __m256i look(const struct tables *t, const uint8_t *table, __m256i symbols, const enum reach reach) {
  __m256i place = _mm256_sub_epi8(symbols, _mm256_set1_epi8((char)t->first));
  place = _mm256_min_epu8(place, _mm256_set1_epi8((char)(reach - 1)));
  switch (reach) {
    case WITHIN_32: return look32(table, place);
    case WITHIN_64: return look64(table, place);
    default: return look256(table, symbols);
  }
}

/* A lane's bits, 8 to 15 from the top of two bytes down, and how many above 8. Grows backwards from `next`. */
struct writer {
  struct bytes64 top, low, extra;
  uint8_t *next;
};

/* Puts the bytes of the marked lanes before `next`. */
INLINE uint8_t *put(uint8_t *next, const uint8_t bytes[64], uint64_t marks) {
  for (int i = 7; i >= 0; i--) {
    uint8_t eight = (uint8_t)(marks >> 8 * i);
    __m128i some = _mm_loadl_epi64((const __m128i *)(bytes + 8 * i));
    __m128i packed = _mm_shuffle_epi8(some, _mm_loadl_epi64((const __m128i *)moves.pack[eight]));
    _mm_storel_epi64((__m128i *)(next - 8), packed);
    next -= _mm_popcnt_u32(eight);
  }
  return next;
}

/* Adds codes below the bits of 32 lanes. Returns where these made 16 or more: the top byte has left them then. */
INLINE __m256i push(struct writer *w, int half, __m256i code, __m256i length) {
  const __m256i zero = _mm256_setzero_si256(), low_bytes = _mm256_set1_epi16(255);
  __m256i extra = _mm256_add_epi8(w->extra.half[half], length);
  __m256i full = _mm256_cmpgt_epi8(extra, _mm256_set1_epi8(7));
  extra = _mm256_and_si256(extra, _mm256_set1_epi8(7));
  w->extra.half[half] = extra;
  __m256i factor = power(extra);
  __m256i left = _mm256_mullo_epi16(_mm256_unpacklo_epi8(code, zero), _mm256_unpacklo_epi8(factor, zero));
  __m256i right = _mm256_mullo_epi16(_mm256_unpackhi_epi8(code, zero), _mm256_unpackhi_epi8(factor, zero));
  left = _mm256_add_epi16(left, left);
  right = _mm256_add_epi16(right, right);
  __m256i above = _mm256_packus_epi16(_mm256_srli_epi16(left, 8), _mm256_srli_epi16(right, 8));
  __m256i below =
      _mm256_packus_epi16(_mm256_and_si256(left, low_bytes), _mm256_and_si256(right, low_bytes));
  __m256i top = _mm256_blendv_epi8(w->top.half[half], w->low.half[half], full);
  w->top.half[half] = _mm256_or_si256(top, above);
  w->low.half[half] = _mm256_or_si256(_mm256_andnot_si256(full, w->low.half[half]), below);
  return full;
}

/*
 * The decoder's round backwards, as in rANS: when a code makes 16 bits or more of a lane's, the upper 8
 * are the word that the lane takes after this round. `started` lanes have had a symbol before.
 */
INLINE void step(struct writer *w, const struct tables *t, const uint8_t *symbols, const uint8_t *lengths,
                 struct bytes64 active, uint64_t started, const enum reach reach, const enum escapes escapes) {
  alignas(32) uint8_t words[64];
  store_64(words, w->top);
  struct bytes64 code = load_64(symbols), length = load_64(lengths), full;
  for (int half = 0; half < 2; half++) {
    __m256i bits = _mm256_and_si256(look(t, t->code, code.half[half], reach), active.half[half]);
    full.half[half] = push(w, half, bits, _mm256_and_si256(length.half[half], _mm256_set1_epi8(15)));
  }
  w->next = put(w->next, words, top_bits(full) & started);
  uint64_t escaped = top_bits(length);
  if (escapes == OFTEN || UNLIKELY(escaped != 0)) {
    w->next = put(w->next, symbols, escaped);
  }
}

/* Puts the lengths of a round's symbols and adds them to the lanes' sums. */
INLINE void sum_round(const struct tables *t, const uint8_t *symbols, uint8_t *lengths, struct bytes64 active,
                      struct bytes64 *sum, const enum reach reach) {
  struct bytes64 some = load_64(symbols), length;
  for (int half = 0; half < 2; half++) {
    length.half[half] = _mm256_and_si256(look(t, t->length, some.half[half], reach), active.half[half]);
    sum->half[half] = _mm256_add_epi8(sum->half[half], length.half[half]);
  }
  store_64(lengths, length);
}

/* What fills each lane's last word. */
INLINE struct bytes64 padding_of(struct bytes64 sum) {
  for (int half = 0; half < 2; half++) {
    __m256i minus = _mm256_sub_epi8(_mm256_setzero_si256(), sum.half[half]);
    sum.half[half] = _mm256_and_si256(minus, _mm256_set1_epi8(7));
  }
  return sum;
}

INLINE struct span encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                          size_t count, const enum reach reach, const enum escapes escapes) {
  struct tables t;
  make_tables(&t, c, reach);
  uint8_t *const end = ws->out + MOST_PAYLOAD;
  size_t i = count & ~(size_t)63;
  uint8_t rest[64] = {0};
  memcpy(rest, symbols + i, count - i);
  const struct bytes64 all = first_lanes(64), some = first_lanes(count - i), none = first_lanes(0);
  struct bytes64 sum = none;
  for (size_t k = 0; k < i; k += 64) {
    sum_round(&t, symbols + k, ws->lengths + k, all, &sum, reach);
  }
  sum_round(&t, rest, ws->lengths + i, some, &sum, reach);
  struct writer w = {none, none, padding_of(sum), end};
  uint64_t started = 0;
  if (count > i) {
    step(&w, &t, rest, ws->lengths + i, some, started, reach, escapes);
    started = ~0ull >> (64 - (count - i));
  }
  if (i > 0) {
    i -= 64;
    step(&w, &t, symbols + i, ws->lengths + i, all, started, reach, escapes);
    started = ~0ull;
  }
  while (i > 0) {
    i -= 64;
    step(&w, &t, symbols + i, ws->lengths + i, all, started, reach, escapes);
  }
  alignas(32) uint8_t words[64];
  store_64(words, w.top);
  w.next = put(w.next, words, started);
  return (struct span){w.next, (size_t)(end - w.next)};
}

struct span avx2_encode(struct workspace *ws, const struct coding *c, const uint8_t *symbols, size_t count) {
  if (!is_wide(c)) {
    return portable_encode(ws, c, symbols, count);
  }
  switch (reach_of(c)) {
    case WITHIN_32: return encode(ws, c, symbols, count, WITHIN_32, RARE);
    case WITHIN_64: return encode(ws, c, symbols, count, WITHIN_64, RARE);
    default: break;
  }
  return escapes_of(c->book) == OFTEN ? encode(ws, c, symbols, count, ANYWHERE, OFTEN)
                                      : encode(ws, c, symbols, count, ANYWHERE, RARE);
}

AVX2_END
#endif
