/* Encodes payloads of every layout, forwards and in one pass (B-14). */

/* The words of the lanes: bits not yet stored, and the places of the two words that they go to. */
struct writer {
  ulong bits[MOST_LANES];
  uint held[MOST_LANES], slot[MOST_LANES], next_slot[MOST_LANES];
  uint end;
};

/* Before the first round a lane acts as if two full words were behind it, both nowhere: at the start of `out`. */
enum { NOWHERE = 0, PAYLOAD_START = 64 };

inline void open_writer(struct writer *w, uint lanes, uint word) {
  for (uint lane = 0; lane < lanes; lane++) {
    w->bits[lane] = 0;
    w->held[lane] = 2 * word;
    w->slot[lane] = w->next_slot[lane] = NOWHERE;
  }
  w->end = PAYLOAD_START;
}

/* An entry by symbol: code, flag of an escape, length. A few can be added up. */
enum { ONE_CODE = 16, ONE_ESCAPE = 1 << 12, ONE_LENGTH = 63 };

inline void fill_one(const struct coding *c, uint *one) {
  for (uint symbol = 0; symbol < 256; symbol++) {
    uint entry = entry_of(c, symbol);
    one[symbol] = (entry >> ENTRY_CODE) << ONE_CODE | (has_code(c, symbol) ? 0 : ONE_ESCAPE) |
                  (entry & ENTRY_LENGTH);
  }
}

/* Up to r symbols of one lane. Returns the entries of all, one over the other. */
inline uint encode_lane(const uint *one, global const uchar *symbols, uint n, uint w, uint lane,
                        struct writer *out, global uchar *target) {
  store_word(target + out->slot[lane], out->bits[lane], w);
  bool full = out->held[lane] > w;
  out->slot[lane] = full ? out->next_slot[lane] : out->slot[lane];
  out->next_slot[lane] = full ? out->end : out->next_slot[lane];
  out->end += full ? w / 8 : 0;
  ulong bits = out->bits[lane] >> (full ? w : 0);
  uint held = out->held[lane] - (full ? w : 0), flags = 0;
  for (uint i = 0; i < n; i++) {
    uint entry = one[symbols[i]];
    bits |= (ulong)(entry >> ONE_CODE) << held;
    held += entry & ONE_LENGTH;
    flags |= entry;
  }
  out->bits[lane] = bits;
  out->held[lane] = held;
  return flags;
}

inline void encode_round(const struct coding *c, const uint *one, global const uchar *symbols, uint n,
                         struct writer *out, global uchar *target) {
  uint flags = 0;
  for (uint i = 0, lane = 0; i < n; i += c->per_lane, lane++) {
    flags |= encode_lane(one, symbols + i, min(n - i, c->per_lane), c->word, lane, out, target);
  }
  for (uint i = 0; flags & ONE_ESCAPE && i < n; i++) {
    target[out->end] = symbols[i];
    out->end += one[symbols[i]] / ONE_ESCAPE & 1;
  }
}

/* From a round on to the end; returns the end of the payload. */
uint encode_rest(const struct coding *c, const uint *one, global const uchar *symbols, uint first, uint count,
                 struct writer *out, global uchar *target) {
  uint round = c->lanes * c->per_lane;
  for (; first < count; first += round) {
    encode_round(c, one, symbols + first, min(count - first, round), out, target);
  }
  for (uint lane = 0; lane < c->lanes; lane++) {
    store_word(target + out->slot[lane], out->bits[lane], c->word);
    store_word(target + out->next_slot[lane], out->bits[lane] >> c->word, c->word);
  }
  return out->end;
}

/* Eight lanes of 32 bits, short books. */

struct lane {
  ulong bits;
  uint place[4]; /* a ring: of the word that the next bit goes to, of the one after, of one that may come */
  uint held, first;
};

/* What a lane takes in a round: its codes, one after the other, and a bit for each symbol without one. */
struct codes {
  ulong bits;
  uint length, escapes;
};

/* Pairs of symbols, by the numbers of those that have codes; 0 is everybody else's. An entry is the codes and length. */
enum { NUMBERED = 32 };
struct pairs {
  ushort left[256], right[256]; /* numbers times NUMBERED, numbers */
  uint both[NUMBERED * NUMBERED];
};

/* False if that would not be worth it: a block is small, or by its length ESC is due once in 64 symbols or oftener. */
inline bool fill_pairs(const struct coding *c, const uint *one, uint count, struct pairs *pairs) {
  uint numbers = 1, escape = length_of(c->book, ESC);
  if (count < 4 * NUMBERED * NUMBERED || (escape > 0 && escape <= 6)) {
    return false;
  }
  uchar coded[NUMBERED] = {0};
  for (uint symbol = 0; symbol < 256; symbol++) {
    bool is_coded = !(one[symbol] & ONE_ESCAPE);
    if (is_coded && numbers == NUMBERED) {
      return false;
    }
    coded[numbers % NUMBERED] = (uchar)symbol;
    pairs->right[symbol] = is_coded ? numbers : 0;
    pairs->left[symbol] = pairs->right[symbol] * NUMBERED;
    numbers += is_coded;
  }
  for (uint i = 0; i < NUMBERED * NUMBERED; i++) {
    uint a = one[coded[i / NUMBERED]], b = one[coded[i % NUMBERED]];
    bool is_there = i >= NUMBERED && i % NUMBERED != 0;
    uint both = a >> ONE_CODE | (b >> ONE_CODE) << (a & ONE_LENGTH);
    pairs->both[i] = is_there ? both << ONE_CODE | ((a + b) & ONE_LENGTH) : 0;
  }
  return true;
}

