/* Writes the payloads of coded blocks at their places (B-09 to B-14), lanes by exchange.cl. */

/* What there is to write and where it goes. */
struct writing {
  local struct table *table;
  global const uchar *symbols;
  uint count;
  global uchar *payload;
};

/* A lane: bits not yet stored, and the places of the two words that they go to. */
struct written_lane {
  struct bits bits;
  uint held, slot, next_slot, symbols;
  int left;
};

#define NOWHERE NONE

inline void put_word(ulong word, uint w, uint slot, global uchar *payload) {
  if (slot != NOWHERE) {
    for (uint byte = 0; byte < w / 8; byte++) {
      payload[slot + byte] = (uchar)(word >> 8 * byte);
    }
  }
}

/* Sixteen symbols from a place on; those past the end are zero. */
INLINE uint4 sixteen_symbols(const struct writing *w, uint at) {
  global const uchar *from = w->symbols + at;
  if (at + 16 <= w->count && (ulong)from % 16 == 0) {
    return *(global const uint4 *)from;
  }
  uint words[4] = {0, 0, 0, 0};
  for (uint i = 0; i < 16; i++) {
    words[i / 4] |= at + i < w->count ? (uint)from[i] << i % 4 * 8 : 0;
  }
  return (uint4)(words[0], words[1], words[2], words[3]);
}

/* Up to `most` neighbours, the first lowest. */
INLINE uint staged_symbols(local const uint4 *stage, uint at, uint most) {
  return most == 1 ? ((local const uchar *)stage)[at] : ((local const uint *)stage)[at / 4] >> at % 4 * 8;
}

/* A lane's part of a round: stores a word that is full, takes the symbols' codes, says which have none. */
INLINE struct said take_symbols(const struct writing *w, const struct shape *shape, uint at,
                                struct written_lane *lane) {
  uint here = symbols_here(lane->left, shape);
  struct said said = {here > 0 && lane->held > shape->word, 0};
  if (said.word) {
    put_word(lane->bits.low, shape->word, lane->slot, w->payload);
    lane->slot = lane->next_slot;
    drop_bits(&lane->bits, shape->word, shape->word);
    lane->held -= shape->word;
  }
  lane->symbols = here == 0 ? 0 : staged_symbols(w->table->stage, at, shape->most);
  for (uint step = 0; step < shape->most; step++) {
    uint entry = step < here ? w->table->entries[lane->symbols >> 8 * step & 255] : 0;
    append_bits(&lane->bits, entry >> 16, lane->held, shape->word);
    lane->held += entry & ENTRY_LENGTH;
    said.escapes |= (entry >> 15 & 1) << step;
  }
  lane->left -= (int)(shape->lanes * shape->per_lane);
  return said;
}

INLINE void put_literals(uint escapes, uint most, uint symbols, global uchar *literals) {
  for (uint step = 0; step < most; step++) {
    if (escapes >> step & 1) {
      *literals++ = (uchar)(symbols >> 8 * step);
    }
  }
}

/* What a lane still holds at the end: two words. */
INLINE void put_rest(const struct writing *w, uint word, const struct written_lane *lane) {
  struct bits bits = lane->bits;
  put_word(bits.low, word, lane->slot, w->payload);
  drop_bits(&bits, word, word);
  put_word(bits.low, word, lane->next_slot, w->payload);
}

/* All of a group come here together. */
INLINE void stage_symbols(const struct writing *w, uint4 own) {
  barrier(CLK_LOCAL_MEM_FENCE); /* those before have been read */
  w->table->stage[get_local_id(0)] = own;
  barrier(CLK_LOCAL_MEM_FENCE);
}

/* The symbols of `batch` rounds are read together, while the rounds before are gone through. */
INLINE void emit_rounds(const struct writing *w, struct shape shape, uint rounds, uint batch) {
  uint item = get_local_id(0), round = shape.lanes * shape.per_lane, step = shape.word / 8, end = 0;
  uint lane = item * shape.per_lane, full = 2 * shape.word;
  struct written_lane a = {{0, 0}, full, NOWHERE, NOWHERE, 0, symbols_from(&shape, item, w->count)};
  struct written_lane b = {{0, 0}, full, NOWHERE, NOWHERE, 0, symbols_from(&shape, item + ROW, w->count)};
  uint4 ahead = sixteen_symbols(w, 16 * item);
  for (uint start = 0; start < rounds; start += batch) {
    stage_symbols(w, ahead);
    ahead = sixteen_symbols(w, (start + batch) * round + 16 * item);
    for (uint turn = start; turn < start + batch; turn++) {
      uint at = (turn - start) * round + lane;
      struct said said_a = take_symbols(w, &shape, at, &a);
      struct said said_b = take_symbols(w, &shape, at + ROW * shape.per_lane, &b);
      struct heard heard = exchange(w->table, turn, &shape, said_a, said_b);
      a.next_slot = heard.word_a ? end + heard.words_before_a * step : a.next_slot;
      b.next_slot = heard.word_b ? end + heard.words_before_b * step : b.next_slot;
      end += heard.words * step;
      if (heard.literals > 0) {
        put_literals(said_a.escapes, shape.most, a.symbols, w->payload + end + heard.literals_before_a);
        put_literals(said_b.escapes, shape.most, b.symbols, w->payload + end + heard.literals_before_b);
        end += heard.literals;
      }
    }
  }
  put_rest(w, shape.word, &a);
  put_rest(w, shape.word, &b);
}

/* By symbol: code, whether a literal follows, length. */
inline uint symbol_entry(const struct coding *c, uint symbol) {
  uint entry = entry_of(c, symbol);
  return (entry >> ENTRY_CODE) << 16 | (has_code(c, symbol) ? 0 : 1 << 15) | (entry & ENTRY_LENGTH);
}

INLINE void emit_group(global const uchar *source, global const uint *shelf, uint count, global uint *jobs,
                       global uchar *target, local uint4 *tables, uint group_kind) {
  uint item = get_local_id(0), row = get_local_size(0), blocks = get_local_size(1);
  uint first = get_group_id(1) * blocks, index = first + get_local_id(1);
  struct group group = group_of(shelf, jobs, first, min(first + blocks, count));
  global const uint *job = jobs + min(index, count - 1) * JOB_WORDS;
  bool is_here = group.kind == group_kind && index < count && goes_in_rounds(job);
  struct coding c = coding_if(is_here, shelf, job);
  struct writing w = {own_table(tables), source + job[SOURCE_AT], is_here ? job[SYMBOLS] : 0,
                      target + job[TARGET_AT] + payload_at(job[LAYOUT])};
  for (uint symbol = item; is_here && symbol < 256; symbol += row) {
    w.table->entries[symbol] = symbol_entry(&c, symbol);
  }
  if (item == 0) {
    clear_table(w.table);
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  uint rounds = group.kind == group_kind ? group.rounds : 0;
  struct shape shape = shape_of(group_kind, &c);
  uint round = shape.lanes * shape.per_lane; /* where it is a constant, a batch is one as well */
  uint batch = group_kind == ANY ? 16 * row / group.round : 16 * min(shape.lanes, (uint)ROW) / round;
  emit_rounds(&w, shape, rounds, batch);
}

KERNELS_OF(emit)
