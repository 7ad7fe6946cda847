/* Looks up what a lane's unread bits begin with: one symbol of short books at a time, or two. */

/* By a window's low bits: one symbol by eight, or two by twelve; lengths are below. */
enum { DECODE_SYMBOL = 24, DECODE_ESCAPE = 1 << 6, DECODE_LENGTH = 63, TWO_BITS = 12, TWO_SYMBOLS = 16, ONE_BY_ONE = 1 << 7 };
enum { TWO_WINDOWS = 1 << TWO_BITS, SELDOM = TWO_WINDOWS / 50 };

/* Eight lanes of 32 bits, short books. Blocks of a work-item mostly share the table of two symbols. */
struct windows {
  uint one[256];
  uint two[TWO_WINDOWS];
  uint book, bias; /* that `two` was made for; book 0 is none */
  uint unfit;      /* windows of `two` that have to be looked up one by one */
};

/* An escape leaves a symbol without a code where its literal belongs. */
inline void fill_one_by_eight(const struct coding *c, uint *one) {
  uint mask = (1u << c->book[LONGEST]) - 1;
  for (uint window = 0; window < 256; window++) {
    uint entry = c->table[window & mask], t = entry >> ENTRY_CODE;
    uint symbol = bias_invert(t == ESC ? c->book[PLACEHOLDER] : t, c->bias);
    one[window] = symbol << DECODE_SYMBOL | (t == ESC ? DECODE_ESCAPE : 0) | (entry & ENTRY_LENGTH);
  }
}

/* Two symbols at bits 16 to 31, whatever they are. */
inline uint two_by_one(const uint *one, ulong bits) {
  uint a = one[bits & 255], b = one[bits >> (a & DECODE_LENGTH) & 255];
  return (b >> DECODE_SYMBOL) << (TWO_SYMBOLS + 8) | a >> DECODE_SYMBOL << TWO_SYMBOLS |
         ((a | b) & DECODE_ESCAPE) | ((a & DECODE_LENGTH) + (b & DECODE_LENGTH));
}

/* An escape, or codes longer than the window, have to be looked up one by one. */
inline void fill_two(struct windows *w) {
  w->unfit = 0;
  for (uint window = 0; window < TWO_WINDOWS; window++) {
    uint entry = two_by_one(w->one, window);
    bool fits = (entry & DECODE_LENGTH) <= TWO_BITS && (entry & DECODE_ESCAPE) == 0;
    w->two[window] = fits ? entry : ONE_BY_ONE;
    w->unfit += !fits;
  }
}

/* Whether symbols are looked up two at a time; a small block is read before that table would be filled. */
inline bool reads_by_two(const struct coding *c, uint book, uint count, struct windows *w) {
  bool is_there = w->book == book && w->bias == c->bias;
  if (!is_there && count >= TWO_WINDOWS) {
    w->book = book;
    w->bias = c->bias;
    fill_two(w);
    is_there = true;
  }
  return is_there && w->unfit <= SELDOM;
}

inline uint take_two(const struct windows *w, ulong bits, uint *flags) {
  uint entry = w->two[bits % TWO_WINDOWS];
  if (entry == ONE_BY_ONE) {
    entry = two_by_one(w->one, bits);
    *flags |= entry;
  }
  return entry;
}

/* Takes the four symbols that a window starts with. */
INLINE ulong take_four(const struct windows *w, bool by_two, ulong *window, uint *flags) {
  uint a = by_two ? take_two(w, *window, flags) : two_by_one(w->one, *window);
  ulong bits = *window >> (a & DECODE_LENGTH);
  uint b = by_two ? take_two(w, bits, flags) : two_by_one(w->one, bits);
  *window = bits >> (b & DECODE_LENGTH);
  return a >> TWO_SYMBOLS | (b >> TWO_SYMBOLS) << TWO_SYMBOLS;
}
