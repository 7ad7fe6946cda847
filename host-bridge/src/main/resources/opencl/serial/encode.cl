/* Encodes blocks, a work-item each: choice, payload, frame (B-14, B-23 to B-26). */

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
  uint state = crc_payload(shelf, crc_head(shelf, job, block), payload, job[PAYLOAD]);
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
