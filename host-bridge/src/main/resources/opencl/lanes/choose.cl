/* Book, bias and size of a block, a group a block; nothing is written yet (B-23 to B-26). */

/* The symbols of the sample (B-25). */
inline void count_sample(global const uchar *symbols, uint count, uint stride, local uint *counts) {
  for (uint i = get_local_id(0); i < 256; i += GROUP) {
    counts[i] = 0;
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  for (uint group = 0; group < count; group += 64 * stride) {
    for (uint i = group + get_local_id(0); i < min(group + 64, count); i += GROUP) {
      atomic_inc(counts + symbols[i]);
    }
  }
  barrier(CLK_LOCAL_MEM_FENCE);
}

/* Adds what a pair costs over some of the counted symbols: every PARTSth from `part` on. */
inline void add_bits(local const uint *counts, global const uint *book, uint bias, uint part, uint parts,
                     local uint *bits) {
  uint own = 0;
  for (uint symbol = part; symbol < 256; symbol += parts) {
    own += counts[symbol] == 0 ? 0 : counts[symbol] * cost_of(book, symbol, bias);
  }
  atomic_add(bits, own);
}

/* The first of the cheapest pairs. GROUP of them at a time, work-items sharing the symbols of each. */
inline uint cheapest_pair(global const uint *policy, global const uint *shelf, uint before,
                          local const uint *counts, local uint *bits, global const uint *job) {
  uint item = get_local_id(0), pairs = policy[CANDIDATES] * policy[BIASES], best = 0, fewest = 0xffffffffu;
  for (uint start = 0; start < pairs; start += GROUP) {
    uint here = min(pairs - start, (uint)GROUP), parts = GROUP / here, pair = start + item % here;
    bits[item] = 0;
    barrier(CLK_LOCAL_MEM_FENCE);
    if (item / here < parts) {
      global const uint *book = book_at(shelf, candidate_of(policy, pair / policy[BIASES])[0]);
      uint bias = bias_of(policy, pair % policy[BIASES], book, job[MEAN], before);
      add_bits(counts, book, bias, item / here, parts, bits + item % here);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    for (uint i = 0; i < here; i++) {
      if (bits[i] < fewest) {
        fewest = bits[i];
        best = start + i;
      }
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  return best;
}

inline void choose_pair(global const uint *policy, global const uint *shelf, uint pair, uint before,
                        global uint *job) {
  if (get_local_id(0) == 0) {
    uint candidate = pair / policy[BIASES];
    global const uint *book = book_at(shelf, candidate_of(policy, candidate)[0]);
    settle(policy, shelf, candidate, bias_of(policy, pair % policy[BIASES], book, job[MEAN], before), job);
  }
  barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
}

/* By symbol, for sums of at most 65,536: length, and above it one for a literal. */
enum { LITERAL_COUNT = 20 };

inline void fill_lengths(const struct coding *c, local uint *lengths) {
  for (uint symbol = get_local_id(0); symbol < 256; symbol += GROUP) {
    lengths[symbol] = (entry_of(c, symbol) & ENTRY_LENGTH) | (has_code(c, symbol) ? 0 : 1 << LITERAL_COUNT);
  }
}

/* Symbols that a work-item takes at a time; a multiple of GROUP times as many is one of every round. */
enum { FOUR = 4 };

/* Symbols that are in no lane's last round: that is the last or the last but one of the block. */
inline uint before_last_rounds(uint round, uint count) {
  uint rounds = (count - 1) / round;
  return rounds < 1 ? 0 : (rounds - 1) * round;
}

/* B-14: a lane writes as many words as its bits before its last round want, and one more. */
inline void measure_lanes(const struct coding *c, global const uchar *symbols, uint count,
                          local const uint *lengths, local uint *bits, local uint *literals) {
  uint item = get_local_id(0), round = c->lanes * c->per_lane;
  bits[item] = 0;
  if (item == 0) {
    *literals = 0;
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  uint lane[FOUR], last[FOUR], before_last[FOUR]; /* the symbol that starts a lane's last round */
  for (uint k = 0; k < FOUR; k++) {
    lane[k] = (item * FOUR + k) % round / c->per_lane;
    uint first = lane[k] * c->per_lane;
    last[k] = first < count ? (count - 1 - first) / round * round : 0;
    before_last[k] = 0;
  }
  bool is_aligned = (ulong)symbols % FOUR == 0;
  uint inner = before_last_rounds(round, count) / STRETCH * STRETCH;
  for (uint i = item * FOUR; i < inner; i += STRETCH) {
    uint fours[FOURS];
    load_fours(symbols + i, is_aligned, fours);
    for (uint k = 0; k < FOURS * FOUR; k++) {
      before_last[k % FOUR] += lengths[fours[k / FOUR] >> 8 * (k % FOUR) & 255];
    }
  }
  uint all = before_last[0] + before_last[1] + before_last[2] + before_last[3];
  for (uint i = inner + item * FOUR; i < count; i += GROUP * FOUR) {
    uint here = min(count - i, (uint)FOUR), four = here == FOUR ? load_four(symbols + i, is_aligned) : 0;
    for (uint k = 0; k < FOUR; k++) {
      uint symbol = here == FOUR ? four >> 8 * k & 255 : symbols[min(i + k, count - 1)];
      uint length = k < here ? lengths[symbol] : 0;
      all += length;
      before_last[k] += i + k < last[k] ? length : 0;
    }
  }
  for (uint k = 0; k < FOUR; k++) {
    atomic_add(bits + lane[k], before_last[k] & ((1 << LITERAL_COUNT) - 1));
  }
  atomic_add(literals, all >> LITERAL_COUNT);
  barrier(CLK_LOCAL_MEM_FENCE);
}

inline uint payload_of(const struct coding *c, uint count, local const uint *bits, uint literals) {
  uint words = 0;
  for (uint lane = 0; lane < c->lanes && lane * c->per_lane < count; lane++) {
    words += (bits[lane] + c->word - 1) / c->word + 1;
  }
  return words * c->word / 8 + literals;
}

/* Without codes, or where codes do not pay. */
inline void settle_block(global const uint *policy, global uint *job) {
  if (becomes_constant(policy, job)) {
    settle_plain(policy, CONSTANT_SLOT, 1, job);
  } else if (policy[CANDIDATES] == 0 || (!policy[STREAMED] && job[PAYLOAD] >= job[SYMBOLS])) {
    settle_plain(policy, RAW_SLOT, job[SYMBOLS], job);
  }
  if (FRAME + job[PAYLOAD] > job[TARGET_ROOM]) {
    fail(job, trouble(OUTPUT_TOO_SMALL, 0));
  } else {
    succeed(job, FRAME + job[PAYLOAD]);
  }
}

kernel __attribute__((reqd_work_group_size(GROUP, 1, 1))) void
choose(global const uchar *source, global const uint *policy, global const uint *shelf, global uint *jobs) {
  local uint table[256], bits[GROUP], literals; /* the counts, then the lengths */
  global uint *job = jobs + get_group_id(1) * JOB_WORDS;
  global const uchar *symbols = source + job[SOURCE_AT];
  uint item = get_local_id(0), count = job[SOURCE_BYTES];
  if (!is_legal(policy, count)) {
    if (item == 0) {
      fail(job, trouble(BAD_ARGUMENT, 0));
    }
    return; /* the whole group does */
  }
  if (policy[CANDIDATES] > 0) {
    uint before = mean_before(policy, jobs, job), pair = 0;
    if (policy[CANDIDATES] * policy[BIASES] > 1) {
      count_sample(symbols, count, policy[STRIDE], table);
      pair = cheapest_pair(policy, shelf, before, table, bits, job);
    }
    choose_pair(policy, shelf, pair, before, job);
    struct coding c = coding_of(shelf, job);
    fill_lengths(&c, table);
    measure_lanes(&c, symbols, count, table, bits, &literals);
    if (item == 0) {
      job[PAYLOAD] = payload_of(&c, count, bits, literals);
    }
  }
  if (item == 0) {
    job[SYMBOLS] = count;
    settle_block(policy, job);
  }
}
