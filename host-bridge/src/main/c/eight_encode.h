/* Included by eight.h: encodes its layout, as portable_encode.c does any. */

/* The places of a lane's words in a ring: the one its next bit goes to, the one after, one that may come. */
struct lane {
  uint64_t bits;
  uint8_t *place[4];
  uint32_t held, first;
};

/* What a lane takes in a round: its codes, one after the other, and a bit for each symbol without one. */
struct codes {
  uint64_t bits;
  uint32_t length, escapes;
};

/* Two symbols: their codes and, below, their length. */
INLINE uint32_t pair_by_one(const uint32_t *one, const uint8_t *symbols) {
  uint32_t a = one[symbols[0]], b = one[symbols[1]];
  uint32_t codes = a >> ENCODE_CODE | (b >> ENCODE_CODE) << (a & ENCODE_LENGTH);
  return codes << ENCODE_CODE | ((a + b) & ENCODE_LENGTH);
}

INLINE struct codes codes_by_one(const uint32_t *one, const uint8_t *symbols) {
  uint32_t a = one[symbols[0]], b = one[symbols[1]], c = one[symbols[2]], d = one[symbols[3]];
  uint32_t left = a >> ENCODE_CODE | (b >> ENCODE_CODE) << (a & ENCODE_LENGTH);
  uint32_t right = c >> ENCODE_CODE | (d >> ENCODE_CODE) << (c & ENCODE_LENGTH);
  struct codes codes;
  codes.bits = left | (uint64_t)right << ((a + b) & ENCODE_LENGTH);
  codes.length = (a + b + c + d) & ENCODE_LENGTH;
  codes.escapes = (a + 2 * b + 4 * (c + 2 * d)) / ENCODE_ESCAPE % 16;
  KEEP(codes.escapes);
  return codes;
}

static COLD struct codes seldom_codes(const uint32_t *one, const uint8_t *symbols) {
  return codes_by_one(one, symbols);
}

/* An escape has no entry among the pairs, and neither has a pair of no interest. */
INLINE struct codes codes_by_two(const uint32_t *one, const uint32_t *pairs, const uint8_t *symbols) {
  uint32_t left = pairs[load16(symbols)], right = pairs[load16(symbols + 2)];
  if (UNLIKELY(left == 0 || right == 0)) {
    return seldom_codes(one, symbols);
  }
  struct codes codes;
  codes.bits = left >> ENCODE_CODE | (uint64_t)(right >> ENCODE_CODE) << (left & ENCODE_LENGTH);
  codes.length = (left + right) & ENCODE_LENGTH;
  codes.escapes = 0;
  return codes;
}

/* Returns the symbols without a code. */
INLINE uint32_t encode_lane(struct lane *lane, struct codes codes, uint8_t **end) {
  /* 1 if a word is full. Without a branch, because that cannot be predicted. */
  uint32_t full = (lane->held - 1) / WORD, first = lane->first;
  store32(lane->place[first % 4], (uint32_t)lane->bits);
  lane->place[(first + 2) % 4] = *end;
  lane->first = first + full;
  *end += 4 * (size_t)full;
  uint32_t held = lane->held - WORD * full;
  lane->bits = lane->bits >> WORD * full | codes.bits << held;
  lane->held = held + codes.length;
  return codes.escapes;
}

/*
 * B-11: the symbols of a round that are marked. The first three, which mostly are all, without a branch; where
 * there are fewer, what is put too much is overwritten by what follows.
 */
INLINE uint8_t *put_marked(const uint8_t *symbols, uint32_t marks, uint8_t *end) {
  uint64_t rest = marks | (uint64_t)7 << ROUND;
  uint8_t *at = end;
  for (int i = 0; i < 3; i++, rest &= rest - 1) {
    *at++ = symbols[__builtin_ctzll(rest) % ROUND];
  }
  end += __builtin_popcount(marks);
  for (; UNLIKELY(at < end); rest &= rest - 1) {
    *at++ = symbols[__builtin_ctzll(rest)];
  }
  return end;
}

/* Gives each pair of coded symbols an entry, or takes them all away again. */
static void set_pairs(uint32_t *pairs, const uint32_t *one, const uint8_t *coded, size_t count,
                      const bool fill) {
  for (size_t i = 0; i < count; i++) {
    for (size_t j = 0; j < count; j++) {
      uint8_t both[2] = {coded[i], coded[j]};
      pairs[load16(both)] = fill ? pair_by_one(one, both) : 0;
    }
  }
}

/* A hot kernel: eight lanes written out. */
INLINE struct span encode(uint8_t *target, const uint32_t *one, const uint32_t *pairs, const uint8_t *symbols,
                          size_t count, const enum stride stride) {
  uint8_t nowhere[4];
  struct writer out;
  writer_open(&out, target, nowhere, LANES, WORD);
  uint8_t *end = out.end;
  size_t i = 0;
#define BEGIN(l) struct lane lane##l = {0, {nowhere, nowhere, nowhere, nowhere}, 2 * WORD, 0};
  EACH_OF_8(BEGIN)
#define CODES(at) (stride == TWO ? codes_by_two(one, pairs, at) : codes_by_one(one, at))
#define ENCODE(l) escapes |= encode_lane(&lane##l, CODES(symbols + i + R * l), &end) << R * l;
  for (; count - i >= ROUND; i += ROUND) {
    uint32_t escapes = 0;
    EACH_OF_8(ENCODE)
    if (stride == ONE || UNLIKELY(escapes)) {
      end = put_marked(symbols + i, escapes, end);
    }
  }
#define FINISH(l)                                 \
  out.bits[l] = lane##l.bits;                     \
  out.held[l] = lane##l.held;                     \
  out.slot[l] = lane##l.place[lane##l.first % 4]; \
  out.next_slot[l] = lane##l.place[(lane##l.first + 1) % 4];
  EACH_OF_8(FINISH)
  out.end = end;
  encode_last_round(&out, one, symbols + i, count - i, LANES, WORD, R);
  return (struct span){target, (size_t)(out.end - target)};
}

struct span NAME(eight_encode)(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                               size_t count) {
  uint32_t one[256];
  encode_table(c, one);
  uint8_t coded[256];
  size_t coded_count = 0;
  for (unsigned symbol = 0; symbol < 256; symbol++) {
    coded[coded_count] = (uint8_t)symbol;
    coded_count += (one[symbol] & ENCODE_ESCAPE) == 0;
  }
  /* To fill the table and to clear it costs a fraction of what it saves. */
  bool escapes_seldom = c->book->length[ESC] == 0 || c->book->length[ESC] > 6;
  if (escapes_seldom && 4 * coded_count * coded_count <= count) {
    set_pairs(ws->pairs, one, coded, coded_count, true);
    struct span span = encode(ws->out, one, ws->pairs, symbols, count, TWO);
    set_pairs(ws->pairs, one, coded, coded_count, false);
    return span;
  }
  return encode(ws->out, one, ws->pairs, symbols, count, ONE);
}
