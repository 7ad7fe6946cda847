/*
 * The portable layout of short books (B-27), 8 lanes of 32 bits, in plain C. Lanes are written out, because
 * compilers keep the states of a loop over lanes in memory. Included by a file for each instruction set
 * that it is compiled for; NAME gives the functions their names.
 */
#include "portable.h"
#include "stream.h"

#define EACH_OF_8(act) act(0) act(1) act(2) act(3) act(4) act(5) act(6) act(7)

enum { LANES = 8, R = 4, ROUND = LANES * R, WORD = 32 };

/* ---- decoding ---- */

INLINE uint32_t decode_lane(uint64_t *window, const uint32_t *entries, const uint8_t **next,
                            uint8_t *symbols) {
  uint64_t bits = *window;
  uint64_t due = (uint64_t)((int64_t)((bits >> WORD) - 1) >> 63);
  bits += (load32(*next) + 0xffffffffull) << (63 - __builtin_clzll(bits)) & due;
  *next += 4 & due;
  uint32_t a = entries[(uint8_t)bits];
  bits >>= a & DECODE_LENGTH;
  uint32_t b = entries[(uint8_t)bits];
  bits >>= b & DECODE_LENGTH;
  uint32_t c = entries[(uint8_t)bits];
  bits >>= c & DECODE_LENGTH;
  uint32_t d = entries[(uint8_t)bits];
  *window = bits >> (d & DECODE_LENGTH);
  store32(symbols, a >> 24 | (b >> 24) << 8 | (c >> 24) << 16 | (d & 0xff000000u));
  return a | b | c | d;
}

/* The literals of a full round: where the placeholder stands, eight symbols at a time (B-11). */
INLINE const uint8_t *literals_of_round(const struct table *table, const uint8_t *next, uint8_t *symbols,
                                        uint8_t *coded) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7fu;
  for (int i = 0; i < ROUND; i += 8) {
    uint64_t apart = load64(symbols + i) ^ 0x0101010101010101u * table->placeholder;
    uint64_t equal = ~(((apart & low) + low) | apart | low);
    for (; equal != 0; equal &= equal - 1) {
      uint8_t literal = *next++;
      symbols[i + __builtin_ctzll(equal) / 8] = literal;
      *coded |= table->coded[literal];
    }
  }
  return next;
}

bool NAME(eight_decode)(uint32_t *entries, const struct payload *p) {
  struct table table;
  decode_table(&table, entries, &p->coding, 255);
  struct stream stream;
  stream_open(&stream, p->bytes, p->size, LANES * (WORD / 8 + R));
  const uint8_t *next = stream.next, *limit = stream.limit;
  uint8_t *symbols = p->symbols, *const end = symbols + p->count;
  uint8_t coded = 0;
#define OPEN(l) uint64_t w##l = 1;
  EACH_OF_8(OPEN)
#define DECODE(l) flags |= decode_lane(&w##l, entries, &next, symbols + R * l);
  for (; end - symbols >= ROUND; symbols += ROUND) {
    if (UNLIKELY(next > limit)) {
      stream.next = next;
      stream_more(&stream);
      next = stream.next;
      limit = stream.limit;
    }
    uint32_t flags = 0;
    EACH_OF_8(DECODE)
    if (flags & DECODE_ESCAPE) {
      next = literals_of_round(&table, next, symbols, &coded);
    }
  }
#define CLOSE(l) window[l] = w##l;
  uint64_t window[LANES];
  EACH_OF_8(CLOSE)
  stream.next = next;
  return decode_last_round(window, &table, &stream, symbols, (size_t)(end - symbols), LANES, WORD, R) &&
         coded == 0;
}

/* ---- encoding: as portable_encode.c ---- */

struct lane {
  uint64_t bits;
  uint8_t *slot, *next_slot;
  uint32_t held;
};

INLINE uint32_t encode_lane(struct lane *lane, const uint32_t *table, const uint8_t *symbols, uint8_t **end) {
  store32(lane->slot, (uint32_t)lane->bits);
  /* All ones if a word is full. Without a branch, because that cannot be predicted. */
  uint64_t full = (uint64_t)((int64_t)(WORD - (int32_t)lane->held) >> 63);
  lane->slot = (uint8_t *)(((uintptr_t)lane->slot & ~full) | ((uintptr_t)lane->next_slot & full));
  lane->next_slot = (uint8_t *)(((uintptr_t)lane->next_slot & ~full) | ((uintptr_t)*end & full));
  *end += 4 & full;
  uint64_t bits = lane->bits >> (WORD & full);
  uint32_t held = lane->held - (uint32_t)(WORD & full);
  uint32_t a = table[symbols[0]], b = table[symbols[1]], c = table[symbols[2]], d = table[symbols[3]];
  uint32_t ab = a >> ENCODE_CODE | (b >> ENCODE_CODE) << (a & ENCODE_LENGTH);
  uint32_t cd = c >> ENCODE_CODE | (d >> ENCODE_CODE) << (c & ENCODE_LENGTH);
  uint32_t of_ab = (a + b) & ENCODE_LENGTH, of_cd = (c + d) & ENCODE_LENGTH;
  lane->bits = bits | (ab | (uint64_t)cd << of_ab) << held;
  lane->held = held + of_ab + of_cd;
  return a | b | c | d;
}

struct span NAME(eight_encode)(struct workspace *ws, const struct coding *c, const uint8_t *symbols,
                               size_t count) {
  uint32_t table[256];
  encode_table(c, table);
  uint8_t nowhere[4];
  struct writer out;
  writer_open(&out, ws->out, nowhere, LANES, WORD);
  uint8_t *end = out.end;
  size_t i = 0;
#define BEGIN(l) struct lane lane##l = {0, nowhere, nowhere, 2 * WORD};
  EACH_OF_8(BEGIN)
#define ENCODE(l) flags |= encode_lane(&lane##l, table, symbols + i + R * l, &end);
  for (; count - i >= ROUND; i += ROUND) {
    uint32_t flags = 0;
    EACH_OF_8(ENCODE)
    if (flags & ENCODE_ESCAPE) {
      end = put_literals(table, symbols + i, ROUND, end);
    }
  }
#define FINISH(l)                    \
  out.bits[l] = lane##l.bits;           \
  out.held[l] = lane##l.held;           \
  out.slot[l] = lane##l.slot;           \
  out.next_slot[l] = lane##l.next_slot;
  EACH_OF_8(FINISH)
  out.end = end;
  encode_last_round(&out, table, symbols + i, count - i, LANES, WORD, R);
  return (struct span){ws->out, (size_t)(out.end - ws->out)};
}
