/*
 * What the lanes of a block tell each other in a round. A group has blocks side by side, a row of work-items
 * for each; a work-item has up to two lanes of its block: its own number, and that number after a whole row.
 */
enum { ROW = 32, TABLE_BYTES = 1792 };

/* How symbols are dealt out to lanes; no lane of a group has more than `most` in a round. */
struct shape {
  uint lanes, word, per_lane, most;
};

/* Which lanes take a word, and which symbols are escapes: a bit for each of a lane's symbols. */
struct said {
  uint word, escapes;
};

/* What of it lies before a work-item's lanes a and b, and in all; and again whether these take a word. */
struct heard {
  uint word_a, word_b;
  uint words_before_a, words_before_b, words;
  uint literals_before_a, literals_before_b, literals;
};

#ifdef cl_nv_pragma_unroll /* NVIDIA's compiler has no sub-groups, but its warps of 32 can vote. */

struct table {
  uint4 stage[ROW];
  uint entries[256];
  uint coded[ROW];
  uint wrong;
};

inline void clear_table(local struct table *table) { table->wrong = 0; }

/*
 * A condition that was voted on must be taken from the votes afterwards: the compiler may otherwise make two
 * copies of the vote, one where it holds and one where it does not, and half a warp would wait in each.
 */
inline uint vote(uint yes) {
  uint votes;
  __asm__ volatile("{ .reg .pred p; setp.ne.u32 p, %1, 0; vote.sync.ballot.b32 %0, p, 0xffffffff; }"
                   : "=r"(votes)
                   : "r"(yes));
  return votes;
}

/* Every work-item of a group comes here in every round. */
INLINE struct heard exchange(local struct table *table, uint turn, const struct shape *shape, struct said a,
                             struct said b) {
  uint row = get_local_size(0), shift = get_local_id(1) * row % ROW, mask = 0xffffffffu >> (ROW - row);
  uint item = get_local_id(0), before = (1u << item) - 1, has_b = shape->lanes > ROW;
  uint of_a = vote(a.word) >> shift & mask, of_b = has_b ? vote(b.word) : 0, literals_a = 0;
  struct heard h = {of_a >> item & 1, of_b >> item & 1,
                    popcount(of_a & before), popcount(of_a) + popcount(of_b & before),
                    popcount(of_a) + popcount(of_b), 0, 0, 0};
  uint steps = shape->most == 1 || vote(a.escapes | b.escapes) != 0 ? shape->most : 0;
  for (uint step = 0; step < steps; step++) {
    of_a = vote(a.escapes >> step & 1) >> shift & mask;
    of_b = has_b ? vote(b.escapes >> step & 1) : 0;
    literals_a += popcount(of_a);
    h.literals_before_a += popcount(of_a & before);
    h.literals_before_b += popcount(of_b & before);
    h.literals += popcount(of_a) + popcount(of_b);
  }
  h.literals_before_b += literals_a;
  return h;
}

#else

enum { TURNS = 3, WORD_MARKS = MOST_LANES / 32, LITERAL_MARKS = MOST_LANES * MOST_PER_LANE / 32 };

/* Marks are said before a barrier, read after it, and cleared after the next: three sets take turns. */
struct marks {
  uint words[WORD_MARKS];
  uint literals[LITERAL_MARKS];
};

struct table {
  uint4 stage[ROW];
  struct marks turns[TURNS];
  uint entries[256];
  uint coded[ROW];
  uint wrong;
};

inline void clear_marks(local struct marks *marks) {
  for (uint i = 0; i < WORD_MARKS; i++) {
    marks->words[i] = 0;
  }
  for (uint i = 0; i < LITERAL_MARKS; i++) {
    marks->literals[i] = 0;
  }
}

inline void clear_table(local struct table *table) {
  table->wrong = 0;
  for (uint turn = 0; turn < TURNS; turn++) {
    clear_marks(table->turns + turn);
  }
}

inline uint marks_before(local const uint *marks, uint bit) {
  uint count = popcount(marks[bit / 32] & ((1u << bit % 32) - 1));
  for (uint i = 0; i < bit / 32; i++) {
    count += popcount(marks[i]);
  }
  return count;
}

inline uint marks_of(local const uint *marks, uint words) {
  uint count = 0;
  for (uint i = 0; i < words; i++) {
    count += popcount(marks[i]);
  }
  return count;
}

inline void mark(local struct marks *marks, uint lane, uint per_lane, struct said said) {
  if (said.word) {
    atomic_or(marks->words + lane / 32, 1u << lane % 32);
  }
  if (said.escapes != 0) {
    atomic_or(marks->literals + lane * per_lane / 32, said.escapes << lane * per_lane % 32);
  }
}

/* Every work-item of a group comes here in every round. */
INLINE struct heard exchange(local struct table *table, uint turn, const struct shape *shape, struct said a,
                             struct said b) {
  local struct marks *marks = table->turns + turn % TURNS;
  uint per_lane = shape->per_lane, lane_a = get_local_id(0), lane_b = lane_a + ROW;
  mark(marks, lane_a, per_lane, a);
  mark(marks, lane_b, per_lane, b);
  barrier(CLK_LOCAL_MEM_FENCE);
  struct heard h;
  h.word_a = a.word;
  h.word_b = b.word;
  h.words_before_a = marks_before(marks->words, lane_a);
  h.words_before_b = marks_before(marks->words, lane_b);
  h.words = marks_of(marks->words, WORD_MARKS);
  h.literals_before_a = marks_before(marks->literals, lane_a * per_lane);
  h.literals_before_b = marks_before(marks->literals, lane_b * per_lane);
  h.literals = marks_of(marks->literals, LITERAL_MARKS);
  if (lane_a == 0) {
    clear_marks(table->turns + (turn + 2) % TURNS);
  }
  return h;
}
#endif

/* The host gives each block's row TABLE_BYTES. */
typedef char table_fits[sizeof(struct table) <= TABLE_BYTES ? 1 : -1];

inline local struct table *own_table(local uint4 *tables) {
  return (local struct table *)(tables + get_local_id(1) * (TABLE_BYTES / 16));
}
