/* What an encoder wants to know of a block at first: the mean (B-06), and whether all symbols are the same. */

/* Sums up to 128 groups of eight symbols: as many as four 16-bit sums can take. */
inline ulong sum_groups(global const uchar *symbols, uint groups, ulong first, ulong *there, ulong *other) {
  const ulong even = 0x00ff00ff00ff00fful, low = 0x7f7f7f7f7f7f7f7ful, ones = 0x0101010101010101ul;
  ulong sums = 0, counts = 0, differ = 0;
  for (uint i = 0; i < groups; i++) {
    ulong group = load64(symbols + 8 * i);
    sums += (group & even) + (group >> 8 & even);
    counts += (((group & low) + low) | group) >> 7 & ones;
    differ |= group ^ first;
  }
  *there += ((counts & even) + (counts >> 8 & even)) * 0x0001000100010001ul >> 48;
  *other |= differ;
  return (sums & 0xffff) + (sums >> 16 & 0xffff) + (sums >> 32 & 0xffff) + (sums >> 48);
}

inline void survey_block(global const uchar *symbols, global uint *job) {
  uint count = job[SOURCE_BYTES], i = 0;
  ulong first = symbols[0] * 0x0101010101010101ul, sum = 0, there = 0, other = 0;
  for (; count - i >= 1024; i += 1024) {
    sum += sum_groups(symbols + i, 128, first, &there, &other);
  }
  sum += sum_groups(symbols + i, (count - i) / 8, first, &there, &other);
  for (i += (count - i) / 8 * 8; i < count; i++) {
    sum += symbols[i];
    there += symbols[i] != 0;
    other |= symbols[i] ^ (first & 255);
  }
  job[MEAN] = there == 0 ? 0 : (uint)(sum / there);
  job[SAME] = other == 0;
}

kernel void survey(global const uchar *source, global const uint *policy, uint jobs_here, global uint *jobs) {
  for (uint i = get_global_id(1); i < jobs_here; i += get_global_size(1)) {
    global uint *job = jobs + i * JOB_WORDS;
    if (is_legal(policy, job[SOURCE_BYTES])) {
      survey_block(source + job[SOURCE_AT], job);
    }
  }
}
