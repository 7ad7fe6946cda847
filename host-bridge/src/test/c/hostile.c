/*
 * Every level against the reference, on good and on damaged blocks, from C: what sanitizers watch.
 * Usage: hostile SEED TRIALS. Each buffer has exactly the bytes that are handed over, so that a byte too
 * many is seen. Ends with 1 and the seed at the first difference.
 */
#include "vail.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

static uint32_t below(uint32_t bound) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)((state >> 33) * bound >> 31);
}

/* A random complete code: leaves of a tree that is nowhere deeper than the class allows. */
static void random_book(uint8_t book[VAIL_BOOK_BYTES], bool is_long) {
  unsigned limit = is_long ? 15 : 8;
  unsigned coded = below(2) ? 1 + below(20) : below(8) ? 1 + below(255) : 256;
  unsigned leaves = coded == 256 ? 256 : coded + 1, depth[257] = {0}, length[257] = {0};
  bool deep = below(2);
  for (unsigned grown = 1; grown < leaves; grown++) {
    unsigned split = deep ? grown - 1 - below(grown < 3 ? grown : 3) : below(grown);
    for (unsigned i = 0; depth[split] >= limit; i++) {
      split = i;
    }
    depth[grown] = ++depth[split];
  }
  unsigned first = below(256), step = below(3) ? 1 : 2 * below(128) + 1;
  for (unsigned i = 0; i < coded; i++) {
    length[(first + i * step) % 256] = depth[i];
  }
  length[256] = coded < 256 ? depth[coded] : 0;
  memset(book, 0, VAIL_BOOK_BYTES);
  memcpy(book, "VBK1", 4);
  book[4] = is_long;
  book[5] = (uint8_t)below(256);
  for (unsigned i = 0; i < 257; i++) {
    book[6 + i / 2] |= (uint8_t)(length[i] << 4 * (i % 2));
  }
}

struct memory {
  uint8_t *bytes;
  size_t size;
};

static struct memory memory(size_t size) { return (struct memory){malloc(size ? size : 1), size}; }

static struct memory copy(const uint8_t *bytes, size_t size) {
  struct memory copied = memory(size);
  memcpy(copied.bytes, bytes, size);
  return copied;
}

/* Symbols of one shape: fitting more or less, escapes, one symbol. */
static void random_symbols(struct memory symbols, unsigned middle) {
  unsigned shape = below(4), spread = 1 + below(12);
  for (size_t i = 0; i < symbols.size; i++) {
    symbols.bytes[i] = (uint8_t)(shape == 0   ? below(256)
                                 : shape == 1 ? middle
                                              : middle + below(spread) - below(spread));
  }
}

enum { SESSIONS = 4 };

struct run {
  vail_t *session[SESSIONS];
  unsigned sessions;
  vail_policy_t policy;
  vail_candidate_t candidate;
  vail_bias_t bias;
};

static int differs(const char *what, unsigned level, uint64_t seed) {
  printf("%s: level %u is not the reference (seed %llu)\n", what, level, (unsigned long long)seed);
  return 1;
}

/* One block by one session; target filled with 0xa5 before. */
static vail_block_t code(const struct run *run, unsigned level, bool decode, struct memory source,
                         struct memory target) {
  vail_block_t block = {.source_bytes = (uint32_t)source.size, .target_room = (uint32_t)target.size};
  uint32_t mean = 0;
  memset(target.bytes, 0xa5, target.size);
  int32_t fault =
      decode ? vail_decode(run->session[level], VAIL_RELEASE_WHOLE, VAIL_MOST_SYMBOLS, source.bytes, source.size,
                           target.bytes, target.size, &block, 1)
             : vail_encode(run->session[level], &run->policy, source.bytes, source.size, target.bytes,
                           target.size, &block, 1, &mean);
  if (fault) {
    printf("call refused: %d\n", fault);
    exit(1);
  }
  return block;
}

/* All levels do the same with a source; the reference's result stays in `target`. */
static int compare(const struct run *run, bool decode, struct memory source, struct memory target,
                   vail_block_t *result, uint64_t seed) {
  *result = code(run, 0, decode, source, target);
  for (unsigned level = 1; level < run->sessions; level++) {
    struct memory own = memory(target.size);
    vail_block_t block = code(run, level, decode, source, own);
    bool same = block.fault == result->fault && block.fault_at == result->fault_at &&
                block.bytes == result->bytes && memcmp(own.bytes, target.bytes, target.size) == 0;
    free(own.bytes);
    if (!same) {
      return differs(decode ? "decode" : "encode", level, seed);
    }
  }
  return 0;
}

static uint32_t crc(uint32_t value, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    value ^= bytes[i];
    for (int bit = 0; bit < 8; bit++) {
      value = value >> 1 ^ (value & 1 ? 0x82f63b78u : 0);
    }
  }
  return value;
}

