/* Included by eight.h: encodes its layout, as portable_encode.c does any. */

/* The places of a lane's words in a ring: the one its next bit goes to, the one after, one that may come. */
struct lane {
  uint64_t bits;
  uint8_t *place[4];
  uint32_t held, first;
};

/* Two symbols: their codes at bit 8, one after the other, and the entries' other parts together. */
INLINE uint32_t pair_by_one(const uint32_t *one, const uint8_t *symbols) {
  uint32_t a = one[symbols[0]], b = one[symbols[1]];
  uint32_t codes = a >> ENCODE_CODE | (b >> ENCODE_CODE) << (a & ENCODE_LENGTH);
  return codes << ENCODE_CODE | ((a | b) & ENCODE_ESCAPE) | ((a + b) & ENCODE_LENGTH);
}

static COLD uint32_t seldom_pair(const uint32_t *one, const uint8_t *symbols) {
  return pair_by_one(one, symbols);
}

INLINE uint32_t encode_lane(struct lane *lane, const uint32_t *one, const uint32_t *pairs,
                            const uint8_t *symbols, uint8_t **end, const enum stride stride) {
  uint32_t ab = stride == TWO ? pairs[load16(symbols)] : pair_by_one(one, symbols);
  uint32_t cd = stride == TWO ? pairs[load16(symbols + 2)] : pair_by_one(one, symbols + 2);
  /* An escape has no entry, and neither has a pair of no interest. */
  uint32_t flags = stride == TWO ? 0 : ab | cd;
  if (stride == TWO && UNLIKELY(ab == 0 || cd == 0)) {
    ab = seldom_pair(one, symbols);
    cd = seldom_pair(one, symbols + 2);
    flags = ab | cd;
    ab &= ~(uint32_t)ENCODE_ESCAPE;
    cd &= ~(uint32_t)ENCODE_ESCAPE;
  }
  /* 1 if a word is full. Without a branch, because that cannot be predicted. */
  uint32_t full = (lane->held - 1) / WORD, first = lane->first;
  store32(lane->place[first % 4], (uint32_t)lane->bits);
  lane->place[(first + 2) % 4] = *end;
  lane->first = first + full;
  *end += 4 * (size_t)full;
  uint64_t bits = lane->bits >> WORD * full;
  uint32_t held = lane->held - WORD * full;
  lane->bits = bits | (ab >> ENCODE_CODE | (uint64_t)(cd >> ENCODE_CODE) << (ab & ENCODE_LENGTH)) << held;
  lane->held = held + ((ab + cd) & (stride == TWO ? 0xff : ENCODE_LENGTH));
  return flags;
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
#define ENCODE(l) flags |= encode_lane(&lane##l, one, pairs, symbols + i + R * l, &end, stride);
  for (; count - i >= ROUND; i += ROUND) {
    uint32_t flags = 0;
    EACH_OF_8(ENCODE)
    if (flags & ENCODE_ESCAPE) {
      end = put_literals(one, symbols + i, ROUND, end);
    }
  }
#define FINISH(l)                    \
  out.bits[l] = lane##l.bits;           \
  out.held[l] = lane##l.held;           \
  out.slot[l] = lane##l.place[lane##l.first % 4];           \
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
