/* Decodes the payloads of coded blocks whose checks are good (B-10 to B-13), lanes by round.cl. */

/* By a window's low bits: symbol, whether it is an escape, length. */
enum { WINDOW_SYMBOL = 8, WINDOW_ESCAPE = 1 << 7 };

inline uint window_entry(const struct coding *c, uint window) {
  uint entry = c->table[window], t = entry >> ENTRY_CODE;
  return t == ESC ? WINDOW_ESCAPE | (entry & ENTRY_LENGTH)
                  : bias_invert(t, c->bias) << WINDOW_SYMBOL | (entry & ENTRY_LENGTH);
}

struct read_lane {
  ulong window;
  uint unread;
};

/* Up to r symbols of a lane; says which of them are escapes. */
inline uint take_codes_of(const struct coding *c, local const uint *entries, uint count, struct read_lane *lane,
                          global uchar *symbols) {
  uint mask = (1u << c->book[LONGEST]) - 1, escapes = 0;
  for (uint step = 0; step < count; step++) {
    uint window = (uint)lane->window & mask;
    uint entry = c->book[IS_LONG] ? window_entry(c, window) : entries[window];
    lane->window >>= entry & ENTRY_LENGTH;
    lane->unread -= entry & ENTRY_LENGTH;
    escapes |= (entry / WINDOW_ESCAPE & 1) << step;
    symbols[step] = (uchar)(entry >> WINDOW_SYMBOL);
  }
  return escapes;
}

/* True if the literal is there and has no code of its own. */
inline bool take_literal(const struct coding *c, global const uchar *payload, uint size, uint at,
                         global uchar *symbol) {
  if (at >= size) {
    return false;
  }
  *symbol = payload[at];
  return !has_code(c, payload[at]);
}

/* The reference says what is wrong with a payload. */
inline void name_fault(const struct coding *c, global const uchar *payload, global uchar *symbols,
                       global uint *job) {
  struct trouble t = decode_all(c, payload, job[PAYLOAD], job[SYMBOLS], symbols);
  fail(job, trouble(t.fault == OK ? INTERNAL : t.fault, payload_at(job[LAYOUT]) + t.at));
}

kernel void decode(global const uchar *source, global const uint *shelf, uint count, global uint *jobs,
                   global uchar *target) {
  local struct table tables[MOST_BLOCKS];
  uint number = get_local_id(0), column = get_local_id(1), blocks = get_local_size(1);
  uint first = get_group_id(1) * blocks, index = first + column;
  uint rounds = most_rounds(shelf, jobs, first, min(first + blocks, count));
  local struct table *table = tables + column;
  global uint *job = jobs + min(index, count - 1) * JOB_WORDS;
  bool is_coded_here = index < count && job[JOB_FAULT] == OK && job[BOOK] != 0;
  struct coding c = coding_if(is_coded_here, shelf, job);
  for (uint window = number; is_coded_here && !c.book[IS_LONG] && window < 1u << c.book[LONGEST];
       window += get_local_size(0)) {
    table->entries[window] = window_entry(&c, window);
  }
  for (uint turn = number; turn < TURNS; turn += get_local_size(0)) {
    clear_marks(table->turns + turn);
  }
  if (number == 0) {
    table->wrong = 0;
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  uint symbols = is_coded_here ? job[SYMBOLS] : 0, size = is_coded_here ? job[PAYLOAD] : 0;
  uint round = c.lanes * c.per_lane, own = number * c.per_lane, next = 0, escapes = 0;
  global const uchar *payload = source + job[SOURCE_AT] + payload_at(job[LAYOUT]);
  global uchar *to = target + job[TARGET_AT];
  struct read_lane lane = {0, 0};
  bool good = c.lanes <= get_local_size(0);
  for (uint turn = 0; turn <= rounds; turn++) { /* literals of the round before, words and codes of this */
    local struct marks *marks = table->turns + turn % TURNS;
    uint start = turn * round;
    uint here = number < c.lanes && start < symbols ? symbols_of(&c, number, start, symbols) : 0;
    bool is_due = here > 0 && lane.unread < c.word;
    if (is_due) {
      atomic_or(marks->words + number / 32, 1u << number % 32);
    }
    if (escapes != 0) {
      atomic_or(marks->literals + own / 32, escapes << own % 32);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    for (; escapes != 0; escapes &= escapes - 1) {
      uint at = own + lowest(escapes);
      uint literal = next + marks_before(marks->literals, at);
      good &= take_literal(&c, payload, size, literal, to + start - round + at);
    }
    next += marks_of(marks->literals, LITERAL_MARKS);
    if (is_due) {
      uint at = next + marks_before(marks->words, number) * c.word / 8;
      bool is_there = at + c.word / 8 <= size;
      good &= is_there;
      lane.window |= (is_there ? load_word(payload + at, c.word) : 0) << lane.unread;
      lane.unread += c.word;
    }
    next += marks_of(marks->words, WORD_MARKS) * c.word / 8;
    escapes = take_codes_of(&c, table->entries, here, &lane, to + start + own);
    if (number == 0) {
      clear_marks(table->turns + (turn + 2) % TURNS);
    }
  }
  if (!good || lane.window != 0 || next != size) {
    atomic_or(&table->wrong, 1);
  }
  barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
  if (is_coded_here && number == 0 && table->wrong) {
    name_fault(&c, payload, to, job);
  }
}
