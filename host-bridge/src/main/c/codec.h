/* What the parts of the library share. Nothing here is seen from outside. */
#ifndef CODEC_H
#define CODEC_H

#include "vail.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>

enum {
  ESC = 256,
  LENGTHS = 257,
  HEAD = 6,
  TAIL = 6,
  /* 23 bits a symbol and 62 bits of padding in 64 lanes */
  MOST_PAYLOAD = 65536 * 23 / 8 + 64 * 62 / 8,
  /* bytes behind a scratch buffer that a kernel may touch */
  SLACK = 256,
  /* coded blocks that a decoder may have in flight */
  FLIGHT = 4
};

/* Hot loops are written once, for any lanes and words, and compiled for those that are constants. */
#define INLINE static inline __attribute__((always_inline))
#define COLD __attribute__((noinline, cold))
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
/* Works a value out here: compilers put it off and keep all that it is made of in memory. */
#define KEEP(x) __asm__("" : "+r"(x))

/* A codebook (C-01 to C-09). Symbols are t, after the bias. The tables of bytes are a short book's. */
struct book {
  alignas(64) uint8_t window_t[256];      /* a window's symbol; `placeholder` where it is an escape */
  alignas(64) uint8_t window_length[128]; /* of 7 bits: that of a code of 8 does not depend on its last,
                                             because the code is complete and 8 is the most */
  alignas(64) uint8_t peak_t[128];        /* by a window's first 6 bits; then by its last 6 */
  alignas(64) uint8_t peak_length[128];   /* the same; 0x80 where the first 6 do not tell */
  alignas(64) uint8_t coded[256];         /* 0x80 if t has a code */
  alignas(64) uint8_t code8[256];         /* the code of t or of the escape */
  alignas(64) uint8_t upper8[256];        /* its bits in the upper ones of the byte */
  alignas(64) uint8_t length8[256];       /* its length, and 0x80 if it is the escape */
  uint16_t code[LENGTHS]; /* the first bit is bit 0; 0 if it has none */
  uint8_t length[LENGTHS];
  uint8_t longest;
  uint8_t center;
  bool is_long;
  bool is_peaked; /* codes of more than 6 bits all start with two ones: peak_ says it all */
  uint8_t placeholder; /* a t without a code; means nothing if there is no escape */
  uint8_t arc_start;   /* all t with a code, but for 0, lie from here on, going round from 255 to 1 */
  uint8_t arc_length;
  uint32_t seed; /* the CRC's state behind the first 8 bytes of the digest (B-16) */
};

/* How a payload is coded. */
struct coding {
  const struct book *book;
  unsigned bias;
  unsigned lanes;
  unsigned word;     /* bits */
  unsigned per_lane; /* r of B-08 */
};

/* A payload to decode. Nothing behind its last symbol is written. */
struct payload {
  struct coding coding;
  const uint8_t *bytes;
  size_t size;
  uint8_t *symbols;
  const uint8_t *release; /* where the symbols go to when all is well */
  size_t count;
  bool good; /* result: the payload keeps the rules of B-10 to B-12 */
};

/* What is wrong with an input, and where (F-25). */
struct trouble {
  uint32_t fault;
  uint64_t at;
};

struct span {
  const uint8_t *bytes;
  size_t size;
};

/* What 12 bits of the portable layout start with, under a book and a bias; null: none yet in this call. */
struct two {
  const struct book *book;
  unsigned bias;
  unsigned unfit; /* entries that say nothing */
  uint32_t entries[1 << 12];
};

/* Scratch of one call at a time. */
struct workspace {
  alignas(64) uint8_t out[MOST_PAYLOAD + SLACK];
  alignas(64) uint8_t symbols[FLIGHT][VAIL_MOST_SYMBOLS + SLACK];
  alignas(64) uint8_t literals[FLIGHT][VAIL_MOST_SYMBOLS + SLACK];
  alignas(64) uint8_t lengths[VAIL_MOST_SYMBOLS + SLACK];
  uint64_t escaped[VAIL_MOST_SYMBOLS / 64];
  uint32_t table[1 << 15];
  struct two two;
  uint32_t pairs[1 << 16]; /* by the bytes of two symbols; all zero between blocks */
};

/* A way to do the work on this machine; all give the same bytes and the same faults. */
struct level {
  const char *name;
  bool (*runs_here)(void);
  uint32_t (*crc)(uint32_t state, const uint8_t *bytes, size_t count);
  uint32_t (*mean)(const uint8_t *symbols, size_t count);
  /* The payload of B-14, somewhere in the workspace. */
  struct span (*encode)(struct workspace *, const struct coding *, const uint8_t *symbols, size_t count);
  /* B-25: what the symbols i with (i div 64) mod stride = 0 take by a short book; null: count them instead. */
  uint64_t (*bits)(const struct coding *, const uint8_t *symbols, size_t count, size_t stride);
  /* Up to FLIGHT payloads, B-10 to B-12; says of each only whether it is good. */
  void (*decode)(struct workspace *, struct payload *, size_t count);
  /* B-03: elements of two bytes to planes and back. */
  void (*split2)(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low);
  void (*merge2)(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw);
};

