/*
 * What the files of this sample share. book.c carries out codebook.md, frame.c, decode.c and encode.c bitstream.md;
 * library.c puts the interface of vail.h around them, and process.c, on top of that, the protocol of the judge.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "vail.h"

enum { ESC = 256, CODES = 257, LONGEST_CODE = 15 };

/* Head and tail of a block (B-15 to B-17). */
enum { RAW = 0, CONSTANT = 255, STREAMED = 1 << 5, VERSION = 1 << 6, HEAD = 6, TAIL = 6, MOST_LANES = 64 };

/* A book that passed all checks (C-01 to C-06). */
typedef struct {
  int is_long;
  int center;
  unsigned longest; /* bits of its longest code */
  uint8_t lengths[CODES];
  uint16_t codes[CODES]; /* the first bit is the lowest */
  uint8_t digest[VAIL_DIGEST_BYTES];
  uint16_t symbol_of[1u << LONGEST_CODE]; /* by the next `longest` bits: whose code they start with */
} book_t;

struct vail {
  book_t *books[256][256]; /* by slot and epoch, null where none is installed */
};

/* How a payload is coded: what the head says, and what follows from it (B-08). */
typedef struct {
  uint8_t slot, epoch, layout, bias;
  const book_t *book; /* null for raw and constant */
  unsigned lanes, word, steps;
} coding_t;

/* Notes where, and returns the fault. */
static inline uint32_t fault(uint32_t number, uint64_t where, uint64_t *at) {
  *at = where;
  return number;
}

/* Checks and reads the binary form of a book. */
uint32_t book_read(const uint8_t *bytes, size_t given, book_t *book, uint64_t *at);

coding_t uncoded(uint8_t slot);

/* A layout that is illegal for the class of the book has no steps. */
coding_t coded(uint8_t slot, uint8_t epoch, uint8_t layout, uint8_t bias, const book_t *book);

/* B-05: what the book sees of a symbol. */
unsigned t_of(unsigned symbol, unsigned bias);

/* The check of a block (B-16), of whose tail the first two bytes count. */
uint32_t check_of(const coding_t *coding, const uint8_t *head, const uint8_t *payload, size_t size,
                  const uint8_t *tail);

/* Both leave `out` as it is where they return a fault; otherwise task->bytes are written there. */
uint32_t block_decode(const vail_t *session, uint32_t most_symbols, const uint8_t *block, uint8_t *out,
                      vail_block_t *task);
uint32_t block_encode(const vail_t *session, const vail_policy_t *policy, const uint8_t *symbols, uint8_t *out,
                      vail_block_t *task, uint32_t *mean);

#endif
