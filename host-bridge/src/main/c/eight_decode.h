/* Included by eight.h: decodes its layout. */

/* What the windows of a lane are looked up in. */
struct look {
  const uint32_t *one; /* by 8 bits: a symbol, as decode_table fills it */
  const uint32_t *two; /* by 12 bits: two symbols, or ONE_BY_ONE */
};

enum { WINDOW = 12, WINDOWS = 1 << WINDOW, TWO_SYMBOLS = 16, ONE_BY_ONE = 1 << 7, SELDOM = WINDOWS / 50 };

/* Two symbols at bits 16 to 31, whatever they are. */
INLINE uint32_t two_by_one(const uint32_t *one, uint64_t bits) {
  uint32_t a = one[(uint8_t)bits];
  uint32_t b = one[(uint8_t)(bits >> (a & DECODE_LENGTH))];
  uint32_t length = (a & DECODE_LENGTH) + (b & DECODE_LENGTH);
  return (b >> DECODE_SYMBOL) << (TWO_SYMBOLS + 8) | a >> DECODE_SYMBOL << TWO_SYMBOLS |
         ((a | b) & DECODE_ESCAPE) | length;
}

/* An escape, or codes longer than the window, have to be looked up one by one. Returns how many have. */
static unsigned fill_two(uint32_t *two, const uint32_t *one) {
  unsigned unfit = 0;
  for (uint32_t window = 0; window < WINDOWS; window++) {
    uint32_t entry = two_by_one(one, window);
    bool fits = (entry & DECODE_LENGTH) <= WINDOW && (entry & DECODE_ESCAPE) == 0;
    two[window] = fits ? entry : ONE_BY_ONE;
    unfit += !fits;
  }
  return unfit;
}

INLINE uint32_t look_two(const struct look *look, uint64_t bits, uint32_t *flags) {
  uint32_t entry = look->two[bits % WINDOWS];
  if (UNLIKELY(entry & ONE_BY_ONE)) {
    entry = two_by_one(look->one, bits);
    *flags |= entry;
  }
  return entry;
}

/* A bit for each byte that is zero, the first byte's lowest. */
INLINE uint32_t zero_bytes(uint64_t bytes) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7fu;
  uint64_t tops = ~(((bytes & low) + low) | bytes | low);
  return (uint32_t)((tops >> 7) * 0x0102040810204080u >> 56);
}

/* Takes the four symbols that a window starts with. */
INLINE uint32_t four_by_two(uint64_t *window, const struct look *look, uint32_t *flags) {
  uint32_t a = look_two(look, *window, flags);
  uint64_t bits = *window >> (a & DECODE_LENGTH);
  uint32_t b = look_two(look, bits, flags);
  *window = bits >> (b & DECODE_LENGTH);
  return a >> TWO_SYMBOLS | (b >> TWO_SYMBOLS) << TWO_SYMBOLS;
}

INLINE uint32_t four_by_one(uint64_t *window, const uint32_t *one) {
  uint64_t bits = *window;
  uint32_t a = one[(uint8_t)bits];
  bits >>= a & DECODE_LENGTH;
  uint32_t b = one[(uint8_t)bits];
  bits >>= b & DECODE_LENGTH;
  uint32_t c = one[(uint8_t)bits];
  bits >>= c & DECODE_LENGTH;
  uint32_t d = one[(uint8_t)bits];
  *window = bits >> (d & DECODE_LENGTH);
  return a >> 24 | (b >> 24) << 8 | (c >> 24) << 16 | (d & 0xff000000u);
}

/* Takes a word if one is due: a window holds a lane's unread bits and above them a sentinel. */
INLINE void refill(uint64_t *window, const uint8_t **next) {
  /* Without a branch, because whether a word is due cannot be predicted. */
  uint64_t bits = *window;
  uint64_t due = (uint64_t)((int64_t)(bits - ((uint64_t)1 << WORD)) >> 63);
  *window = bits + (((load32(*next) + 0xffffffffull) & due) << (~__builtin_clzll(bits) & 63));
  *next += 4 & due;
}

