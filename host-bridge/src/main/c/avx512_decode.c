#include "avx512.h"
#include "stream.h"
#include "wide.h"

#if defined(__x86_64__)

/* Whether a window is looked up by its first 6 bits and then, if need be, by its last 6: see struct book. */
enum shape { PEAKED, ANY };

/* What a window of 8 bits is, under a book and a bias. */
struct tables {
  alignas(64) uint8_t symbol[256];     /* PEAKED: by the first 6 bits, then by the last 6 */
  alignas(64) uint8_t placeholder[64]; /* what an escape leaves: a symbol without a code */
  const struct book *book;
  unsigned bias;
};

/*
 * A payload on its way. A lane's window starts at bit (offset mod 8) + 1 of its two bytes, `now` and
 * `then`; bit 3 of the offset says that `now` is used up.
 */
struct flow {
  __m512i now, then, offset;
  const uint8_t *next, *limit;
  uint8_t *symbols;
  const uint8_t *release; /* where they go in the end: by then it shall be near */
  uint8_t *literals;
  const struct tables *tables;
};

static void make_tables(struct tables *t, const struct coding *c, enum shape shape) {
  t->book = c->book;
  t->bias = c->bias;
  const uint8_t *of_windows = shape == PEAKED ? c->book->peak_t : c->book->window_t;
  for (int i = 0; i < (shape == PEAKED ? 128 : 256); i += 64) {
    _mm512_store_si512(t->symbol + i, invert_bias(_mm512_load_si512(of_windows + i), c->bias));
  }
  memset(t->placeholder, (int)bias_invert(c->book->placeholder, c->bias), sizeof t->placeholder);
}

struct found {
  __m512i symbol, length;
};

/* A look-up uses the lowest 6 bits of an index, or 7 of two tables. */
INLINE struct found look(const struct tables *t, __m512i window, enum shape shape) {
  if (shape == ANY) {
    const __m512i *lengths = (const __m512i *)t->book->window_length;
    return (struct found){look256(t->symbol, window), _mm512_permutex2var_epi8(lengths[0], window, lengths[1])};
  }
  const __m512i *symbols = (const __m512i *)t->symbol, *lengths = (const __m512i *)t->book->peak_length;
  __m512i last = _mm512_srli_epi16(window, 2);
  __m512i length = _mm512_permutexvar_epi8(window, lengths[0]);
  __m512i symbol = _mm512_permutexvar_epi8(window, symbols[0]);
  __mmask64 goes_on = _mm512_movepi8_mask(length);
  return (struct found){_mm512_mask_permutexvar_epi8(symbol, goes_on, last, symbols[1]),
                        _mm512_mask_permutexvar_epi8(length, goes_on, last, lengths[1])};
}

/* One round: words, codes, literals (B-10). */
INLINE void step(struct flow *f, __mmask64 active, enum escapes escapes, enum shape shape) {
  const struct tables *t = f->tables;
  __mmask64 due = _mm512_test_epi8_mask(f->offset, _mm512_set1_epi8(8)) & active;
  f->now = _mm512_mask_mov_epi8(f->now, due, f->then);
  f->then = _mm512_mask_expand_epi8(f->then, due, _mm512_loadu_si512(f->next));
  f->next += _mm_popcnt_u64(due);
  __m512i offset = _mm512_and_si512(f->offset, _mm512_set1_epi8(7));
  __m512i shift = _mm512_add_epi8(offset, _mm512_add_epi8(LANE_SHIFTS, _mm512_set1_epi8(1)));
  __m512i window = _mm512_multishift_epi64_epi8(shift, even_bytes(f->now, f->then));
  window = _mm512_mask_multishift_epi64_epi8(window, ODD, shift, odd_bytes(f->now, f->then));
  struct found found = look(t, window, shape);
  f->offset = _mm512_mask_add_epi8(f->offset, active, offset, found.length);
  __m512i symbol = found.symbol;
  __mmask64 escaped =
      _mm512_cmpeq_epi8_mask(symbol, *(const __m512i *)t->placeholder) & active;
  if (escapes == OFTEN || UNLIKELY(escaped != 0)) {
    __m512i literals = _mm512_loadu_si512(f->next);
    _mm512_storeu_si512(f->literals, literals);
    symbol = _mm512_mask_expand_epi8(symbol, escaped, literals);
    size_t count = (size_t)_mm_popcnt_u64(escaped);
    f->next += count;
    f->literals += count;
  }
  _mm512_mask_storeu_epi8(f->symbols, active, symbol);
  __builtin_prefetch(f->release, 1, 2);
  f->symbols += 64;
  f->release += 64;
}

/* B-11 */
static bool no_literal_has_a_code(const struct tables *t, const uint8_t *literals, const uint8_t *end) {
  __mmask64 coded = 0;
  for (; literals < end; literals += 64) {
    __m512i of_t = apply_bias(_mm512_loadu_si512(literals), t->bias);
    size_t left = (size_t)(end - literals);
    coded |= _mm512_movepi8_mask(look256(t->book->coded, of_t)) & first_lanes(left < 64 ? left : 64);
  }
  return coded == 0;
}

