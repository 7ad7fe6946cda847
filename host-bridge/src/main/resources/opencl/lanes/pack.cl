/* Gives each block that became one its place behind those before it: one group for all jobs. */
enum { PACKERS = 256 };

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
  for (uint i = from; i < to; i++) {
    jobs[i * JOB_WORDS + TARGET_AT] = at;
    at += jobs[i * JOB_WORDS + BYTES];
  }
}
