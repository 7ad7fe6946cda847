/* Writes the payloads of coded blocks at their places (B-09 to B-14), lanes by round.cl. */

/* A lane: bits not yet stored, and the places of the two words that they go to. */
struct written_lane {
  ulong bits;
  uint held, slot, next_slot;
};

#define NOWHERE NONE

inline void put_word(ulong word, uint w, uint slot, global uchar *payload) {
  if (slot != NOWHERE) {
    for (uint byte = 0; byte < w / 8; byte++) {
      payload[slot + byte] = (uchar)(word >> 8 * byte);
    }
  }
}

/* Codes of a lane's symbols in a round; says which of them have none. */
inline uint take_symbols(local const uint *entries, global const uchar *symbols, uint count,
                         struct written_lane *lane) {
  uint escapes = 0;
  for (uint step = 0; step < count; step++) {
    uint entry = entries[symbols[step]];
    lane->bits |= (ulong)(entry >> 16) << lane->held;
    lane->held += entry & ENTRY_LENGTH;
    escapes |= (entry >> 15 & 1) << step;
  }
  return escapes;
}

kernel void emit(global const uchar *source, global const uint *shelf, uint count, global uint *jobs,
                 global uchar *target) {
  local struct table tables[MOST_BLOCKS];
  uint number = get_local_id(0), column = get_local_id(1), blocks = get_local_size(1);
  uint first = get_group_id(1) * blocks, index = first + column;
  uint rounds = most_rounds(shelf, jobs, first, min(first + blocks, count));
  local struct table *table = tables + column;
  global const uint *job = jobs + min(index, count - 1) * JOB_WORDS;
  bool is_coded_here = index < count && job[JOB_FAULT] == OK && job[BOOK] != 0;
  struct coding c = coding_if(is_coded_here, shelf, job);
  if (is_coded_here) {
    for (uint symbol = number; symbol < 256; symbol += get_local_size(0)) {
      uint entry = entry_of(&c, symbol);
      table->entries[symbol] =
          (entry >> ENTRY_CODE) << 16 | (has_code(&c, symbol) ? 0 : 1 << 15) | (entry & ENTRY_LENGTH);
    }
  }
  for (uint turn = number; turn < TURNS; turn += get_local_size(0)) {
    clear_marks(table->turns + turn);
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  uint symbols = is_coded_here ? job[SYMBOLS] : 0, round = c.lanes * c.per_lane, end = 0;
  global const uchar *from = source + job[SOURCE_AT];
  global uchar *payload = target + job[TARGET_AT] + payload_at(job[LAYOUT]);
  struct written_lane lane = {0, 2 * c.word, NOWHERE, NOWHERE};
  for (uint turn = 0; turn < rounds; turn++) {
    local struct marks *marks = table->turns + turn % TURNS;
    uint start = turn * round;
    uint here = number < c.lanes && start < symbols ? symbols_of(&c, number, start, symbols) : 0;
    bool full = here > 0 && lane.held > c.word;
    uint escapes = 0;
    if (full) {
      put_word(lane.bits, c.word, lane.slot, payload);
      lane.slot = lane.next_slot;
      lane.bits >>= c.word;
      lane.held -= c.word;
      atomic_or(marks->words + number / 32, 1u << number % 32);
    }
    if (here > 0) {
      escapes = take_symbols(table->entries, from + start + number * c.per_lane, here, &lane);
      uint at = number * c.per_lane;
      if (escapes != 0) {
        atomic_or(marks->literals + at / 32, escapes << at % 32);
      }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    uint words = marks_of(marks->words, WORD_MARKS);
    if (full) {
      lane.next_slot = end + marks_before(marks->words, number) * c.word / 8;
    }
    end += words * c.word / 8;
    for (; escapes != 0; escapes &= escapes - 1) {
      uint at = number * c.per_lane + lowest(escapes);
      payload[end + marks_before(marks->literals, at)] = from[start + at];
    }
    end += marks_of(marks->literals, LITERAL_MARKS);
    if (number == 0) {
      clear_marks(table->turns + (turn + 2) % TURNS);
    }
  }
  put_word(lane.bits, c.word, lane.slot, payload);
  put_word(lane.bits >> c.word, c.word, lane.next_slot, payload);
}
