/* Work-items that share the work on a block, GROUP of them. */
enum { GROUP = 64 };

/*
 * The state after a payload; `state` is that before it. Each work-item has a piece, all but the first piece
 * of the same size, a power of two, counted from the end; two neighbours become one until one is left.
 */
uint crc_group(global const uint *shelf, uint state, global const uchar *payload, uint size,
               local uint *states) {
  uint item = get_local_id(0), log2 = 0;
  while ((uint)GROUP << log2 < size) {
    log2++;
  }
  uint behind = item << log2, to = size > behind ? size - behind : 0;
  uint from = to > 1u << log2 ? to - (1u << log2) : 0;
  bool is_first = item == (size - 1) >> log2;
  states[item] = crc_bytes(shelf, is_first ? state : 0, payload + from, to - from);
  barrier(CLK_LOCAL_MEM_FENCE);
  for (uint step = 0; 1 << step < GROUP; step++) {
    if (item % (2u << step) == 0) {
      states[item] ^= product(states[item + (1u << step)], shelf[POWERS_AT + 3 + log2 + step]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
  return states[0];
}

/* Four neighbours, the first lowest. */
inline uint load_four(global const uchar *at, bool is_aligned) {
  return is_aligned ? *(global const uint *)at : load32(at);
}

/* A work-item's share of symbols that a group goes through: loads that do not wait for each other. */
enum { FOURS = 4, APART = 4 * GROUP, STRETCH = FOURS * APART };

inline void load_fours(global const uchar *at, bool is_aligned, uint fours[FOURS]) {
  for (uint i = 0; i < FOURS; i++) {
    fours[i] = load_four(at + i * APART, is_aligned);
  }
}
