/*
 * The C interface of an implementation of Vail: native SIMD, the simulated hardware, a board driver.
 *
 * What bytes mean is said by the clauses of this folder; the names in brackets (B-21, F-25) cite them.
 * Every function returns 0 or the number of a fault (F-01 to F-24) and nothing else crosses this border:
 * no exception, no signal, no exit. Arguments come as pointer then length, inputs const, results last.
 *
 * Memory belongs to the caller. Nothing outside the ranges handed over is read or written, whatever the
 * bytes in them are, and no pointer is kept after a call; only what vail_open gives out is the
 * library's, until vail_close. A pointer may be null where its length is 0.
 *
 * A session may be used by several threads at once, but for vail_load_book and vail_close, which want it
 * for themselves. No call waits, writes to files or calls back.
 */
#ifndef VAIL_H
#define VAIL_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define VAIL_API __attribute__((visibility("default")))
#else
#define VAIL_API
#endif

/* The version of this interface; vail_version of a library that fits returns the same. */
#define VAIL_INTERFACE 1u

/* Bytes of a book (C-07) and of its digest (C-09), head and tail of a block (B-15, B-16). */
#define VAIL_BOOK_BYTES 135u
#define VAIL_DIGEST_BYTES 32u
#define VAIL_FRAME_BYTES 12u

/* Most symbols of a block (B-01), and of a streamed one (B-20). */
#define VAIL_MOST_SYMBOLS 65536u
#define VAIL_MOST_STREAMED_SYMBOLS 16384u

/* Bytes of room that a block of n symbols never exceeds (B-20). */
#define VAIL_STORED_BOUND(n) ((n) + VAIL_FRAME_BYTES)
#define VAIL_STREAMED_BOUND (47600u + VAIL_FRAME_BYTES)

/* Faults (F-01 to F-24); 0 is none. */
enum {
  VAIL_OK = 0,
  VAIL_TRUNCATED = 1,
  VAIL_BAD_MAGIC = 2,
  VAIL_UNSUPPORTED_VERSION = 3,
  VAIL_RESERVED_NONZERO = 4,
  VAIL_BAD_FIELD = 5,
  VAIL_SIZE_OVERFLOW = 6,
  VAIL_LIMIT_EXCEEDED = 7,
  VAIL_CODEBOOK_UNKNOWN = 8,
  VAIL_CODEBOOK_MISMATCH = 9,
  VAIL_CODEBOOK_OVERSUBSCRIBED = 10,
  VAIL_CODEBOOK_INCOMPLETE = 11,
  VAIL_CODEBOOK_LENGTH_RANGE = 12,
  VAIL_CODEBOOK_SHAPE = 13,
  VAIL_INVALID_CODEWORD = 14,
  VAIL_SYMBOL_COUNT_MISMATCH = 15,
  VAIL_LANE_LAYOUT = 16,
  VAIL_PADDING_NONZERO = 17,
  VAIL_TRAILING_DATA = 18,
  VAIL_CHECKSUM = 19,
  VAIL_OUTPUT_TOO_SMALL = 20,
  VAIL_BAD_ARGUMENT = 21,
  VAIL_UNSUPPORTED_FEATURE = 22,
  VAIL_CANCELLED = 23,
  VAIL_INTERNAL = 24
};

/* An open implementation with the books it has been given. */
typedef struct vail vail_t;

/* One block of a batch: where it lies, and what became of it. 40 bytes, no gaps. */
typedef struct {
  uint64_t source_at;    /* first byte, counted from the start of the source */
  uint64_t target_at;    /* first byte, counted from the start of the target */
  uint32_t source_bytes; /* encode: symbols, one a byte; decode: exactly one block (B-22) */
  uint32_t target_room;  /* bytes that may be written */
  uint32_t fault;        /* result: 0 or a fault; after one, nothing of this block has been written
                            (but see VAIL_RELEASE_SCRATCH) */
  uint32_t bytes;        /* result: bytes written; 0 after a fault */
  uint64_t fault_at;     /* result: the offset of F-25, counted from source_at; 0 where a fault has none */
} vail_block_t;

/* A book that a block may be coded with, and the layout then (B-08). 4 bytes. */
typedef struct {
  uint8_t slot;     /* 1 to 254 (C-10) */
  uint8_t epoch;
  uint8_t layout;   /* bits 0-4 of head byte 2 (B-15): log2 N, and the word */
  uint8_t reserved; /* 0 */
} vail_candidate_t;

enum { VAIL_BIAS_ABSOLUTE = 0, VAIL_BIAS_MEAN = 1, VAIL_BIAS_PREVIOUS = 2 };

/* A rule for the bias. 8 bytes. */
typedef struct {
  uint32_t rule; /* absolute, mean (B-06), previous (B-07) */
  int32_t value; /* absolute: 0 to 254; mean: the offset, -254 to 254; previous: 0 */
} vail_bias_t;

