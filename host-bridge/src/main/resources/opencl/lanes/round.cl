/*
 * Lanes that go through rounds together. A group has blocks side by side, a column each, a lane a work-item.
 * In each round a lane says what it takes of the payload; after one barrier all know where it is.
 */
enum { MOST_BLOCKS = 8, TURNS = 3 };
enum { WORD_MARKS = MOST_LANES / 32, LITERAL_MARKS = MOST_LANES * MOST_PER_LANE / 32 };

/* Which lanes take a word, and which symbols a literal. */
struct marks {
  uint words[WORD_MARKS];
  uint literals[LITERAL_MARKS];
};

/* Marks are said before a barrier, read after it, and cleared after the next: three sets take turns. */
/* What a block's lanes share. */
struct table {
  struct marks turns[TURNS];
  uint entries[256];
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

/* A coding that does nothing stands for none. */
inline struct coding coding_if(bool there, global const uint *shelf, global const uint *job) {
  struct coding none = {shelf, shelf, 0, 1, 8, 1};
  if (there) {
    return coding_of(shelf, job);
  }
  return none;
}

/* Rounds of the longest block of a group: all its work-items have to meet in each of them. */
inline uint most_rounds(global const uint *shelf, global const uint *jobs, uint first, uint end) {
  uint most = 0;
  for (uint i = first; i < end; i++) {
    global const uint *job = jobs + i * JOB_WORDS;
    if (job[JOB_FAULT] == OK && job[BOOK] != 0) {
      struct coding c = coding_of(shelf, job);
      uint round = c.lanes * c.per_lane;
      most = max(most, (job[SYMBOLS] + round - 1) / round);
    }
  }
  return most;
}
