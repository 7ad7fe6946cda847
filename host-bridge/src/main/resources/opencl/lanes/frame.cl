/* Head, tail and what is not coded, around payloads that are in place: a group a block. */
kernel __attribute__((reqd_work_group_size(GROUP, 1, 1))) void
frame(global const uchar *source, global const uint *shelf, global uint *jobs, global uchar *target) {
  local uint states[GROUP];
  global uint *job = jobs + get_group_id(1) * JOB_WORDS;
  if (job[JOB_FAULT] == OK) { /* for the whole group */
    global const uchar *symbols = source + job[SOURCE_AT];
    global uchar *block = target + job[TARGET_AT], *payload = block + payload_at(job[LAYOUT]);
    if (job[BOOK] == 0) {
      for (uint i = get_local_id(0); i < job[PAYLOAD]; i += GROUP) {
        payload[i] = symbols[i];
      }
    }
    if (get_local_id(0) == 0) {
      write_head(job, block);
    }
    barrier(CLK_GLOBAL_MEM_FENCE);
    uint state = crc_group(shelf, crc_head(shelf, job, block), payload, job[PAYLOAD], states);
    if (get_local_id(0) == 0) {
      write_tail(job, crc_end(shelf, state, job[PAYLOAD]), block);
    }
  }
}
