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

INLINE uint32_t four_by_two(uint64_t *window, const struct look *look, uint8_t *symbols) {
  uint32_t flags = 0;
  uint32_t a = look_two(look, *window, &flags);
  uint64_t bits = *window >> (a & DECODE_LENGTH);
  uint32_t b = look_two(look, bits, &flags);
  *window = bits >> (b & DECODE_LENGTH);
  store32(symbols, a >> TWO_SYMBOLS | (b >> TWO_SYMBOLS) << TWO_SYMBOLS);
  return flags;
}

INLINE uint32_t four_by_one(uint64_t *window, const struct look *look, uint8_t *symbols) {
  uint64_t bits = *window;
  uint32_t a = look->one[(uint8_t)bits];
  bits >>= a & DECODE_LENGTH;
  uint32_t b = look->one[(uint8_t)bits];
  bits >>= b & DECODE_LENGTH;
  uint32_t c = look->one[(uint8_t)bits];
  bits >>= c & DECODE_LENGTH;
  uint32_t d = look->one[(uint8_t)bits];
  *window = bits >> (d & DECODE_LENGTH);
  store32(symbols, a >> 24 | (b >> 24) << 8 | (c >> 24) << 16 | (d & 0xff000000u));
  return a | b | c | d;
}

/* Four symbols of one lane: a window holds its unread bits and above them a sentinel. */
INLINE uint32_t decode_lane(uint64_t *window, const struct look *look, const uint8_t **next,
                            uint8_t *symbols, const enum stride stride) {
  /* Without a branch, because whether a word is due cannot be predicted. */
  uint64_t bits = *window;
  uint64_t due = (uint64_t)((int64_t)(bits - ((uint64_t)1 << WORD)) >> 63);
  *window = bits + (((load32(*next) + 0xffffffffull) & due) << (~__builtin_clzll(bits) & 63));
  *next += 4 & due;
  return stride == TWO ? four_by_two(window, look, symbols) : four_by_one(window, look, symbols);
}

/* The literals of a full round: where the placeholder stands, eight symbols at a time (B-11). */
INLINE const uint8_t *literals_of_round(const struct table *table, const uint8_t *next, uint8_t *symbols,
                                        uint8_t *coded) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7fu;
  for (int i = 0; i < ROUND; i += 8) {
    uint64_t apart = load64(symbols + i) ^ 0x0101010101010101u * table->placeholder;
    uint64_t equal = ~(((apart & low) + low) | apart | low);
    for (; equal != 0; equal &= equal - 1) {
      uint8_t literal = *next++;
      symbols[i + __builtin_ctzll(equal) / 8] = literal;
      *coded |= table->coded[literal];
    }
  }
  return next;
}

/* A hot kernel: eight lanes written out, their windows in registers. */
INLINE bool decode(const struct look *look, const struct table *table, const struct payload *p,
                   const enum stride stride) {
  struct stream stream;
  stream_open(&stream, p->bytes, p->size, LANES * (WORD / 8 + R));
  const uint8_t *next = stream.next, *limit = stream.limit;
  uint8_t *symbols = p->symbols, *const end = symbols + p->count;
  uint8_t coded = 0;
#define OPEN(l) uint64_t w##l = 1;
  EACH_OF_8(OPEN)
#define DECODE(l) flags |= decode_lane(&w##l, look, &next, symbols + R * l, stride);
  for (; end - symbols >= ROUND; symbols += ROUND) {
    if (UNLIKELY(next > limit)) {
      stream.next = next;
      stream_more(&stream);
      next = stream.next;
      limit = stream.limit;
    }
    uint32_t flags = 0;
    EACH_OF_8(DECODE)
    if (flags & DECODE_ESCAPE) {
      next = literals_of_round(table, next, symbols, &coded);
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