/* B-12 */
INLINE bool ends_well(const struct flow *f, const struct stream *stream, const uint8_t *literals) {
  const __m512i low = _mm512_set1_epi16(255), one = _mm512_set1_epi16(1);
  __m512i offset = _mm512_and_si512(f->offset, _mm512_set1_epi8(15));
  __m512i even = _mm512_add_epi16(_mm512_and_si512(offset, low), one);
  __m512i odd = _mm512_add_epi16(_mm512_srli_epi16(offset, 8), one);
  __m512i unread = _mm512_or_si512(_mm512_srlv_epi16(even_bytes(f->now, f->then), even),
                                   _mm512_srlv_epi16(odd_bytes(f->now, f->then), odd));
  return !stream->broken && f->next == stream->end && _mm512_test_epi8_mask(unread, unread) == 0 &&
         no_literal_has_a_code(f->tables, literals, f->literals);
}

INLINE struct flow take_off(struct payload *p, const struct tables *tables, struct stream *stream,
                           uint8_t *literals) {
  stream_open(stream, p->bytes, p->size, 128);
  return (struct flow){.now = _mm512_setzero_si512(),
                       .then = _mm512_setzero_si512(),
                       .offset = _mm512_set1_epi8(15),
                       .next = stream->next,
                       .limit = stream->limit,
                       .symbols = p->symbols,
                       .release = p->release,
                       .literals = literals,
                       .tables = tables};
}

/* The rounds from `done` on; then the checks. */
INLINE void finish(struct flow *f, struct stream *stream, size_t done, const uint8_t *literals,
                   struct payload *p, enum escapes escapes, enum shape shape) {
  for (size_t i = done; i < p->count / 64; i++) {
    stream_step(stream, &f->next, &f->limit);
    step(f, ~0ull, escapes, shape);
  }
  if (p->count % 64 > 0) {
    stream_step(stream, &f->next, &f->limit);
    step(f, first_lanes(p->count % 64), escapes, shape);
  }
  p->good = ends_well(f, stream, literals);
}

INLINE void fly_alone(struct workspace *ws, struct payload *p, const struct tables *t,
                      enum escapes escapes, enum shape shape) {
  struct stream stream;
  struct flow flow = take_off(p, t, &stream, ws->literals[0]);
  finish(&flow, &stream, 0, ws->literals[0], p, escapes, shape);
}

/* Each payload waits for itself most of the time; four of them fill the gaps. Written out, so that their
   states stay in registers. */
INLINE void fly_together(struct workspace *ws, struct payload **p, const struct tables *t,
                         enum escapes escapes, enum shape shape) {
  struct stream streams[FLIGHT];
  struct flow a = take_off(p[0], &t[0], &streams[0], ws->literals[0]);
  struct flow b = take_off(p[1], &t[1], &streams[1], ws->literals[1]);
  struct flow c = take_off(p[2], &t[2], &streams[2], ws->literals[2]);
  struct flow d = take_off(p[3], &t[3], &streams[3], ws->literals[3]);
  size_t rounds = SIZE_MAX;
  for (size_t i = 0; i < FLIGHT; i++) {
    rounds = p[i]->count / 64 < rounds ? p[i]->count / 64 : rounds;
  }
  for (size_t i = 0; i < rounds; i++) {
    stream_step(&streams[0], &a.next, &a.limit);
    step(&a, ~0ull, escapes, shape);
    stream_step(&streams[1], &b.next, &b.limit);
    step(&b, ~0ull, escapes, shape);
    stream_step(&streams[2], &c.next, &c.limit);
    step(&c, ~0ull, escapes, shape);
    stream_step(&streams[3], &d.next, &d.limit);
    step(&d, ~0ull, escapes, shape);
  }
  finish(&a, &streams[0], rounds, ws->literals[0], p[0], escapes, shape);
  finish(&b, &streams[1], rounds, ws->literals[1], p[1], escapes, shape);
  finish(&c, &streams[2], rounds, ws->literals[2], p[2], escapes, shape);
  finish(&d, &streams[3], rounds, ws->literals[3], p[3], escapes, shape);
}

INLINE void fly(struct workspace *ws, struct payload **p, size_t width, enum escapes escapes,
                enum shape shape) {
  struct tables tables[FLIGHT];
  for (size_t i = 0; i < width; i++) {
    make_tables(&tables[i], &p[i]->coding, shape);
  }
  if (width == FLIGHT) {
    fly_together(ws, p, tables, escapes, shape);
    return;
  }
  for (size_t i = 0; i < width; i++) {
    fly_alone(ws, p[i], &tables[i], escapes, shape);
  }
}

void avx512_decode(struct workspace *ws, struct payload *payloads, size_t count) {
  struct payload *wide[FLIGHT];
  size_t width = 0;
  bool often = true, peaked = true;
  for (size_t i = 0; i < count; i++) {
    const struct coding *c = &payloads[i].coding;
    if (is_wide(c) && has_placeholder(c->book)) {
      wide[width++] = &payloads[i];
      often = often && escapes_of(c->book) == OFTEN;
      peaked = peaked && c->book->is_peaked;
    } else {
      portable_decode(ws, &payloads[i], 1);
    }
  }
  if (often) {
    fly(ws, wide, width, OFTEN, ANY);
  } else if (peaked && width == FLIGHT) { /* alone, a payload would wait for the second look */
    fly(ws, wide, width, RARE, PEAKED);
  } else {
    fly(ws, wide, width, RARE, ANY);
  }
}

AVX512_END
#endif
