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

inline uint bits_of(local const uint *counts, global const uint *book, uint bias) {
  uint bits = 0;
  for (uint symbol = 0; symbol < 256; symbol++) {
    bits += counts[symbol] == 0 ? 0 : counts[symbol] * cost_of(book, symbol, bias);
  }
  return bits;
}

/* Each work-item tries every GROUPth pair; the first of the cheapest is the one. */
inline void choose_pair(global const uint *policy, global const uint *shelf, uint before,
                        local const uint *counts, local uint *fewest, local uint *best, global uint *job) {
  uint item = get_local_id(0), pairs = policy[CANDIDATES] * policy[BIASES];
  fewest[item] = 0xffffffffu;
  best[item] = pairs;
  for (uint pair = item; pair < pairs; pair += GROUP) {
    global const uint *book = book_at(shelf, candidate_of(policy, pair / policy[BIASES])[0]);
    uint bias = bias_of(policy, pair % policy[BIASES], book, job[MEAN], before);
    uint bits = pairs == 1 ? 0 : bits_of(counts, book, bias);
    if (bits < fewest[item]) {
      fewest[item] = bits;
      best[item] = pair;
    }
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  if (item == 0) {
    for (uint i = 1; i < GROUP; i++) {
      if (fewest[i] < fewest[0] || (fewest[i] == fewest[0] && best[i] < best[0])) {
        fewest[0] = fewest[i];
        best[0] = best[i];
      }
    }
    uint candidate = best[0] / policy[BIASES];
    global const uint *book = book_at(shelf, candidate_of(policy, candidate)[0]);
    uint bias = bias_of(policy, best[0] % policy[BIASES], book, job[MEAN], before);
    settle(policy, shelf, candidate, bias, job);
  }
  barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
}

/*
 * B-14: a lane writes as many words as its bits before its last round want, and one more. A work-item takes
 * symbols that all belong to one lane: neighbours, as many as a round has for each.
 */
inline void measure_lanes(const struct coding *c, global const uchar *symbols, uint count, local uint *bits,
                          local uint *literals) {
  uint item = get_local_id(0), round = c->lanes * c->per_lane, run = max(round / GROUP, 1u);
  if (item < MOST_LANES) {
    bits[item] = 0;
  }
  if (item == 0) {
    *literals = 0;
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  uint own_bits = 0, own_literals = 0, lane = item * run % round / c->per_lane;
  for (uint i = item * run; i < count; i += GROUP * run) {
    /* Whether the lane has a symbol in the round after this one. */
    uint next = (i / round + 1) * round + lane * c->per_lane;
    for (uint step = 0; step < run && i + step < count; step++) {
      own_bits += next < count ? entry_of(c, symbols[i + step]) & ENTRY_LENGTH : 0;
      own_literals += !has_code(c, symbols[i + step]);
    }
  }
  atomic_add(bits + lane, own_bits);
  atomic_add(literals, own_literals);
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
  local uint counts[256], fewest[GROUP], best[GROUP], bits[MOST_LANES], literals;
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
    count_sample(symbols, count, policy[STRIDE], counts);
    choose_pair(policy, shelf, mean_before(policy, jobs, job), counts, fewest, best, job);
    struct coding c = coding_of(shelf, job);
    measure_lanes(&c, symbols, count, bits, &literals);
    if (item == 0) {
      job[PAYLOAD] = payload_of(&c, count, bits, literals);
    }
  }
  if (item == 0) {
    job[SYMBOLS] = count;
    settle_block(policy, job);
  }
}
