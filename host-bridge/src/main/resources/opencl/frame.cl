/* Head and tail around a payload (B-15 to B-17), and the checks of B-21 up to the CRC-32C. */
inline struct trouble trouble(uint fault, uint at) {
  struct trouble t = {fault, at};
  return t;
}

inline bool is_coded(uint slot) { return slot != RAW_SLOT && slot != CONSTANT_SLOT; }
inline bool is_streamed(global const uint *job) { return (job[LAYOUT] & STREAMED_BIT) != 0; }
inline uint payload_at(uint modes) { return modes & STREAMED_BIT ? HEAD : FRAME; }
inline uint tail_at(uint modes, uint payload) { return modes & STREAMED_BIT ? HEAD + payload : HEAD; }

/* The number of a book on the shelf, from 1; 0 if it is not there. */
inline uint find_book(global const uint *shelf, uint id) {
  uint low = 0, high = shelf[COUNT_AT];
  while (low < high) {
    uint middle = (low + high) / 2;
    if (book_at(shelf, middle + 1)[BOOK_ID] < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < shelf[COUNT_AT] && book_at(shelf, low + 1)[BOOK_ID] == id ? low + 1 : 0;
}

/* Checks 2 to 6. */
struct trouble check_head(global const uchar *block, global const uint *shelf, global uint *job) {
  uint slot = block[0], epoch = block[1], modes = block[2], bias = block[3];
  if (modes >> 6 != FORMAT_VERSION) {
    return trouble(UNSUPPORTED_VERSION, 2);
  }
  if (!is_coded(slot)) {
    if ((modes & LAYOUT_BITS) != 0) {
      return trouble(RESERVED_NONZERO, 2);
    }
    return epoch != 0 ? trouble(RESERVED_NONZERO, 1) : trouble(bias != 0 ? RESERVED_NONZERO : OK, 3);
  }
  if ((modes & 7) == 7 || (modes >> 3 & 3) == 3) {
    return trouble(RESERVED_NONZERO, 2);
  }
  job[BOOK] = find_book(shelf, slot << 8 | epoch);
  if (job[BOOK] == 0) {
    return trouble(CODEBOOK_UNKNOWN, 0);
  }
  if (book_at(shelf, job[BOOK])[IS_LONG] && (modes >> 3 & 3) == 0) {
    return trouble(LANE_LAYOUT, 2);
  }
  return trouble(bias > 254 ? BAD_FIELD : OK, 3);
}

/* Check 8: B-18 to B-20. */
inline struct trouble check_sizes(global const uint *job, uint slot, bool streamed, uint tail) {
  uint symbols = job[SYMBOLS], payload = job[PAYLOAD];
  if ((streamed && symbols > MOST_STREAMED_SYMBOLS) || (slot == CONSTANT_SLOT && symbols < 2)) {
    return trouble(BAD_FIELD, 4);
  }
  bool legal = slot == RAW_SLOT        ? payload == symbols
               : slot == CONSTANT_SLOT ? payload == 1
                                       : streamed || payload < symbols;
  return trouble(legal ? OK : BAD_FIELD, tail);
}

/* Checks 1 to 12; the job then knows book, layout, bias and sizes. */
struct trouble check_frame(global const uchar *block, global const uint *shelf, uint most, global uint *job) {
  uint size = job[SOURCE_BYTES];
  job[BOOK] = 0;
  if (size < HEAD) {
    return trouble(TRUNCATED, size);
  }
  struct trouble t = check_head(block, shelf, job);
  if (t.fault) {
    return t;
  }
  if (size < FRAME) {
    return trouble(TRUNCATED, size);
  }
  bool streamed = (block[2] & STREAMED_BIT) != 0;
  uint tail = streamed ? size - TAIL : HEAD;
  job[ID] = (uint)block[0] << 8 | block[1];
  job[LAYOUT] = block[2] & (LAYOUT_BITS | STREAMED_BIT);
  job[BIAS] = block[3];
  job[SYMBOLS] = load16(block + 4) + 1;
  job[PAYLOAD] = load16(block + tail) + 1;
  t = check_sizes(job, block[0], streamed, tail);
  if (t.fault) {
    return t;
  }
  if (job[SYMBOLS] > most) {
    return trouble(LIMIT_EXCEEDED, 4);
  }
  if (job[PAYLOAD] > size - FRAME) {
    return trouble(TRUNCATED, size);
  }
  if (job[PAYLOAD] < size - FRAME) {
    return trouble(TRAILING_DATA, payload_at(job[LAYOUT]) + job[PAYLOAD]);
  }
  return trouble(job[SYMBOLS] > job[TARGET_ROOM] ? OUTPUT_TOO_SMALL : OK, 4);
}

inline void fail(global uint *job, struct trouble t) {
  job[JOB_FAULT] = t.fault;
  job[FAULT_AT] = t.at;
  job[BYTES] = 0;
}

inline void succeed(global uint *job, uint bytes) {
  job[JOB_FAULT] = OK;
  job[FAULT_AT] = 0;
  job[BYTES] = bytes;
}

inline void write_head(global const uint *job, global uchar *block) {
  block[0] = (uchar)(job[ID] >> 8);
  block[1] = (uchar)job[ID];
  block[2] = (uchar)(FORMAT_VERSION << 6 | job[LAYOUT]);
  block[3] = (uchar)job[BIAS];
  store16(block + 4, job[SYMBOLS] - 1);
}

inline void write_tail(global const uint *job, uint check, global uchar *block) {
  global uchar *tail = block + tail_at(job[LAYOUT], job[PAYLOAD]);
  store16(tail, job[PAYLOAD] - 1);
  store32(tail + 2, check);
}
