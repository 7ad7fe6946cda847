/* Decodes blocks, a work-item each: the checks of B-21 in order, then the payload. */

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

/* A bit for each byte that is zero, the first byte's lowest. */
inline uint zero_bytes(ulong bytes) {
  const ulong low = 0x7f7f7f7f7f7f7f7ful;
  ulong tops = ~(((bytes & low) + low) | bytes | low);
  return (uint)((tops >> 7) * 0x0102040810204080ul >> 56);
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

/* Takes a word if one is due: a window holds a lane's unread bits and above them a sentinel. */
inline void refill(global const uchar *payload, ulong *window, uint *next) {
  ulong bits = *window, due = (ulong)((long)(bits - (1ul << 32)) >> 63);
  *window = bits + (((load32(payload + *next) + 0xfffffffful) & due) << (63 - (uint)clz(bits)));
  *next += 4 & (uint)due;
}

/* Two lanes; returns a mark for each symbol that may be an escape. */
INLINE uint take_eight(global const uchar *payload, const struct windows *w, bool by_two, ulong placeholders,
                       ulong *left, ulong *right, uint *next, global uchar *symbols) {
  uint flags = 0;
  refill(payload, left, next);
  ulong eight = take_four(w, by_two, left, &flags);
  refill(payload, right, next);
  eight |= take_four(w, by_two, right, &flags) << 32;
  store64(symbols, eight);
  return !by_two || flags & DECODE_ESCAPE ? zero_bytes(eight ^ placeholders) : 0;
}

/* The literals of a round; false if one has a code of its own. */
inline bool take_marked(const struct coding *c, global const uchar *literals, uint marks,
                        global uchar *symbols) {
  bool good = true;
  for (; marks != 0; marks &= marks - 1) {
    uint literal = *literals++;
    good &= !has_code(c, literal);
    symbols[lowest(marks)] = (uchar)literal;
  }
  return good;
}

/* Rounds that are full and surely there, their bytes too; false if a literal is wrong. */
INLINE bool decode_eight(const struct coding *c, const struct windows *w, bool by_two,
                         global const uchar *payload, uint size, uint count, struct progress *p,
                         global uchar *symbols) {
  uint next = 0, i = 0;
  const ulong placeholders = 0x0101010101010101ul * bias_invert(c->book[PLACEHOLDER], c->bias);
  bool escapes = length_of(c->book, ESC) > 0, good = true;
#define OPEN(l) ulong w##l = 1;
  EACH_OF_8(OPEN)
#define TAKE(l, m) \
  take_eight(payload, w, by_two, placeholders, &w##l, &w##m, &next, symbols + i + 4 * l) << 4 * l
  for (; count - i >= 32 && size - next >= 64 && good; i += 32) {
    uint marks = TAKE(0, 1);
    marks |= TAKE(2, 3);
    marks |= TAKE(4, 5);
    marks |= TAKE(6, 7);
    if (escapes && marks != 0) {
      good = take_marked(c, payload + next, marks, symbols + i);
      next += popcount(marks);
    }
  }
#define CLOSE(l)                       \
  p->unread[l] = 63 - (uint)clz(w##l); \
  p->window[l] = w##l ^ 1ul << p->unread[l];
  EACH_OF_8(CLOSE)
  p->next = next;
  p->first = i;
  return good;
}

/* The literals of a round of short books: wherever a symbol without a code was left. */
inline bool take_placeholders(const struct coding *c, uchar placeholder, global const uchar *payload,
                              uint count, uint *next, global uchar *symbols) {
  bool good = true;
  for (uint i = 0; i < count; i++) {
    if (symbols[i] == placeholder) {
      symbols[i] = payload[(*next)++];
      good &= !has_code(c, symbols[i]);
    }
  }
  return good;
}

/* The same for any layout of short books, with words of `word` bits. */
INLINE bool decode_short(const struct coding *c, const struct windows *w, uint word,
                         global const uchar *payload, uint size, uint count, struct progress *p,
                         global uchar *symbols) {
  uint round = c->lanes * (word / 8), most = 2 * round; /* bytes that a round takes (B-10) */
  uchar placeholder = (uchar)bias_invert(c->book[PLACEHOLDER], c->bias);
  bool escapes = length_of(c->book, ESC) > 0, good = true;
  for (; count - p->first >= round && size - p->next >= most && good; p->first += round) {
    global uchar *to = symbols + p->first;
    uint next = p->next;
    for (uint lane = 0; lane < c->lanes; lane++) {
      uint unread = p->unread[lane], due = unread < word;
      ulong bits = p->window[lane] | (due ? load_word(payload + next, word) : 0) << unread;
      unread += due ? word : 0;
      next += due ? word / 8 : 0;
      for (uint step = 0; step < word / 8; step++) {
        uint entry = w->one[bits & 255];
        bits >>= entry & DECODE_LENGTH;
        unread -= entry & DECODE_LENGTH;
        *to++ = (uchar)(entry >> DECODE_SYMBOL);
      }
      p->window[lane] = bits;
      p->unread[lane] = unread;
    }
    if (escapes) {
      good = take_placeholders(c, placeholder, payload, round, &next, symbols + p->first);
    }
    p->next = next;
  }
  return good;
}

/* As many rounds as can be decoded quickly; false if one of them is wrong. */
inline bool decode_most(const struct coding *c, uint book, struct windows *w, global const uchar *payload,
                        uint size, uint count, struct progress *p, global uchar *symbols) {
  if (c->book[IS_LONG]) {
    return true; /* none */
  }
  fill_one_by_eight(c, w->one);
  if (c->lanes == 8 && c->word == 32) {
    return reads_by_two(c, book, count, w) ? decode_eight(c, w, true, payload, size, count, p, symbols)
                                           : decode_eight(c, w, false, payload, size, count, p, symbols);
  }
  return c->word == 8    ? decode_short(c, w, 8, payload, size, count, p, symbols)
         : c->word == 16 ? decode_short(c, w, 16, payload, size, count, p, symbols)
                         : decode_short(c, w, 32, payload, size, count, p, symbols);
}

struct trouble decode_payload(const struct coding *c, uint book, struct windows *w,
                              global const uchar *payload, uint size, uint count, global uchar *symbols) {
  struct progress p;
  begin(&p, c->lanes);
  if (!decode_most(c, book, w, payload, size, count, &p, symbols)) {
    begin(&p, c->lanes); /* to meet the fault where it is */
  }
  return decode_rest(c, payload, size, count, &p, symbols);
}

inline void fill(uchar symbol, uint count, global uchar *to) {
  for (uint i = 0; i < count; i++) {
    to[i] = symbol;
  }
}

/* `scratch`: where symbols are until all of them are good (B-22); the target itself if that may be written. */
void decode_block(global const uchar *block, global const uint *shelf, uint most, global uint *job,
                  struct windows *w, global uchar *scratch, global uchar *target) {
  struct trouble t = check_frame(block, shelf, most, job);
  if (t.fault) {
    fail(job, t);
    return;
  }
  uint size = job[PAYLOAD], count = job[SYMBOLS], tail = tail_at(job[LAYOUT], size);
  global const uchar *payload = block + payload_at(job[LAYOUT]);
  uint state = crc_payload(shelf, crc_head(shelf, job, block), payload, size);
  if (crc_end(shelf, state, size) != load32(block + tail + 2)) {
    fail(job, trouble(CHECKSUM, tail + 2));
    return;
  }
  if (job[BOOK] == 0) {
    if (job[ID] >> 8 == RAW_SLOT) {
      copy(payload, count, target);
    } else {
      fill(*payload, count, target);
    }
    succeed(job, count);
    return;
  }
  struct coding c = coding_of(shelf, job);
  t = decode_payload(&c, job[BOOK], w, payload, size, count, scratch);
  if (t.fault) {
    fail(job, trouble(t.fault, payload_at(job[LAYOUT]) + t.at));
    return;
  }
  if (scratch != target) {
    copy(scratch, count, target);
  }
  succeed(job, count);
}

/* `scratch_bytes`: of a work-item; 0 if the target may be written before a block is found good. */
kernel void decode(global const uchar *source, global const uint *shelf, uint most, uint jobs_here,
                   uint scratch_bytes, global uchar *scratch, global uint *jobs, global uchar *target) {
  global uchar *own = scratch + get_global_id(1) * (size_t)scratch_bytes;
  struct windows w;
  w.book = 0;
  for (uint i = get_global_id(1); i < jobs_here; i += get_global_size(1)) {
    global uint *job = jobs + i * JOB_WORDS;
    global uchar *to = target + job[TARGET_AT];
    decode_block(source + job[SOURCE_AT], shelf, most, job, &w, scratch_bytes == 0 ? to : own, to);
  }
}
