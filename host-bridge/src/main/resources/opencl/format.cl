/* What all kernels share: numbers of the format, jobs, the shelf of books, bytes in memory. */

enum fault {
  OK = 0, TRUNCATED = 1, UNSUPPORTED_VERSION = 3, RESERVED_NONZERO = 4, BAD_FIELD = 5, LIMIT_EXCEEDED = 7,
  CODEBOOK_UNKNOWN = 8, INVALID_CODEWORD = 14, SYMBOL_COUNT_MISMATCH = 15, LANE_LAYOUT = 16,
  PADDING_NONZERO = 17, TRAILING_DATA = 18, CHECKSUM = 19, OUTPUT_TOO_SMALL = 20, BAD_ARGUMENT = 21,
  INTERNAL = 24
};

enum {
  HEAD = 6, TAIL = 6, FRAME = HEAD + TAIL, RAW_SLOT = 0, CONSTANT_SLOT = 255, STREAMED_BIT = 1 << 5,
  LAYOUT_BITS = 31, FORMAT_VERSION = 1, MOST_SYMBOLS = 65536, MOST_STREAMED_SYMBOLS = 16384, ESC = 256,
  MOST_LANES = 64, MOST_PER_LANE = 4
};

/* The words of a job, one block of a batch, as Jobs.java writes and reads them. */
enum {
  SOURCE_AT, SOURCE_BYTES, TARGET_AT, TARGET_ROOM, BEFORE, /* given; BEFORE: the job ahead on the stream, or NONE */
  JOB_FAULT, FAULT_AT, BYTES, MEAN,                        /* what became of it */
  SAME, BOOK, ID, LAYOUT, BIAS, SYMBOLS, PAYLOAD,          /* between kernels; BOOK: from 1; 0 is none */
  JOB_WORDS
};
#define NONE 0xffffffffu

/* The shelf, as Shelf.java writes it: CRC tables, powers of x, then books that ascend by slot and epoch. */
enum { CRC_TABLES = 8, POWERS_AT = CRC_TABLES * 256, ZERO_SEED_AT = POWERS_AT + 32, COUNT_AT, BOOKS_AT = 2112 };

/* The words of a book: an entry is code and, below, length; the table gives symbol and length for a window. */
enum { BOOK_ID, IS_LONG, CENTER, LONGEST, SEED, TABLE_AT, PLACEHOLDER, ENTRIES = 8, BOOK_WORDS = 272 };
enum { ENTRY_CODE = 8, ENTRY_LENGTH = 15 };

/* The words of a policy, as Policies.java writes it. */
enum { STREAMED, CONSTANT, CANDIDATES, BIASES, STRIDE, STREAM_MEAN, CANDIDATES_AT = 8, PAIR = 2 };
enum { ABSOLUTE_RULE, MEAN_RULE, PREVIOUS_RULE };

/* For what is only fast with the constants that it is called with. */
#define INLINE inline __attribute__((always_inline))

struct trouble {
  uint fault;
  uint at;
};

/* A book and how the symbols of a block are dealt out (B-05, B-08). */
struct coding {
  global const uint *book;
  global const uint *table;
  uint bias, lanes, word, per_lane;
};

inline global const uint *book_at(global const uint *shelf, uint book) {
  return shelf + BOOKS_AT + (book - 1) * BOOK_WORDS;
}

inline struct coding coding_of(global const uint *shelf, global const uint *job) {
  global const uint *book = book_at(shelf, job[BOOK]);
  uint word = 8u << (job[LAYOUT] >> 3 & 3);
  struct coding c = {book, shelf + book[TABLE_AT], job[BIAS], 1u << (job[LAYOUT] & 7), word,
                     book[IS_LONG] ? word / 16 : word / 8};
  return c;
}

/* The bias (B-05): what the book sees of a symbol, and back. */
inline uint bias_apply(uint symbol, uint bias) {
  return symbol == 0 ? 0 : symbol > bias ? symbol - bias : symbol + 255 - bias;
}

inline uint bias_invert(uint t, uint bias) {
  return t == 0 ? 0 : t + bias > 255 ? t + bias - 255 : t + bias;
}

inline uint length_of(global const uint *book, uint t) { return book[ENTRIES + t] & ENTRY_LENGTH; }

/* The entry that a symbol is coded by: its own, or that of the escape. */
inline uint entry_of(const struct coding *c, uint symbol) {
  uint own = c->book[ENTRIES + bias_apply(symbol, c->bias)];
  return own != 0 ? own : c->book[ENTRIES + ESC];
}

inline bool has_code(const struct coding *c, uint symbol) {
  return length_of(c->book, bias_apply(symbol, c->bias)) > 0;
}

/* Symbols that a lane has in the round that starts at `first` (B-09). */
inline uint symbols_of(const struct coding *c, uint lane, uint first, uint count) {
  uint start = first + lane * c->per_lane;
  return start < count ? min(count - start, c->per_lane) : 0;
}

inline void store_word(global uchar *at, ulong word, uint w) {
  if (w == 32) {
    store32(at, (uint)word);
  } else if (w == 16) {
    store16(at, (uint)word);
  } else {
    *at = (uchar)word;
  }
}

inline ulong load_word(global const uchar *at, uint w) {
  return w == 32 ? load32(at) : w == 16 ? load16(at) : *at;
}

inline uint lowest(ulong bits) { return 63 - (uint)clz(bits & -bits); }

/* Lanes written out, because compilers keep arrays of states in memory. */
#define EACH_OF_8(act) act(0) act(1) act(2) act(3) act(4) act(5) act(6) act(7)
