/* Encodes blocks, a work-item each: choice, payload, frame (B-14, B-23 to B-26). */

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

/* Returns a bit for each of four symbols without a code. */
inline uint encode_four(const uint *one, global const uchar *symbols, struct lane *lane, uint *end,
                        global uchar *target) {
  uint full = (lane->held - 1) / 32, first = lane->first;
  store32(target + lane->place[first % 4], (uint)lane->bits);
  lane->place[(first + 2) % 4] = *end;
  lane->first = first + full;
  *end += 4 * full;
  uint held = lane->held - 32 * full;
  uint a = one[symbols[0]], b = one[symbols[1]], c = one[symbols[2]], d = one[symbols[3]];
  uint left = a >> ONE_CODE | (b >> ONE_CODE) << (a & ONE_LENGTH);
  uint right = c >> ONE_CODE | (d >> ONE_CODE) << (c & ONE_LENGTH);
  ulong codes = left | (ulong)right << ((a + b) & ONE_LENGTH);
  lane->bits = lane->bits >> 32 * full | codes << held;
  lane->held = held + ((a + b + c + d) & ONE_LENGTH);
  return (a + 2 * b + 4 * (c + 2 * d)) / ONE_ESCAPE % 16;
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
uint encode_eight(const uint *one, global const uchar *symbols, uint count, struct writer *out,
                  global uchar *target) {
  uint end = out->end, i = 0;
#define BEGIN(l) struct lane lane##l = {0, {NOWHERE, NOWHERE, NOWHERE, NOWHERE}, 64, 0};
  EACH_OF_8(BEGIN)
#define ENCODE(l) escapes |= encode_four(one, symbols + i + 4 * l, &lane##l, &end, target) << 4 * l;
  for (; count - i >= 32; i += 32) {
    uint escapes = 0;
    EACH_OF_8(ENCODE)
    end = put_marked(symbols + i, escapes, end, target);
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
  bool eight = c->lanes == 8 && c->word == 32 && c->per_lane == 4;
  uint first = eight ? encode_eight(one, symbols, count, &out, target) : 0;
  return encode_rest(c, one, symbols, first, count, &out, target) - PAYLOAD_START;
}

inline ulong bits_of(const uint *counts, global const uint *book, uint bias) {
  ulong bits = 0;
  for (uint symbol = 0; symbol < 256; symbol++) {
    bits += counts[symbol] == 0 ? 0 : (ulong)counts[symbol] * cost_of(book, symbol, bias);
  }
  return bits;
}

/* B-25: the first pair with the least sum over the sample. */
void choose(global const uchar *symbols, global const uint *policy, global const uint *shelf, uint before,
            global uint *job) {
  bool single = policy[CANDIDATES] == 1 && policy[BIASES] == 1;
  uint counts[256] = {0};
  for (uint group = 0; !single && group < job[SYMBOLS]; group += 64 * policy[STRIDE]) {
    for (uint i = group; i < min(group + 64, job[SYMBOLS]); i++) {
      counts[symbols[i]]++;
    }
  }
  ulong fewest = ULONG_MAX;
  for (uint candidate = 0; candidate < policy[CANDIDATES]; candidate++) {
    global const uint *book = book_at(shelf, candidate_of(policy, candidate)[0]);
    for (uint rule = 0; rule < policy[BIASES]; rule++) {
      uint bias = bias_of(policy, rule, book, job[MEAN], before);
      ulong bits = single ? 0 : bits_of(counts, book, bias);
      if (bits < fewest) {
        fewest = bits;
        settle(policy, shelf, candidate, bias, job);
      }
    }
  }
}

inline void copy(global const uchar *from, uint count, global uchar *to) {
  uint i = 0;
  for (; i + 32 <= count; i += 32) {
    vstore16(vload16(0, from + i), 0, to + i);
    vstore16(vload16(0, from + i + 16), 0, to + i + 16);
  }
  for (; i < count; i++) {
    to[i] = from[i];
  }
}

/* Head and tail around a payload that lies elsewhere, if there is room. */
void frame_block(global const uchar *payload, global const uint *shelf, global uint *job, global uchar *block) {
  if (FRAME + job[PAYLOAD] > job[TARGET_ROOM]) {
    fail(job, trouble(OUTPUT_TOO_SMALL, 0));
    return;
  }
  write_head(job, block);
  copy(payload, job[PAYLOAD], block + payload_at(job[LAYOUT]));
  uint state = crc_bytes(shelf, crc_head(shelf, job, block), payload, job[PAYLOAD]);
  write_tail(job, crc_end(shelf, state, job[PAYLOAD]), block);
  succeed(job, FRAME + job[PAYLOAD]);
}

void encode_block(global const uchar *symbols, global const uint *policy, global const uint *shelf,
                  global const uint *jobs, global uint *job, global uchar *scratch, global uchar *block) {
  uint count = job[SYMBOLS] = job[SOURCE_BYTES];
  if (!is_legal(policy, count)) {
    fail(job, trouble(BAD_ARGUMENT, 0));
    return;
  }
  global const uchar *payload = symbols;
  settle_plain(policy, RAW_SLOT, count, job);
  if (becomes_constant(policy, job)) {
    settle_plain(policy, CONSTANT_SLOT, 1, job);
  } else if (policy[CANDIDATES] > 0) {
    choose(symbols, policy, shelf, mean_before(policy, jobs, job), job);
    struct coding c = coding_of(shelf, job);
    job[PAYLOAD] = encode_payload(&c, symbols, count, scratch);
    payload = scratch + PAYLOAD_START;
    if (!policy[STREAMED] && job[PAYLOAD] >= count) {
      settle_plain(policy, RAW_SLOT, count, job); /* B-26 */
      payload = symbols;
    }
  }
  frame_block(payload, shelf, job, block);
}

kernel void encode(global const uchar *source, global const uint *policy, global const uint *shelf,
                   uint jobs_here, uint scratch_bytes, global uchar *scratch, global uint *jobs,
                   global uchar *target) {
  global uchar *own = scratch + get_global_id(1) * (size_t)scratch_bytes;
  for (uint i = get_global_id(1); i < jobs_here; i += get_global_size(1)) {
    global uint *job = jobs + i * JOB_WORDS;
    encode_block(source + job[SOURCE_AT], policy, shelf, jobs, job, own, target + job[TARGET_AT]);
  }
}