/* Makes size and check right again, so that the payload has its turn. */
static void repair(struct memory block, const uint8_t digest[VAIL_DIGEST_BYTES]) {
  uint8_t *tail = block.bytes + (block.bytes[2] & 32 ? block.size - 6 : 6);
  size_t payload = block.size - 12;
  tail[0] = (uint8_t)(payload - 1);
  tail[1] = (uint8_t)((payload - 1) >> 8);
  uint32_t value = crc(0xffffffffu, digest, 8);
  value = crc(value, block.bytes, 6);
  value = crc(value, block.bytes + (block.bytes[2] & 32 ? 6 : 12), payload);
  value = ~crc(value, tail, 2);
  for (int i = 0; i < 4; i++) {
    tail[2 + i] = (uint8_t)(value >> 8 * i);
  }
}

/* Flips, cuts, grows or fills a block. */
static struct memory damage(struct memory block) {
  size_t size = block.size;
  unsigned kind = below(4);
  size = kind == 0 ? size - below((uint32_t)(size < 9 ? size : 9)) : kind == 1 ? size + below(9) : size;
  struct memory damaged = memory(size);
  for (size_t i = 0; i < size; i++) {
    bool random = i >= block.size || (kind == 2 && i >= 12);
    damaged.bytes[i] = random ? (uint8_t)below(256) : block.bytes[i];
  }
  for (unsigned flips = kind == 3 ? 1 + below(3) : 0; flips > 0; flips--) {
    damaged.bytes[below((uint32_t)size)] ^= (uint8_t)(1u << below(8));
  }
  return damaged;
}

static size_t random_size(bool streamed) {
  static const uint16_t edges[] = {1, 63, 64, 65, 127, 128, 255, 256, 257, 4095, 4096, 4097};
  switch (below(8)) {
    case 0: return edges[below(sizeof edges / sizeof edges[0])];
    case 1: return 1 + below(streamed ? 16384 : 65536);
    default: return 1 + below(600);
  }
}

/* One book, one layout, one block, and eight damaged copies of it. */
static int trial(struct run *run, uint64_t seed) {
  state = seed;
  bool is_long = below(3) == 0;
  uint8_t book[VAIL_BOOK_BYTES], digest[VAIL_DIGEST_BYTES];
  uint64_t at;
  random_book(book, is_long);
  struct memory form = copy(book, sizeof book);
  for (unsigned level = 0; level < run->sessions; level++) {
    if (vail_load_book(run->session[level], 7, 1, form.bytes, form.size, digest, &at)) {
      return differs("book", level, seed);
    }
  }
  free(form.bytes);
  unsigned word = is_long ? 1 + below(2) : below(3);
  unsigned lanes = below(2) ? below(7) : word == 0 ? 6 : word == 1 ? 5 : 3;
  run->candidate = (vail_candidate_t){7, 1, (uint8_t)(word << 3 | lanes), 0};
  run->bias = below(2) ? (vail_bias_t){VAIL_BIAS_ABSOLUTE, (int32_t)below(255)}
                       : (vail_bias_t){VAIL_BIAS_MEAN, (int32_t)below(3) - 1};
  run->policy = (vail_policy_t){&run->candidate, 1, &run->bias, 1, 1, below(2), below(2), 0};
  struct memory symbols = memory(random_size(run->policy.order == VAIL_STREAMED));
  random_symbols(symbols, below(256));
  struct memory target = memory(symbols.size + (run->policy.order ? VAIL_STREAMED_BOUND : 12));
  struct memory decoded = memory(symbols.size + below(2) * 100);
  vail_block_t result;
  int wrong = compare(run, false, symbols, target, &result, seed);
  struct memory block = copy(target.bytes, result.bytes);
  wrong = wrong || compare(run, true, block, decoded, &result, seed);
  wrong = wrong || result.fault || memcmp(decoded.bytes, symbols.bytes, symbols.size) != 0;
  for (int i = 0; i < 8 && !wrong; i++) {
    struct memory damaged = damage(block);
    if (damaged.size > 12 && below(4) > 0) {
      repair(damaged, damaged.bytes[0] == 7 ? digest : (const uint8_t[8]){0});
    }
    wrong = compare(run, true, damaged, decoded, &result, seed);
    free(damaged.bytes);
  }
  free(symbols.bytes);
  free(target.bytes);
  free(decoded.bytes);
  free(block.bytes);
  return wrong;
}

int main(int arguments, char **argument) {
  static const char *const levels[SESSIONS] = {"level=reference", "level=portable", "level=avx2",
                                                "level=avx512"};
  struct run run = {.sessions = 0};
  for (int i = 0; i < SESSIONS; i++) {
    int32_t fault = vail_open(levels[i], strlen(levels[i]), &run.session[run.sessions]);
    printf("%s: %s\n", levels[i], fault ? "absent" : "ready");
    run.sessions += fault == 0;
  }
  uint64_t seed = arguments > 1 ? strtoull(argument[1], NULL, 10) : 1;
  uint64_t trials = arguments > 2 ? strtoull(argument[2], NULL, 10) : 1000;
  int wrong = 0;
  for (uint64_t i = 0; i < trials && !wrong; i++) {
    wrong = trial(&run, seed + i);
    if (wrong) {
      printf("failed (seed %llu)\n", (unsigned long long)(seed + i));
    }
  }
  for (unsigned i = 0; i < run.sessions; i++) {
    vail_close(run.session[i]);
  }
  return wrong;
}
