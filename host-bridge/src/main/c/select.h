/* Book and bias of a block (B-24, B-25). */
#ifndef SELECT_H
#define SELECT_H

#include "frame.h"

/* A policy that has been looked at: its candidates are installed and their layouts legal. */
struct choice {
  vail_candidate_t candidate;
  const struct book *book;
  unsigned bias;
  uint32_t mean_after; /* B-07: that of the stream, once this block is on it */
};

/* BAD_ARGUMENT if the policy is none: nothing to do with the books. */
uint32_t policy_check(const vail_policy_t *);

/* B-24: the first candidate in trouble, CODEBOOK_UNKNOWN before BAD_ARGUMENT. */
uint32_t policy_check_books(const vail_policy_t *, const vail_t *session);

/* The first of the cheapest pairs. `mean_before` is that of the block before on the stream. */
struct choice select_choice(const vail_policy_t *, const vail_t *session, const uint8_t *symbols,
                            size_t count, uint32_t mean_before);

#endif
