/* Reads a payload in steps of bounded size and never past its end, at the price of one comparison a step. */
#ifndef STREAM_H
#define STREAM_H

#include "codec.h"

enum {
  /* N·(w/8 + r) of B-10 */
  MOST_STEP = 64 * (4 + 4),
  /* bytes that a kernel loads at a place, whatever it needs of them */
  MOST_LOAD = 64
};

/*
 * A step may start anywhere up to `limit` and then take and load what a step may. When less than that is
 * left, the rest is copied to where zeros follow, and a step may start up to the end itself: whatever a
 * wrong payload makes of it then stays within `rest`.
 */
struct stream {
  const uint8_t *next;
  const uint8_t *limit;
  const uint8_t *end;
  bool resting;
  bool broken; /* a step was to start behind the end */
  uint8_t rest[MOST_STEP + MOST_LOAD + MOST_STEP + MOST_LOAD + MOST_LOAD];
};

/* Moves to the rest. Behind its end, the payload is not good; what is read then means nothing. */
static COLD void stream_more(struct stream *s) {
  if (s->resting) {
    s->broken = true;
    s->next = s->rest;
    return;
  }
  size_t left = (size_t)(s->end - s->next);
  memset(s->rest, 0, sizeof s->rest);
  memcpy(s->rest, s->next, left);
  s->next = s->rest;
  s->limit = s->end = s->rest + left;
  s->resting = true;
}

/* Before each step of a kernel, which has `next` and `limit` of its own in registers. */
INLINE void stream_step(struct stream *s, const uint8_t **next, const uint8_t **limit) {
  if (UNLIKELY(*next > *limit)) {
    s->next = *next;
    stream_more(s);
    *next = s->next;
    *limit = s->limit;
  }
}

/* `step`: the most bytes that one takes. */
static inline void stream_open(struct stream *s, const uint8_t *bytes, size_t size, unsigned step) {
  s->next = bytes;
  s->end = bytes + size;
  s->resting = s->broken = false;
  if (size < step + MOST_LOAD) {
    stream_more(s);
  } else {
    s->limit = s->end - (step + MOST_LOAD);
  }
}

#endif
