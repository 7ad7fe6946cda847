/* What an encoder wants to know of a block at first: a group a block. */
kernel __attribute__((reqd_work_group_size(GROUP, 1, 1))) void
survey(global const uchar *source, global const uint *policy, global uint *jobs) {
  local uint sum, there, other;
  global uint *job = jobs + get_group_id(1) * JOB_WORDS;
  global const uchar *symbols = source + job[SOURCE_AT];
  uint item = get_local_id(0), count = job[SOURCE_BYTES];
  if (item == 0) {
    sum = there = other = 0;
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  bool legal = is_legal(policy, count);
  uint own_sum = 0, own_there = 0, own_other = 0;
  uint first = legal ? symbols[0] * 0x01010101u : 0, whole = legal ? count / STRETCH * STRETCH : 0;
  bool is_aligned = (ulong)symbols % 4 == 0;
  for (uint i = 4 * item; i < whole; i += STRETCH) {
    uint fours[FOURS];
    load_fours(symbols + i, is_aligned, fours);
    for (uint k = 0; k < FOURS; k++) {
      uint pairs = (fours[k] & 0x00ff00ff) + (fours[k] >> 8 & 0x00ff00ff);
      own_sum += (pairs & 0xffff) + (pairs >> 16);
      own_there += popcount((((fours[k] & 0x7f7f7f7f) + 0x7f7f7f7f) | fours[k]) & 0x80808080);
      own_other |= fours[k] ^ first;
    }
  }
  for (uint i = whole + item; legal && i < count; i += GROUP) {
    own_sum += symbols[i];
    own_there += symbols[i] != 0;
    own_other |= symbols[i] ^ symbols[0];
  }
  atomic_add(&sum, own_sum);
  atomic_add(&there, own_there);
  atomic_or(&other, own_other);
  barrier(CLK_LOCAL_MEM_FENCE);
  if (item == 0) {
    job[MEAN] = there == 0 ? 0 : sum / there;
    job[SAME] = other == 0;
  }
}
