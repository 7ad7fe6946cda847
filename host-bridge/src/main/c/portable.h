/* What the kernels in plain C share: tables of a book and a bias, and rounds that are not full. */
#ifndef PORTABLE_H
#define PORTABLE_H

#include "stream.h"

/* An entry to decode by: symbol, flag of an escape, and in the lowest bits the length. */
enum { DECODE_SYMBOL = 24, DECODE_ESCAPE = 1 << 6, DECODE_LENGTH = 63 };

/* A window's low bits to its first symbol. */
struct table {
  uint32_t *entries;
  uint32_t mask;
  uint8_t placeholder; /* what an escape leaves in the place of its literal: a symbol without a code */
  uint8_t coded[256];  /* whether a symbol has a code */
};

/* Fills `mask` + 1 entries, not fewer than the longest code wants. */
void decode_table(struct table *, uint32_t *entries, const struct coding *, uint32_t mask);

/* The symbols after the last full round, and the rules of B-12. */
bool decode_last_round(uint64_t *window, const struct table *, struct stream *, uint8_t *symbols, size_t n,
                       unsigned lanes, unsigned w, unsigned r);

/* An entry to encode by: code, flag of an escape, and in the lowest bits the length. A few can be added up. */
enum { ENCODE_CODE = 16, ENCODE_ESCAPE = 1 << 12, ENCODE_LENGTH = 63 };

void encode_table(const struct coding *, uint32_t table[256]);

/*
 * A lane knows the places of two words: the one that its next bit goes to and the one after. It takes a
 * further place in the round in which the decoder will take that word.
 */
struct writer {
  uint64_t bits[64];
  uint32_t held[64];
  uint8_t *slot[64];
  uint8_t *next_slot[64];
  uint8_t *end;
};

/* Before the first round a lane acts as if two full words were behind it, both of them `nowhere`. */
static inline void writer_open(struct writer *out, uint8_t *at, uint8_t nowhere[4], unsigned lanes,
                               unsigned w) {
  for (unsigned lane = 0; lane < lanes; lane++) {
    out->bits[lane] = 0;
    out->held[lane] = 2 * w;
    out->slot[lane] = out->next_slot[lane] = nowhere;
  }
  out->end = at;
}

/* The symbols after the last full round, and what the lanes still hold. */
void encode_last_round(struct writer *, const uint32_t *table, const uint8_t *symbols, size_t n,
                       unsigned lanes, unsigned w, unsigned r);

/* B-11; returns the new end. */
uint8_t *put_literals(const uint32_t *table, const uint8_t *symbols, size_t n, uint8_t *end);

/* eight.h */
bool eight_decode(struct workspace *, const struct payload *);
struct span eight_encode(struct workspace *, const struct coding *, const uint8_t *, size_t);
bool eight_decode_bmi2(struct workspace *, const struct payload *);
struct span eight_encode_bmi2(struct workspace *, const struct coding *, const uint8_t *, size_t);

#endif