INLINE struct codes codes_by_one(const uint *one, global const uchar *symbols) {
  uint a = one[symbols[0]], b = one[symbols[1]], c = one[symbols[2]], d = one[symbols[3]];
  uint left = a >> ONE_CODE | (b >> ONE_CODE) << (a & ONE_LENGTH);
  uint right = c >> ONE_CODE | (d >> ONE_CODE) << (c & ONE_LENGTH);
  struct codes codes = {left | (ulong)right << ((a + b) & ONE_LENGTH), (a + b + c + d) & ONE_LENGTH,
                        (a + 2 * b + 4 * (c + 2 * d)) / ONE_ESCAPE % 16};
  return codes;
}

INLINE struct codes codes_by_two(const uint *one, const struct pairs *pairs, global const uchar *symbols) {
  uint left = pairs->both[pairs->left[symbols[0]] + pairs->right[symbols[1]]];
  uint right = pairs->both[pairs->left[symbols[2]] + pairs->right[symbols[3]]];
  if (left == 0 || right == 0) {
    return codes_by_one(one, symbols);
  }
  struct codes codes = {left >> ONE_CODE | (ulong)(right >> ONE_CODE) << (left & ONE_LENGTH),
                        (left + right) & ONE_LENGTH, 0};
  return codes;
}

/* Returns the symbols without a code. */
INLINE uint encode_four(struct codes codes, struct lane *lane, uint *end, global uchar *target) {
  uint full = (lane->held - 1) / 32, first = lane->first;
  store32(target + lane->place[first % 4], (uint)lane->bits);
  lane->place[(first + 2) % 4] = *end;
  lane->first = first + full;
  *end += 4 * full;
  uint held = lane->held - 32 * full;
  lane->bits = lane->bits >> 32 * full | codes.bits << held;
  lane->held = held + codes.length;
  return codes.escapes;
}

/* The literals of a round. The first three without a branch: what is put too much is overwritten. */
inline uint put_marked(global const uchar *symbols, uint marks, uint end, global uchar *target) {
  ulong rest = marks | 7ul << 32;
  uint at = end;
  for (int i = 0; i < 3; i++, rest &= rest - 1) {
    target[at++] = symbols[lowest(rest) % 32];
  }
  end += popcount(marks);
  for (; at < end; rest &= rest - 1) {
    target[at++] = symbols[lowest(rest)];
  }
  return end;
}

/* The full rounds; returns the first symbol after them. */
INLINE uint encode_eight(const uint *one, const struct pairs *pairs, bool by_two, global const uchar *symbols,
                         uint count, struct writer *out, global uchar *target) {
  uint end = out->end, i = 0;
#define BEGIN(l) struct lane lane##l = {0, {NOWHERE, NOWHERE, NOWHERE, NOWHERE}, 64, 0};
  EACH_OF_8(BEGIN)
#define CODES(at) (by_two ? codes_by_two(one, pairs, at) : codes_by_one(one, at))
#define ENCODE(l) escapes |= encode_four(CODES(symbols + i + 4 * l), &lane##l, &end, target) << 4 * l;
  for (; count - i >= 32; i += 32) {
    uint escapes = 0;
    EACH_OF_8(ENCODE)
    if (!by_two || escapes != 0) {
      end = put_marked(symbols + i, escapes, end, target);
    }
  }
#define FINISH(l)                                   \
  out->bits[l] = lane##l.bits;                      \
  out->held[l] = lane##l.held;                      \
  out->slot[l] = lane##l.place[lane##l.first % 4]; \
  out->next_slot[l] = lane##l.place[(lane##l.first + 1) % 4];
  EACH_OF_8(FINISH)
  out->end = end;
  return i;
}

/* Returns the bytes of the payload, which starts at PAYLOAD_START. */
uint encode_payload(const struct coding *c, global const uchar *symbols, uint count, global uchar *target) {
  uint one[256];
  fill_one(c, one);
  struct writer out;
  open_writer(&out, c->lanes, c->word);
  uint first = 0;
  if (c->lanes == 8 && c->word == 32 && c->per_lane == 4) {
    struct pairs pairs;
    first = fill_pairs(c, one, count, &pairs) ? encode_eight(one, &pairs, true, symbols, count, &out, target)
                                              : encode_eight(one, &pairs, false, symbols, count, &out, target);
  }
  return encode_rest(c, one, symbols, first, count, &out, target) - PAYLOAD_START;
}