/* levels.c: all levels that run here, the fastest first, ended by null */
const struct level *const *levels(void);

/* session.c */
const struct level *session_level(const vail_t *);
const struct book *session_book(const vail_t *, unsigned slot, unsigned epoch);
struct workspace *workspace_take(vail_t *);
void workspace_give_back(vail_t *, struct workspace *);

/* book.c, sha256.c */
struct trouble book_read(struct book *, const uint8_t *bytes, size_t size);
void sha256(const uint8_t *bytes, size_t count, uint8_t digest[VAIL_DIGEST_BYTES]);

/* crc32c.c: start from CRC_START, invert at the end */
#define CRC_START 0xffffffffu
uint32_t crc_by_table(uint32_t state, const uint8_t *bytes, size_t count);
uint32_t crc_portable(uint32_t state, const uint8_t *bytes, size_t count);

/* select.c */
uint32_t mean_by_words(const uint8_t *symbols, size_t count);
/* B-06, of symbols that are summed up and a few that are not */
uint32_t mean_with_rest(uint64_t sum, uint64_t non_zero, const uint8_t *rest, size_t count);
bool is_constant(const uint8_t *symbols, size_t count);

/* decode.c: every block lies within source and target */
bool batch_is_within(const vail_block_t *, size_t count, size_t source_bytes, size_t target_bytes);

/* reference.c */
struct span reference_encode(struct workspace *, const struct coding *, const uint8_t *, size_t);
struct trouble reference_decode(const struct payload *);
void reference_decode_all(struct workspace *, struct payload *, size_t);

/* portable.c */
struct span portable_encode(struct workspace *, const struct coding *, const uint8_t *, size_t);
void portable_decode(struct workspace *, struct payload *, size_t);

/* planes.c */
void portable_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low);
void portable_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw);

/* avx2_*.c */
uint32_t avx2_crc(uint32_t state, const uint8_t *bytes, size_t count);
uint32_t avx2_mean(const uint8_t *symbols, size_t count);
struct span avx2_encode(struct workspace *, const struct coding *, const uint8_t *, size_t);
void avx2_decode(struct workspace *, struct payload *, size_t);
void avx2_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low);
void avx2_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw);

/* avx512_*.c */
uint32_t avx512_crc(uint32_t state, const uint8_t *bytes, size_t count);
uint32_t avx512_mean(const uint8_t *symbols, size_t count);
struct span avx512_encode(struct workspace *, const struct coding *, const uint8_t *, size_t);
uint64_t avx512_bits(const struct coding *, const uint8_t *symbols, size_t count, size_t stride);
void avx512_decode(struct workspace *, struct payload *, size_t);
void avx512_split2(const uint8_t *raw, size_t count, uint8_t *high, uint8_t *low);
void avx512_merge2(const uint8_t *high, const uint8_t *low, size_t count, uint8_t *raw);

/* The bias (B-05): what the book sees of a symbol, and back. */
static inline unsigned bias_apply(unsigned symbol, unsigned bias) {
  return symbol == 0 ? 0 : symbol > bias ? symbol - bias : symbol + 255 - bias;
}

static inline unsigned bias_invert(unsigned t, unsigned bias) {
  return t == 0 ? 0 : t + bias > 255 ? t + bias - 255 : t + bias;
}

/* Whether escapes can be marked by a symbol without a code: where all have one, there is none, and no escape. */
static inline bool has_placeholder(const struct book *book) { return book->length[ESC] > 0; }

/* Layout bits of a head (B-15) must be checked before. */
static inline struct coding coding_of(const struct book *book, unsigned bias, unsigned layout) {
  unsigned word = 8u << (layout >> 3);
  return (struct coding){book, bias, 1u << (layout & 7), word, book->is_long ? word / 16 : word / 8};
}

static inline bool layout_is_legal(const struct book *book, unsigned layout) {
  return !book->is_long || layout >> 3 > 0;
}

/* Little-endian (B-01), whatever the machine is. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LITTLE(bits, value) (value)
#else
#define LITTLE(bits, value) __builtin_bswap##bits(value)
#endif

/* Compilers make one instruction of each of these, but not of bytes put together. */
#define LOAD_AND_STORE(bits)                                       \
  static inline uint##bits##_t load##bits(const uint8_t *at) {     \
    uint##bits##_t value;                                          \
    memcpy(&value, at, sizeof value);                              \
    return LITTLE(bits, value);                                    \
  }                                                                \
  static inline void store##bits(uint8_t *at, uint##bits##_t value) { \
    value = LITTLE(bits, value);                                   \
    memcpy(at, &value, sizeof value);                              \
  }
LOAD_AND_STORE(16)
LOAD_AND_STORE(32)
LOAD_AND_STORE(64)

#endif