/* Two lanes of a round. Returns a mark for each symbol that may be a placeholder. */
INLINE uint32_t decode_lanes(uint64_t *left, uint64_t *right, const struct look *look, const uint8_t **next,
                             uint8_t *symbols, uint64_t placeholders, const enum stride stride) {
  uint32_t flags = 0;
  refill(left, next);
  uint64_t eight = stride == TWO ? four_by_two(left, look, &flags) : four_by_one(left, look->one);
  refill(right, next);
  eight |= (uint64_t)(stride == TWO ? four_by_two(right, look, &flags) : four_by_one(right, look->one)) << 32;
  store64(symbols, eight);
  return stride == ONE || UNLIKELY(flags & DECODE_ESCAPE) ? zero_bytes(eight ^ placeholders) : 0;
}

/* The literals of a round (B-11): the first three, which mostly are all, without a branch. */
INLINE void take_marked(const struct table *table, const uint8_t *literals, uint8_t *symbols, uint32_t marks,
                        uint8_t *coded) {
  uint64_t rest = marks | (uint64_t)7 << ROUND;
  for (int i = 0; i < 3; i++, rest &= rest - 1) {
    unsigned at = (unsigned)__builtin_ctzll(rest);
    uint8_t nobody;
    *(at < ROUND ? symbols + at : &nobody) = literals[i];
    *coded |= table->coded[literals[i]] & (at < ROUND);
  }
  literals += 3;
  for (marks = (uint32_t)rest; UNLIKELY(marks != 0); marks &= marks - 1) {
    symbols[__builtin_ctz(marks)] = *literals;
    *coded |= table->coded[*literals++];
  }
}

/* A hot kernel: eight lanes written out, their windows in registers. */
INLINE bool decode(const struct look *look, const struct table *table, const struct payload *p,
                   const enum stride stride) {
  struct stream stream;
  stream_open(&stream, p->bytes, p->size, LANES * (WORD / 8 + R));
  const uint8_t *next = stream.next, *limit = stream.limit;
  uint8_t *symbols = p->symbols, *const end = symbols + p->count;
  const uint64_t placeholders = 0x0101010101010101u * table->placeholder;
  uint8_t coded = 0;
#define OPEN(l) uint64_t w##l = 1;
  EACH_OF_8(OPEN)
#define DECODE(l, m) decode_lanes(&w##l, &w##m, look, &next, symbols + R * l, placeholders, stride) << R * l
  for (; end - symbols >= ROUND; symbols += ROUND) {
    stream_step(&stream, &next, &limit);
    uint32_t marks = DECODE(0, 1);
    marks |= DECODE(2, 3);
    marks |= DECODE(4, 5);
    marks |= DECODE(6, 7);
    if (stride == ONE || UNLIKELY(marks != 0)) {
      take_marked(table, next, symbols, marks, &coded);
      next += __builtin_popcount(marks);
    }
  }
#define CLOSE(l) window[l] = w##l;
  uint64_t window[LANES];
  EACH_OF_8(CLOSE)
  stream.next = next;
  return decode_last_round(window, table, &stream, symbols, (size_t)(end - symbols), LANES, WORD, R) &&
         coded == 0;
}

/* Blocks of a batch mostly share a table of pairs; a small one is read before it would be filled. */
static bool reads_by_two(struct workspace *ws, const struct payload *p) {
  struct two *two = &ws->two;
  bool is_there = two->book == p->coding.book && two->bias == p->coding.bias;
  if (!is_there && p->count < WINDOWS) {
    return false;
  }
  if (!is_there) {
    two->book = p->coding.book;
    two->bias = p->coding.bias;
    two->unfit = fill_two(two->entries, ws->table);
  }
  return two->unfit <= SELDOM;
}

bool NAME(eight_decode)(struct workspace *ws, const struct payload *p) {
  struct table table;
  decode_table(&table, ws->table, &p->coding, 255);
  struct look look = {ws->table, ws->two.entries};
  return reads_by_two(ws, p) ? decode(&look, &table, p, TWO) : decode(&look, &table, p, ONE);
}
