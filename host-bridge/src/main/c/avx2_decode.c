#include "avx2_windows.h"
#include "stream.h"
#include "wide.h"

#if defined(__x86_64__)

/*
 * A payload on its way. A lane's window starts at bit (offset mod 8) + 1 of its two bytes, `now` and
 * `then`; bit 3 of the offset says that `now` is used up.
 */
struct flow {
  struct bytes64 now, then, offset;
  const uint8_t *next, *limit;
  uint8_t *literals;
  const struct tables *tables;
};

/* The next bytes for the marked ones of eight lanes. */
INLINE __m128i spread_8(const uint8_t **next, uint8_t marks) {
  __m128i bytes = _mm_loadl_epi64((const __m128i *)*next);
  *next += _mm_popcnt_u32(marks);
  return _mm_shuffle_epi8(bytes, _mm_loadl_epi64((const __m128i *)moves.spread[marks]));
}

/* The next bytes for the marked ones of 32 lanes; zero for others. */
INLINE __m256i spread(const uint8_t **next, uint32_t marks) {
  __m128i a = spread_8(next, (uint8_t)marks), b = spread_8(next, (uint8_t)(marks >> 8));
  __m128i c = spread_8(next, (uint8_t)(marks >> 16)), d = spread_8(next, (uint8_t)(marks >> 24));
  return _mm256_set_m128i(_mm_unpacklo_epi64(c, d), _mm_unpacklo_epi64(a, b));
}

/* All lanes, or only those that have a symbol in the last round. */
INLINE __m256i only(const struct bytes64 *active, int half, __m256i bytes) {
  return active == NULL ? bytes : _mm256_and_si256(bytes, active->half[half]);
}

/* Takes the words of 32 lanes. */
INLINE void take_words(struct flow *f, int half, const struct bytes64 *active) {
  __m256i due = only(active, half, _mm256_slli_epi16(f->offset.half[half], 4));
  __m256i words = spread(&f->next, (uint32_t)_mm256_movemask_epi8(due));
  f->now.half[half] = _mm256_blendv_epi8(f->now.half[half], f->then.half[half], due);
  f->then.half[half] = _mm256_blendv_epi8(f->then.half[half], words, due);
}

/* What 32 lanes have unread, from the lowest bit on. */
INLINE __m256i windows(const struct flow *f, int half) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i factor = power(_mm256_and_si256(f->offset.half[half], _mm256_set1_epi8(7)));
  __m256i left = _mm256_unpacklo_epi8(f->now.half[half], f->then.half[half]);
  __m256i right = _mm256_unpackhi_epi8(f->now.half[half], f->then.half[half]);
  left = _mm256_mullo_epi16(left, _mm256_unpacklo_epi8(factor, zero));
  right = _mm256_mullo_epi16(right, _mm256_unpackhi_epi8(factor, zero));
  return _mm256_packus_epi16(_mm256_srli_epi16(left, 8), _mm256_srli_epi16(right, 8));
}

/* Takes the codes of 32 lanes and gives their symbols. */
INLINE __m256i take_codes(struct flow *f, int half, const struct bytes64 *active, const enum cases cases) {
  struct found found = look(f->tables, windows(f, half), cases);
  __m256i used = _mm256_and_si256(f->offset.half[half], _mm256_set1_epi8(7));
  __m256i offset = _mm256_add_epi8(used, found.length);
  f->offset.half[half] =
      active == NULL ? offset : _mm256_blendv_epi8(f->offset.half[half], offset, active->half[half]);
  return found.symbol;
}

/* One round: words, codes, literals (B-10). */
INLINE void step(struct flow *f, uint8_t *symbols, const struct bytes64 *active, const enum cases cases,
                 const enum escapes escapes) {
  struct bytes64 symbol, escaped;
  take_words(f, 0, active);
  take_words(f, 1, active);
  for (int half = 0; half < 2; half++) {
    symbol.half[half] = take_codes(f, half, active, cases);
    __m256i placeholder = _mm256_set1_epi8((char)f->tables->placeholder);
    escaped.half[half] = only(active, half, _mm256_cmpeq_epi8(symbol.half[half], placeholder));
  }
  uint64_t marks = top_bits(escaped);
  if (escapes == OFTEN || UNLIKELY(marks != 0)) {
    store_64(f->literals, load_64(f->next));
    f->literals += _mm_popcnt_u64(marks);
    for (int half = 0; half < 2; half++) {
      __m256i literals = spread(&f->next, (uint32_t)(marks >> 32 * half));
      symbol.half[half] = _mm256_blendv_epi8(symbol.half[half], literals, escaped.half[half]);
    }
  }
  store_64(symbols, symbol);
}

/* B-11 */
static bool no_literal_has_a_code(const struct tables *t, const uint8_t *literals, const uint8_t *end) {
  uint64_t coded = 0;
  for (; literals < end; literals += 64) {
    size_t left = (size_t)(end - literals);
    struct bytes64 some = load_64(literals), there = first_lanes(left < 64 ? left : 64);
    for (int half = 0; half < 2; half++) {
      some.half[half] = _mm256_and_si256(look256(t->coded, some.half[half]), there.half[half]);
    }
    coded |= top_bits(some);
  }
  return coded == 0;
}

