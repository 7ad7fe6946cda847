/* Decodes a payload to be read beside the specification (B-10 to B-13): every layout, and every fault named. */

/* How far decoding has come. */
struct progress {
  ulong window[MOST_LANES];
  uint unread[MOST_LANES];
  uint next;  /* byte of the payload */
  uint first; /* symbol that starts the next round */
};

inline void begin(struct progress *p, uint lanes) {
  for (uint lane = 0; lane < lanes; lane++) {
    p->window[lane] = 0;
    p->unread[lane] = 0;
  }
  p->next = p->first = 0;
}

/* The words that are due before a round (B-10). */
inline uint take_words(const struct coding *c, global const uchar *payload, uint size, uint count,
                       struct progress *p) {
  for (uint lane = 0; lane < c->lanes && symbols_of(c, lane, p->first, count) > 0; lane++) {
    if (p->unread[lane] < c->word) {
      if (size - p->next < c->word / 8) {
        return SYMBOL_COUNT_MISMATCH;
      }
      p->window[lane] |= load_word(payload + p->next, c->word) << p->unread[lane];
      p->unread[lane] += c->word;
      p->next += c->word / 8;
    }
  }
  return OK;
}

/* The codes of a round; marks say where a literal follows. */
inline bool take_codes(const struct coding *c, uint count, struct progress *p, uint *marks,
                       global uchar *symbols) {
  uint mask = (1u << c->book[LONGEST]) - 1, escaped = 0;
  for (uint lane = 0, i = p->first; lane < c->lanes; lane++) {
    uint here = symbols_of(c, lane, p->first, count);
    for (uint step = 0; step < here; step++, i++) {
      uint entry = c->table[(uint)p->window[lane] & mask], t = entry >> ENTRY_CODE;
      p->window[lane] >>= entry & ENTRY_LENGTH;
      p->unread[lane] -= entry & ENTRY_LENGTH;
      uint at = i - p->first, is_escape = t == ESC;
      marks[at / 32] |= is_escape << at % 32;
      escaped |= is_escape;
      symbols[i] = (uchar)(is_escape ? 0 : bias_invert(t, c->bias));
    }
  }
  return escaped != 0;
}

/* The literals of a round (B-11); takes the marks away. */
inline uint take_literals(const struct coding *c, global const uchar *payload, uint size, struct progress *p,
                          uint *marks, global uchar *symbols) {
  for (uint word = 0; word < MOST_LANES * MOST_PER_LANE / 32; word++) {
    for (; marks[word] != 0; marks[word] &= marks[word] - 1) {
      if (p->next >= size) {
        return SYMBOL_COUNT_MISMATCH;
      }
      uint literal = payload[p->next];
      if (has_code(c, literal)) {
        return INVALID_CODEWORD;
      }
      symbols[p->first + word * 32 + lowest(marks[word])] = (uchar)literal;
      p->next++;
    }
  }
  return OK;
}

/* From wherever it stands to the end. Offsets count from the start of the payload. */
struct trouble decode_rest(const struct coding *c, global const uchar *payload, uint size, uint count,
                           struct progress *p, global uchar *symbols) {
  uint marks[MOST_LANES * MOST_PER_LANE / 32] = {0};
  for (; p->first < count; p->first += c->lanes * c->per_lane) {
    uint fault = take_words(c, payload, size, count, p);
    if (!fault && take_codes(c, count, p, marks, symbols)) {
      fault = take_literals(c, payload, size, p, marks, symbols);
    }
    if (fault) {
      return trouble(fault, p->next);
    }
  }
  ulong unread = 0;
  for (uint lane = 0; lane < c->lanes; lane++) {
    unread |= p->window[lane];
  }
  return trouble(p->next < size ? SYMBOL_COUNT_MISMATCH : unread != 0 ? PADDING_NONZERO : OK, p->next);
}

/* From the first round on. */
struct trouble decode_all(const struct coding *c, global const uchar *payload, uint size, uint count,
                          global uchar *symbols) {
  struct progress p;
  begin(&p, c->lanes);
  return decode_rest(c, payload, size, count, &p, symbols);
}