enum { VAIL_STORED = 0, VAIL_STREAMED = 1 };

/*
 * All that decides the bytes of a block (B-23 to B-26). No candidates: raw. One candidate and one bias:
 * fixed. Otherwise best: the candidates must ascend by slot, then epoch; biases are tried as they stand.
 *
 * It is none if a field is not among the values named here, those of its candidates and biases included, if
 * there are candidates but no bias, or if the candidates do not ascend. What needs the books is checked with
 * each block: whether they are installed, then whether they allow their layouts (B-24).
 */
typedef struct {
  const vail_candidate_t *candidates;
  uint64_t candidate_count;
  const vail_bias_t *biases;
  uint64_t bias_count;
  uint32_t stride;   /* B-25: symbols i with (i div 64) mod stride = 0 are counted; 1 or more */
  uint32_t order;    /* VAIL_STORED or VAIL_STREAMED (B-17) */
  uint32_t constant; /* 1: repeated symbols become constant blocks (B-23); 0: not */
  uint32_t reserved; /* 0 */
} vail_policy_t;

/* The version of the interface that this library was built for. */
VAIL_API uint32_t vail_version(void);

/*
 * Opens a session. Options are ASCII, key=value separated by commas, and each implementation has its own
 * ("level=portable"). BAD_ARGUMENT: an unknown option or value; UNSUPPORTED_FEATURE: one that this
 * machine cannot grant; INTERNAL: no memory. After a fault *session is null.
 */
VAIL_API int32_t vail_open(const char *options, size_t length, vail_t **session);

/*
 * Says what this is: ASCII lines key=value, among them name, version, and, comma separated, lanes, words,
 * classes and features: what the encoder does in every case of best, constant, limits, mean, previous, raw and
 * streamed; all if that line is not there. *length is the whole text's; OUTPUT_TOO_SMALL if room is less, and nothing is written.
 */
VAIL_API int32_t vail_describe(const vail_t *session, char *text, size_t room, size_t *length);

/*
 * Installs a book from its binary form (C-07), checked in the order of C-08. Replaces the one of the same
 * slot and epoch. BAD_ARGUMENT: a slot that is not 1 to 254, or an epoch above 255. *fault_at is the
 * offset of a fault in the book. The book's digest is given back, to be compared (C-09).
 */
VAIL_API int32_t vail_load_book(vail_t *session, uint32_t slot, uint32_t epoch, const uint8_t *book,
                                size_t bytes, uint8_t digest[VAIL_DIGEST_BYTES], uint64_t *fault_at);

/*
 * Encodes each source of the batch into one whole block: head, payload, check. The blocks are one stream,
 * in order: *mean is that of the block before the first (B-07; 0 if none) and becomes that of the last that
 * was encoded, if the policy names the rule previous; otherwise *mean is not touched. Source and target must
 * not overlap.
 *
 * Returns 0 if the batch was gone through, and each block says what became of it: BAD_ARGUMENT (B-24),
 * CODEBOOK_UNKNOWN, OUTPUT_TOO_SMALL, UNSUPPORTED_FEATURE. Returns BAD_ARGUMENT if the policy is none or
 * a block reaches outside of source or target; then nothing has been done.
 */
VAIL_API int32_t vail_encode(vail_t *session, const vail_policy_t *policy, const uint8_t *symbols,
                             size_t symbols_bytes, uint8_t *blocks, size_t blocks_bytes,
                             vail_block_t *batch, size_t count, uint32_t *mean);

/*
 * What may be written of a block whose payload turns out to be wrong, after its check was found right: nothing
 * (B-22), or anything within its room. The second is faster, and is for a target that nobody else sees yet.
 */
enum { VAIL_RELEASE_WHOLE = 0, VAIL_RELEASE_SCRATCH = 1 };

/*
 * Decodes each source of the batch, which must be exactly one block of at most most_symbols symbols. Each
 * block says what became of it: the first fault in the order of B-21, and where. Returns as vail_encode.
 */
VAIL_API int32_t vail_decode(vail_t *session, uint32_t release, uint32_t most_symbols,
                             const uint8_t *blocks, size_t blocks_bytes, uint8_t *symbols,
                             size_t symbols_bytes, vail_block_t *batch, size_t count);

/*
 * Optional, for libraries that also split tensors fast; a host that finds neither splits by itself. Elements of
 * two bytes become two planes of `count` bytes, and planes elements (B-03). Source and target must not overlap.
 */
VAIL_API int32_t vail_split2(const vail_t *session, const uint8_t *elements, size_t count, uint8_t *high,
                             uint8_t *low);
VAIL_API int32_t vail_merge2(const vail_t *session, const uint8_t *high, const uint8_t *low, size_t count,
                             uint8_t *elements);

/* Closes a session and gives back all it held. Null is nothing. */
VAIL_API int32_t vail_close(vail_t *session);

#ifdef __cplusplus
}
#endif

#endif