/* B-12: no lane has bits that no code has used. */
static bool all_is_read(const struct flow *f) {
  uint8_t now[64], then[64], offset[64];
  store_64(now, f->now);
  store_64(then, f->then);
  store_64(offset, f->offset);
  uint32_t unread = 0;
  for (int lane = 0; lane < 64; lane++) {
    unread |= (now[lane] | (uint32_t)then[lane] << 8) >> (offset[lane] % 16 + 1);
  }
  return unread == 0;
}

INLINE struct flow take_off(struct payload *p, const struct tables *tables, struct stream *stream,
                            uint8_t *literals) {
  stream_open(stream, p->bytes, p->size, 128);
  const __m256i zero = _mm256_setzero_si256(), used_up = _mm256_set1_epi8(15);
  return (struct flow){.now = {{zero, zero}},
                       .then = {{zero, zero}},
                       .offset = {{used_up, used_up}},
                       .next = stream->next,
                       .limit = stream->limit,
                       .literals = literals,
                       .tables = tables};
}

/* The rounds from `done` on; then the checks. */
INLINE void finish(struct flow *f, struct stream *stream, size_t done, const uint8_t *literals,
                   struct payload *p, const enum cases cases, const enum escapes escapes) {
  size_t i = 64 * done;
  for (; p->count - i >= 64; i += 64) {
    stream_step(stream, &f->next, &f->limit);
    step(f, p->symbols + i, NULL, cases, escapes);
  }
  if (p->count > i) {
    stream_step(stream, &f->next, &f->limit);
    uint8_t last[64];
    struct bytes64 active = first_lanes(p->count - i);
    step(f, last, &active, cases, escapes);
    memcpy(p->symbols + i, last, p->count - i);
  }
  p->good = !stream->broken && f->next == stream->end && all_is_read(f) &&
            no_literal_has_a_code(f->tables, literals, f->literals);
}

/* A payload waits for itself most of the time; a second one fills the gaps. */
INLINE void fly(struct workspace *ws, struct payload **p, size_t width, const struct tables *t,
                const enum cases cases, const enum escapes escapes) {
  struct stream streams[2];
  struct flow a = take_off(p[0], &t[0], &streams[0], ws->literals[0]);
  size_t rounds = 0;
  if (width == 2) {
    struct flow b = take_off(p[1], &t[1], &streams[1], ws->literals[1]);
    rounds = (p[0]->count < p[1]->count ? p[0]->count : p[1]->count) / 64;
    for (size_t i = 0; i < rounds; i++) {
      stream_step(&streams[0], &a.next, &a.limit);
      step(&a, p[0]->symbols + 64 * i, NULL, cases, escapes);
      stream_step(&streams[1], &b.next, &b.limit);
      step(&b, p[1]->symbols + 64 * i, NULL, cases, escapes);
    }
    finish(&b, &streams[1], rounds, ws->literals[1], p[1], cases, escapes);
  }
  finish(&a, &streams[0], rounds, ws->literals[0], p[0], cases, escapes);
}

static void fly_by(struct workspace *ws, struct payload **p, size_t width, const struct tables *t) {
  if (escapes_of(p[0]->coding.book) == RARE) {
    t->cases == FEW ? fly(ws, p, width, t, FEW, RARE) : fly(ws, p, width, t, MANY, RARE);
  } else {
    t->cases == FEW ? fly(ws, p, width, t, FEW, OFTEN) : fly(ws, p, width, t, MANY, OFTEN);
  }
}

/* Two that are not alike would both go the slower way. */
static void decode_wide(struct workspace *ws, struct payload **p, size_t width) {
  struct tables t[2];
  for (size_t i = 0; i < width; i++) {
    make_tables(&t[i], &p[i]->coding);
  }
  if (width == 2 && (t[0].cases != t[1].cases ||
                     escapes_of(p[0]->coding.book) != escapes_of(p[1]->coding.book))) {
    fly_by(ws, p, 1, t);
    fly_by(ws, p + 1, 1, t + 1);
  } else {
    fly_by(ws, p, width, t);
  }
}

void avx2_decode(struct workspace *ws, struct payload *payloads, size_t count) {
  struct payload *wide[2];
  size_t width = 0;
  for (size_t i = 0; i < count; i++) {
    const struct coding *c = &payloads[i].coding;
    if (is_wide(c) && has_placeholder(c->book)) {
      wide[width++] = &payloads[i];
      if (width == 2) {
        decode_wide(ws, wide, width);
        width = 0;
      }
    } else {
      portable_decode(ws, &payloads[i], 1);
    }
  }
  if (width > 0) {
    decode_wide(ws, wide, width);
  }
}

AVX2_END
#endif
