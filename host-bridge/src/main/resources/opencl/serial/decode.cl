/* Decodes blocks, a work-item each: the checks of B-21 in order, then the payload. */

/* A bit for each byte that is zero, the first byte's lowest. */
inline uint zero_bytes(ulong bytes) {
  const ulong low = 0x7f7f7f7f7f7f7f7ful;
  ulong tops = ~(((bytes & low) + low) | bytes | low);
  return (uint)((tops >> 7) * 0x0102040810204080ul >> 56);
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
