/* Decodes blocks, a work-item each: the checks of B-21 in order, then the payload. */

/* By eight bits: symbol, flag of an escape, length. */
enum { DECODE_SYMBOL = 24, DECODE_ESCAPE = 1 << 6, DECODE_LENGTH = 63 };

/* Eight lanes of 32 bits, short books. An escape leaves a symbol without a code where its literal belongs. */
inline void fill_windows(const struct coding *c, uint *one) {
  uint mask = (1u << c->book[LONGEST]) - 1;
  for (uint window = 0; window < 256; window++) {
    uint entry = c->table[window & mask], t = entry >> ENTRY_CODE;
    uint symbol = bias_invert(t == ESC ? c->book[PLACEHOLDER] : t, c->bias);
    one[window] = symbol << DECODE_SYMBOL | (entry & ENTRY_LENGTH);
  }
}

/* A bit for each byte that is zero, the first byte's lowest. */
inline uint zero_bytes(ulong bytes) {
  const ulong low = 0x7f7f7f7f7f7f7f7ful;
  ulong tops = ~(((bytes & low) + low) | bytes | low);
  return (uint)((tops >> 7) * 0x0102040810204080ul >> 56);
}

inline ulong take_four(const uint *one, ulong *window) {
  ulong bits = *window;
  uint a = one[bits & 255];
  bits >>= a & DECODE_LENGTH;
  uint b = one[bits & 255];
  bits >>= b & DECODE_LENGTH;
  uint c = one[bits & 255];
  bits >>= c & DECODE_LENGTH;
  uint d = one[bits & 255];
  *window = bits >> (d & DECODE_LENGTH);
  return a >> 24 | (b >> 24) << 8 | (c >> 24) << 16 | (d & 0xff000000u);
}

/* Takes a word if one is due: a window holds a lane's unread bits and above them a sentinel. */
inline void refill(global const uchar *payload, ulong *window, uint *next) {
  ulong bits = *window, due = (ulong)((long)(bits - (1ul << 32)) >> 63);
  *window = bits + (((load32(payload + *next) + 0xfffffffful) & due) << (63 - (uint)clz(bits)));
  *next += 4 & (uint)due;
}

/* Two lanes; returns a mark for each symbol that may be an escape. */
inline uint take_eight(global const uchar *payload, const uint *one, ulong placeholders, ulong *left,
                       ulong *right, uint *next, global uchar *symbols) {
  refill(payload, left, next);
  ulong eight = take_four(one, left);
  refill(payload, right, next);
  eight |= take_four(one, right) << 32;
  store64(symbols, eight);
  return zero_bytes(eight ^ placeholders);
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
bool decode_eight(const struct coding *c, global const uchar *payload, uint size, uint count,
                  struct progress *p, global uchar *symbols) {
  uint one[256], next = 0, i = 0;
  fill_windows(c, one);
  const ulong placeholders = 0x0101010101010101ul * bias_invert(c->book[PLACEHOLDER], c->bias);
  bool escapes = length_of(c->book, ESC) > 0, good = true;
#define OPEN(l) ulong w##l = 1;
  EACH_OF_8(OPEN)
#define TAKE(l, m) take_eight(payload, one, placeholders, &w##l, &w##m, &next, symbols + i + 4 * l) << 4 * l
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
#define CLOSE(l)                         \
  p->unread[l] = 63 - (uint)clz(w##l);   \
  p->window[l] = w##l ^ 1ul << p->unread[l];
  EACH_OF_8(CLOSE)
  p->next = next;
  p->first = i;
  return good;
}

struct trouble decode_payload(const struct coding *c, global const uchar *payload, uint size, uint count,
                              global uchar *symbols) {
  bool eight = c->lanes == 8 && c->word == 32 && c->per_lane == 4;
  struct progress p;
  begin(&p, c->lanes);
  if (eight && !decode_eight(c, payload, size, count, &p, symbols)) {
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
                  global uchar *scratch, global uchar *target) {
  struct trouble t = check_frame(block, shelf, most, job);
  if (t.fault) {
    fail(job, t);
    return;
  }
  uint size = job[PAYLOAD], count = job[SYMBOLS], tail = tail_at(job[LAYOUT], size);
  global const uchar *payload = block + payload_at(job[LAYOUT]);
  uint state = crc_bytes(shelf, crc_head(shelf, job, block), payload, size);
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
  t = decode_payload(&c, payload, size, count, scratch);
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
  global uchar *own = scratch + get_global_id(0) * (size_t)scratch_bytes;
  for (uint i = get_global_id(0); i < jobs_here; i += get_global_size(0)) {
    global uint *job = jobs + i * JOB_WORDS;
    global uchar *to = target + job[TARGET_AT];
    decode_block(source + job[SOURCE_AT], shelf, most, job, scratch_bytes == 0 ? to : own, to);
  }
}
