/* What the kernels of the wide layout share: how its codes lie and how often an escape comes. */
#ifndef WIDE_H
#define WIDE_H

#include "codec.h"

/* Whether the kernels of the wide layout have to do with it; none but short books have words of 8 bits. */
static inline bool is_wide(const struct coding *c) { return c->lanes == 64 && c->word == 8; }

/* In how large a table the codes fit: those of exponents are a few neighbours'. */
enum reach { WITHIN_32 = 32, WITHIN_64 = 64, ANYWHERE = 256 };

/* Where escapes come in most rounds, to handle none is cheaper than to guess whether one comes. */
enum escapes { RARE, OFTEN };

/* A small table has the symbols with codes and one without, which stands for all that lie further. */
static inline enum reach reach_of(const struct coding *c) {
  const struct book *book = c->book;
  unsigned first = bias_invert(book->arc_start, c->bias);
  /* where the arc goes round, 0 lies in it */
  bool round = first + book->arc_length > 256;
  if (book->arc_length == 0 || (book->length[0] > 0 && !round)) {
    return ANYWHERE;
  }
  unsigned entries = book->arc_length + round + 1u;
  return entries <= 32 ? WITHIN_32 : entries <= 64 ? WITHIN_64 : ANYWHERE;
}

/* Going by the escape's length, for rounds of 64 symbols. */
static inline enum escapes escapes_of(const struct book *book) {
  return book->length[ESC] > 0 && book->length[ESC] <= 6 ? OFTEN : RARE;
}

#endif
