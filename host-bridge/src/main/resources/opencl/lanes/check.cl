/* The checks of B-21 up to the CRC-32C, and blocks that are not coded: a group a block. */
inline void release_plain(global const uint *job, global const uchar *payload, global uchar *target) {
  uint step = job[ID] >> 8 == RAW_SLOT; /* the one byte of a constant block is every symbol */
  for (uint i = get_local_id(0); i < job[SYMBOLS]; i += GROUP) {
    target[i] = payload[i * step];
  }
}

kernel __attribute__((reqd_work_group_size(GROUP, 1, 1))) void
check(global const uchar *source, global const uint *shelf, uint most, global uint *jobs,
      global uchar *target) {
  local uint states[GROUP];
  global uint *job = jobs + get_group_id(1) * JOB_WORDS;
  global const uchar *block = source + job[SOURCE_AT];
  if (get_local_id(0) == 0) {
    struct trouble t = check_frame(block, shelf, most, job);
    fail(job, t);
  }
  barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
  if (job[JOB_FAULT] == OK) { /* for the whole group */
    uint size = job[PAYLOAD], tail = tail_at(job[LAYOUT], size);
    global const uchar *payload = block + payload_at(job[LAYOUT]);
    uint state = crc_group(shelf, crc_head(shelf, job, block), payload, size, states);
    bool good = crc_end(shelf, state, size) == load32(block + tail + 2);
    if (good && job[BOOK] == 0) {
      release_plain(job, payload, target + job[TARGET_AT]);
    }
    if (get_local_id(0) == 0) {
      if (good) {
        succeed(job, job[SYMBOLS]);
      } else {
        fail(job, trouble(CHECKSUM, tail + 2));
      }
    }
  }
}
