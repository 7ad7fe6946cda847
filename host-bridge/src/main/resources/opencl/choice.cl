/* Book and bias of a block (B-06, B-07, B-25). */

/* The bias that a rule of the policy gives with a book. */
inline uint bias_of(global const uint *policy, uint rule, global const uint *book, uint mean, uint mean_before) {
  global const uint *bias = policy + CANDIDATES_AT + PAIR * (policy[CANDIDATES] + rule);
  if (bias[0] == ABSOLUTE_RULE) {
    return bias[1];
  }
  uint of = bias[0] == PREVIOUS_RULE ? mean_before : mean;
  uint moved = of == 0 ? 0 : (of + 255 - book[CENTER]) % 255;
  return (moved + bias[1]) % 255; /* the host has made it positive */
}

inline uint mean_before(global const uint *policy, global const uint *jobs, global const uint *job) {
  return job[BEFORE] == NONE ? policy[STREAM_MEAN] : jobs[job[BEFORE] * JOB_WORDS + MEAN];
}

inline global const uint *candidate_of(global const uint *policy, uint candidate) {
  return policy + CANDIDATES_AT + PAIR * candidate;
}

/* What a symbol costs in bits. */
inline uint cost_of(global const uint *book, uint symbol, uint bias) {
  uint length = length_of(book, bias_apply(symbol, bias));
  return length > 0 ? length : length_of(book, ESC) + 8;
}

inline void settle(global const uint *policy, global const uint *shelf, uint candidate, uint bias,
                   global uint *job) {
  global const uint *settled = candidate_of(policy, candidate);
  job[BOOK] = settled[0];
  job[ID] = book_at(shelf, settled[0])[BOOK_ID];
  job[LAYOUT] = settled[1] | (policy[STREAMED] ? STREAMED_BIT : 0);
  job[BIAS] = bias;
}

/* Without a book: raw or constant. */
inline void settle_plain(global const uint *policy, uint slot, uint payload, global uint *job) {
  job[BOOK] = 0;
  job[ID] = slot << 8;
  job[LAYOUT] = policy[STREAMED] ? STREAMED_BIT : 0;
  job[BIAS] = 0;
  job[PAYLOAD] = payload;
}

inline bool is_legal(global const uint *policy, uint count) {
  return count >= 1 && count <= (policy[STREAMED] ? MOST_STREAMED_SYMBOLS : MOST_SYMBOLS);
}

inline bool becomes_constant(global const uint *policy, global const uint *job) {
  return policy[CONSTANT] && job[SYMBOLS] > 1 && job[SAME];
}
