/* Blocks side by side whose lanes go through rounds together. */

/* A coding that does nothing stands for none. */
inline struct coding coding_if(bool there, global const uint *shelf, global const uint *job) {
  struct coding none = {shelf, shelf, 0, 1, 8, 1};
  if (there) {
    return coding_of(shelf, job);
  }
  return none;
}

/*
 * Kinds of groups: three layouts of short books have kernels of their own, whose loops are short because they
 * are constants there; a fourth takes all other groups. A kernel goes through a group of another kind in no
 * rounds: PoCL makes wrong code of barriers that a condition guards.
 */
enum { WIDE = 6, PORTABLE = 3 | 2 << 3, LINK = 4, ANY = 255 };

INLINE struct shape shape_of(uint kind, const struct coding *c) {
  struct shape wide = {64, 8, 1, 1}, portable = {8, 32, 4, 4}, link = {16, 8, 1, 1};
  struct shape any = {c->lanes, c->word, c->per_lane, MOST_PER_LANE};
  return kind == WIDE ? wide : kind == PORTABLE ? portable : kind == LINK ? link : any;
}

/* What the blocks of a group have in common. */
struct group {
  uint rounds; /* of the longest: all work-items have to meet in each of them */
  uint round;  /* symbols of the largest */
  uint kind;   /* NONE if there is nothing to do */
};

inline bool goes_in_rounds(global const uint *job) { return job[JOB_FAULT] == OK && job[BOOK] != 0; }

inline uint kind_of(const struct coding *c, uint layout) {
  return !c->book[IS_LONG] && (layout == WIDE || layout == PORTABLE || layout == LINK) ? layout : ANY;
}

inline struct group group_of(global const uint *shelf, global const uint *jobs, uint first, uint end) {
  struct group group = {0, 1, NONE};
  for (uint i = first; i < end; i++) {
    global const uint *job = jobs + i * JOB_WORDS;
    if (goes_in_rounds(job)) {
      struct coding c = coding_of(shelf, job);
      uint round = c.lanes * c.per_lane, kind = kind_of(&c, job[LAYOUT] & LAYOUT_BITS);
      group.rounds = max(group.rounds, (job[SYMBOLS] + round - 1) / round);
      group.round = max(group.round, round);
      group.kind = group.kind == NONE || group.kind == kind ? kind : ANY;
    }
  }
  return group;
}

/* The kernels of a work, one for each kind of group; ANY comes last, since what it finds wrong changes kinds. */
#define KERNEL_OF(work, name, kind)                                                                              \
  kernel void work##_##name(global const uchar *source, global const uint *shelf, uint count, global uint *jobs, \
                            global uchar *target, local uint4 *tables) {                                         \
    work##_group(source, shelf, count, jobs, target, tables, kind);                                              \
  }
#define KERNELS_OF(work)              \
  KERNEL_OF(work, wide, WIDE)         \
  KERNEL_OF(work, portable, PORTABLE) \
  KERNEL_OF(work, link, LINK)         \
  KERNEL_OF(work, any, ANY)

/* Symbols of a lane in a round, of those that are left from the lane's first in that round on. */
inline uint symbols_here(int left, const struct shape *shape) {
  return left <= 0 ? 0 : shape->most == 1 ? 1 : min((uint)left, shape->per_lane);
}

/* Symbols from a lane's first on; none if there is no such lane. */
inline int symbols_from(const struct shape *shape, uint lane, uint symbols) {
  return lane < shape->lanes ? (int)symbols - (int)(lane * shape->per_lane) : 0;
}

/* Loops to `most`, here and elsewhere, are written out where it is a constant. */
INLINE void store_symbols(global uchar *at, uint count, uint most, uint symbols) {
  if (most == 4 && count == 4 && (ulong)at % 4 == 0) {
    *(global uint *)at = symbols;
    return;
  }
  for (uint i = 0; i < most; i++) {
    if (i < count) {
      at[i] = (uchar)(symbols >> 8 * i);
    }
  }
}

/* Up to 64 bits; those above 32 are only looked at where words are longer than 8. */
struct bits {
  uint low, high;
};

/* `more` has no bits above its length. */
INLINE void append_bits(struct bits *bits, uint more, uint at, uint word) {
  ulong all = word == 8 ? (ulong)(more << at) : (ulong)more << at;
  bits->low |= (uint)all;
  bits->high |= (uint)(all >> 32);
}

INLINE void drop_bits(struct bits *bits, uint count, uint word) {
  if (word == 8) {
    bits->low >>= count;
  } else {
    ulong rest = ((ulong)bits->high << 32 | bits->low) >> count;
    bits->low = (uint)rest;
    bits->high = (uint)(rest >> 32);
  }
}
