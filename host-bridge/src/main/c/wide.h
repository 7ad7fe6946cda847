/* What the kernels of the wide layout share: how its codes lie and how often an escape comes. */
#ifndef WIDE_H
#define WIDE_H

#include "codec.h"

/* The codes of exponents are those of a few neighbours, which fit in a small table. */
enum reach { NEAR, FAR };

/* Entries of a small table; one more is for all symbols that lie further. */
enum { NEIGHBOURS = 63 };

/* Where escapes come in most rounds, to handle none is cheaper than to guess whether one comes. */
enum escapes { RARE, OFTEN };

/* Whether the symbols with codes are neighbours, and the one after them has none. */
static inline enum reach reach_of(const struct coding *c) {
  const struct book *book = c->book;
  unsigned first = bias_invert(book->arc_start, c->bias);
  /* where the arc goes round, 0 lies in it */
  bool round = first + book->arc_length > 256;
  bool zero_is_in = round || book->length[0] == 0;
  return zero_is_in && book->arc_length > 0 && book->arc_length + round <= NEIGHBOURS ? NEAR : FAR;
}

/* Going by the escape's length, for rounds of 64 symbols. */
static inline enum escapes escapes_of(const struct book *book) {
  return book->length[ESC] > 0 && book->length[ESC] <= 6 ? OFTEN : RARE;
}

#endif
