/* Decodes the payloads of coded blocks whose checks are good (B-10 to B-13), lanes by exchange.cl. */

/* By a window's low bits: symbol, whether it is an escape, length. */
enum { WINDOW_SYMBOL = 8, WINDOW_ESCAPE = 1 << 7 };

inline uint window_entry(const struct coding *c, uint window) {
  uint entry = c->table[window], t = entry >> ENTRY_CODE;
  return t == ESC ? WINDOW_ESCAPE | (entry & ENTRY_LENGTH)
                  : bias_invert(t, c->bias) << WINDOW_SYMBOL | (entry & ENTRY_LENGTH);
}

/* What there is to read and where it goes. */
struct reading {
  struct coding coding;
  local struct table *table;
  global const uchar *payload;
  uint size;
  global uchar *symbols;
  uint count, mask, is_long;
};

struct read_lane {
  struct bits window;
  uint unread, escapes;
  int left;
};

/* Appends a word to what a lane has; false if the payload has no more. */
INLINE bool take_word(const struct reading *r, uint word, uint at, struct read_lane *lane) {
  bool is_there = at + word / 8 <= r->size;
  append_bits(&lane->window, is_there ? (uint)load_word(r->payload + at, word) : 0, lane->unread, word);
  lane->unread += word;
  return is_there;
}

/* Up to r symbols of a lane, and which of them are escapes. */
INLINE void take_codes_of(const struct reading *r, const struct shape *shape, struct read_lane *lane,
                          global uchar *symbols) {
  uint here = symbols_here(lane->left, shape);
  uint taken = 0;
  lane->escapes = 0;
  for (uint step = 0; step < shape->most; step++) {
    uint window = lane->window.low & r->mask;
    uint entry = step >= here ? 0 : r->is_long ? window_entry(&r->coding, window) : r->table->entries[window];
    uint length = entry & ENTRY_LENGTH;
    drop_bits(&lane->window, length, shape->word);
    lane->unread -= length;
    lane->escapes |= (entry / WINDOW_ESCAPE & 1) << step;
    taken |= (entry >> WINDOW_SYMBOL) << 8 * step;
  }
  store_symbols(symbols, here, shape->most, taken);
  lane->left -= (int)(shape->lanes * shape->per_lane);
}

/* A row of bits for each ROWth symbol, so that no two work-items write to the same word. */
INLINE void mark_coded(const struct coding *c, uint first, local uint *coded) {
  uint bits = 0;
  for (uint symbol = first; symbol < 256; symbol += ROW) {
    bits |= (uint)has_code(c, symbol) << symbol / ROW;
  }
  coded[first] = bits;
}

/* False if a literal is not there or has a code of its own. */
INLINE bool take_literals_of(const struct reading *r, uint at, uint escapes, uint most, global uchar *symbols) {
  bool good = true;
  for (uint step = 0; step < most; step++) {
    if (escapes >> step & 1) {
      uint literal = at < r->size ? r->payload[at] : 0;
      good &= at < r->size && (r->table->coded[literal % ROW] >> literal / ROW & 1) == 0;
      symbols[step] = (uchar)literal;
      at++;
    }
  }
  return good;
}

/* All rounds, the literals of each in the next; false if something is wrong. */
INLINE bool decode_rounds(const struct reading *r, struct shape shape, uint turns) {
  uint item = get_local_id(0), round = shape.lanes * shape.per_lane, step = shape.word / 8, next = 0;
  global uchar *to_a = r->symbols + item * shape.per_lane, *to_b = to_a + ROW * shape.per_lane;
  struct read_lane a = {{0, 0}, 0, 0, symbols_from(&shape, item, r->count)};
  struct read_lane b = {{0, 0}, 0, 0, symbols_from(&shape, item + ROW, r->count)};
  bool good = true;
  for (uint turn = 0; turn < turns; turn++, to_a += round, to_b += round) {
    struct said said_a = {a.left > 0 && a.unread < shape.word, a.escapes};
    struct said said_b = {b.left > 0 && b.unread < shape.word, b.escapes};
    struct heard heard = exchange(r->table, turn, &shape, said_a, said_b);
    if (heard.literals > 0) {
      good &= take_literals_of(r, next + heard.literals_before_a, a.escapes, shape.most, to_a - round);
      good &= take_literals_of(r, next + heard.literals_before_b, b.escapes, shape.most, to_b - round);
      next += heard.literals;
    }
    if (heard.word_a) {
      good &= take_word(r, shape.word, next + heard.words_before_a * step, &a);
    }
    if (heard.word_b) {
      good &= take_word(r, shape.word, next + heard.words_before_b * step, &b);
    }
    next += heard.words * step;
    take_codes_of(r, &shape, &a, to_a);
    take_codes_of(r, &shape, &b, to_b);
  }
  return good && (a.window.low | a.window.high | b.window.low | b.window.high) == 0 && next == r->size;
}

/* The reference says what is wrong with a payload. */
inline void name_fault(const struct coding *c, global const uchar *payload, global uchar *symbols,
                       global uint *job) {
  struct trouble t = decode_all(c, payload, job[PAYLOAD], job[SYMBOLS], symbols);
  fail(job, trouble(t.fault == OK ? INTERNAL : t.fault, payload_at(job[LAYOUT]) + t.at));
}

INLINE void decode_group(global const uchar *source, global const uint *shelf, uint count, global uint *jobs,
                         global uchar *target, local uint4 *tables, uint group_kind) {
  uint item = get_local_id(0), row = get_local_size(0), blocks = get_local_size(1);
  uint first = get_group_id(1) * blocks, index = first + get_local_id(1);
  struct group group = group_of(shelf, jobs, first, min(first + blocks, count));
  global uint *job = jobs + min(index, count - 1) * JOB_WORDS;
  bool is_here = group.kind == group_kind && index < count && goes_in_rounds(job);
  struct coding c = coding_if(is_here, shelf, job);
  struct reading r = {c,
                      own_table(tables),
                      source + job[SOURCE_AT] + payload_at(job[LAYOUT]),
                      is_here ? job[PAYLOAD] : 0,
                      target + job[TARGET_AT],
                      is_here ? job[SYMBOLS] : 0,
                      (1u << c.book[LONGEST]) - 1,
                      group_kind == ANY && c.book[IS_LONG]};
  for (uint window = item; is_here && !r.is_long && window <= r.mask; window += row) {
    r.table->entries[window] = window_entry(&c, window);
  }
  for (uint first_symbol = item; is_here && first_symbol < ROW; first_symbol += row) {
    mark_coded(&c, first_symbol, r.table->coded);
  }
  if (item == 0) {
    clear_table(r.table);
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  uint turns = group.kind == group_kind ? group.rounds + 1 : 0; /* the last is for literals only */
  bool good = decode_rounds(&r, shape_of(group_kind, &c), turns);
  if (!good || c.lanes > (row == ROW ? MOST_LANES : row)) {
    atomic_or(&r.table->wrong, 1);
  }
  barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
  if (is_here && item == 0 && r.table->wrong) {
    name_fault(&c, r.payload, r.symbols, job);
  }
}

KERNELS_OF(decode)
