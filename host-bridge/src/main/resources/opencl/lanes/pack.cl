/* Gives each block that became one its place behind those before it: one group for all jobs. */
enum { PACKERS = 256, AHEAD = 8 };

kernel __attribute__((reqd_work_group_size(PACKERS, 1, 1))) void pack(uint count, global uint *jobs) {
  local uint sums[PACKERS];
  uint item = get_local_id(0), share = (count + PACKERS - 1) / PACKERS;
  uint from = min(item * share, count), to = min(from + share, count), sum = 0;
  for (uint i = from; i < to; i++) {
    sum += jobs[i * JOB_WORDS + BYTES];
  }
  sums[item] = sum;
  barrier(CLK_LOCAL_MEM_FENCE);
  uint at = 0;
  for (uint i = 0; i < item; i++) {
    at += sums[i];
  }
  for (uint i = from; i < to; i += AHEAD) {
    uint bytes[AHEAD]; /* read together, for a read waits for every write before it */
    for (uint k = 0; k < AHEAD; k++) {
      bytes[k] = i + k < to ? jobs[(i + k) * JOB_WORDS + BYTES] : 0;
    }
    for (uint k = 0; k < AHEAD && i + k < to; k++) {
      jobs[(i + k) * JOB_WORDS + TARGET_AT] = at;
      at += bytes[k];
    }
  }
}
