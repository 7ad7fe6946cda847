/* What an encoder must know of a block's symbols, and what it chooses then. */
#include "select.h"

/* B-23 */
bool is_constant(const uint8_t *symbols, size_t count) {
  return memcmp(symbols, symbols + 1, count - 1) == 0;
}

/* Sums up to 128 groups of eight symbols: as many as four 16-bit sums can take. Compilers vectorise it. */
static void sum_groups(const uint8_t *symbols, size_t groups, uint64_t *sum, uint64_t *non_zero) {
  const uint64_t even = 0x00ff00ff00ff00ffu, low = 0x7f7f7f7f7f7f7f7fu, ones = 0x0101010101010101u;
  uint64_t sums = 0, there = 0;
  for (size_t i = 0; i < groups; i++) {
    uint64_t group; /* in any order of bytes */
    memcpy(&group, symbols + 8 * i, 8);
    sums += (group & even) + (group >> 8 & even);
    there += (((group & low) + low) | group) >> 7 & ones;
  }
  *sum += (sums & 0xffff) + (sums >> 16 & 0xffff) + (sums >> 32 & 0xffff) + (sums >> 48);
  /* at most 128 a byte: the product would overflow, two halves do not */
  *non_zero += ((there & even) + (there >> 8 & even)) * 0x0001000100010001u >> 48;
}

uint32_t mean_with_rest(uint64_t sum, uint64_t non_zero, const uint8_t *rest, size_t count) {
  for (size_t i = 0; i < count; i++) {
    sum += rest[i];
    non_zero += rest[i] != 0;
  }
  return non_zero == 0 ? 0 : (uint32_t)(sum / non_zero);
}

/* B-06 */
uint32_t mean_by_words(const uint8_t *symbols, size_t count) {
  uint64_t sum = 0, non_zero = 0;
  size_t i = 0;
  for (; count - i >= 1024; i += 1024) {
    sum_groups(symbols + i, 128, &sum, &non_zero);
  }
  sum_groups(symbols + i, (count - i) / 8, &sum, &non_zero);
  i += (count - i) / 8 * 8;
  return mean_with_rest(sum, non_zero, symbols + i, count - i);
}

static bool rule_is_legal(const vail_bias_t *bias) {
  switch (bias->rule) {
    case VAIL_BIAS_ABSOLUTE: return bias->value >= 0 && bias->value <= 254;
    case VAIL_BIAS_MEAN: return bias->value >= -254 && bias->value <= 254;
    case VAIL_BIAS_PREVIOUS: return bias->value == 0;
    default: return false;
  }
}

static bool candidate_is_legal(const vail_candidate_t *c) {
  return c->slot != RAW_SLOT && c->slot != CONSTANT_SLOT && c->layout <= LAYOUT_BITS &&
         (c->layout & 7) != 7 && c->layout >> 3 != 3 && c->reserved == 0;
}

uint32_t policy_check(const vail_policy_t *policy) {
  bool legal = policy->order <= VAIL_STREAMED && policy->constant <= 1 && policy->reserved == 0 &&
               policy->stride >= 1 && (policy->candidate_count == 0 || policy->bias_count > 0);
  for (uint64_t i = 0; legal && i < policy->bias_count; i++) {
    legal = rule_is_legal(&policy->biases[i]);
  }
  const vail_candidate_t *c = policy->candidates;
  for (uint64_t i = 0; legal && i < policy->candidate_count; i++) {
    legal = candidate_is_legal(&c[i]) && (i == 0 || c[i - 1].slot * 256 + c[i - 1].epoch <
                                                        c[i].slot * 256 + c[i].epoch);
  }
  return legal ? VAIL_OK : VAIL_BAD_ARGUMENT;
}

uint32_t policy_check_books(const vail_policy_t *policy, const vail_t *session) {
  bool legal = true;
  for (uint64_t i = 0; i < policy->candidate_count; i++) {
    const vail_candidate_t *c = &policy->candidates[i];
    const struct book *book = session_book(session, c->slot, c->epoch);
    if (book == NULL) {
      return VAIL_CODEBOOK_UNKNOWN;
    }
    legal = legal && layout_is_legal(book, c->layout);
  }
  return legal ? VAIL_OK : VAIL_BAD_ARGUMENT;
}

/* B-06 and B-07 */
static unsigned bias_of(const vail_bias_t *bias, const struct book *book, uint32_t mean,
                        uint32_t mean_before) {
  if (bias->rule == VAIL_BIAS_ABSOLUTE) {
    return (unsigned)bias->value;
  }
  uint32_t of = bias->rule == VAIL_BIAS_PREVIOUS ? mean_before : mean;
  unsigned moved = of == 0 ? 0 : (of + 255 - book->center) % 255;
  return (unsigned)((int)moved + 255 + bias->value) % 255;
}

/* The symbols that occur in the sample of B-25, and how often. */
struct sample {
  uint32_t count[256];
  uint8_t symbol[256];
  unsigned symbols;
};

static void take_sample(struct sample *sample, const uint8_t *symbols, size_t count, size_t stride) {
  uint32_t counts[4][256] = {{0}}; /* four, so that runs of a symbol do not wait for each other */
  for (size_t group = 0; group < count; group += 64 * stride) {
    size_t end = count - group < 64 ? count : group + 64;
    size_t i = group;
    for (; end - i >= 4; i += 4) {
      counts[0][symbols[i]]++;
      counts[1][symbols[i + 1]]++;
      counts[2][symbols[i + 2]]++;
      counts[3][symbols[i + 3]]++;
    }
    for (; i < end; i++) {
      counts[0][symbols[i]]++;
    }
  }
  sample->symbols = 0;
  for (unsigned s = 0; s < 256; s++) {
    uint32_t times = counts[0][s] + counts[1][s] + counts[2][s] + counts[3][s];
    sample->symbol[sample->symbols] = (uint8_t)s;
    sample->count[sample->symbols] = times;
    sample->symbols += times > 0;
  }
}

static uint64_t bits_of_sample(const struct sample *sample, const struct book *book, unsigned bias) {
  uint64_t bits = 0;
  for (unsigned i = 0; i < sample->symbols; i++) {
    unsigned length = book->length[bias_apply(sample->symbol[i], bias)];
    bits += (uint64_t)sample->count[i] * (length > 0 ? length : book->length[ESC] + 8u);
  }
  return bits;
}

static bool asks_for(const vail_policy_t *policy, uint32_t rule) {
  for (uint64_t i = 0; i < policy->bias_count; i++) {
    if (policy->biases[i].rule == rule) {
      return true;
    }
  }
  return false;
}

/* Pairs; with more, to count once is cheaper. */
enum { FEW_PAIRS = 16 };

/* A block, and what is known of it when its pair is chosen. */
struct block {
  const struct level *level;
  const uint8_t *symbols;
  size_t count, stride;
  bool counted; /* in the sample */
  struct sample *sample;
};

/* To count the sample is dear: for a few pairs some levels rather look lengths up, in tables of short books. */
static void look_at(struct block *block, const vail_policy_t *policy, const vail_t *session) {
  block->counted = block->level->bits == NULL || policy->candidate_count * policy->bias_count > FEW_PAIRS;
  for (uint64_t i = 0; i < policy->candidate_count; i++) {
    const vail_candidate_t *c = &policy->candidates[i];
    block->counted = block->counted || session_book(session, c->slot, c->epoch)->is_long;
  }
  if (block->counted) {
    take_sample(block->sample, block->symbols, block->count, block->stride);
  }
}

static uint64_t bits_of(const struct block *block, const vail_candidate_t *c, const struct book *book,
                        unsigned bias) {
  if (block->counted) {
    return bits_of_sample(block->sample, book, bias);
  }
  struct coding coding = coding_of(book, bias, c->layout);
  return block->level->bits(&coding, block->symbols, block->count, block->stride);
}

struct choice select_choice(const vail_policy_t *policy, const vail_t *session, const uint8_t *symbols,
                            size_t count, uint32_t mean_before) {
  const struct level *level = session_level(session);
  bool previous = asks_for(policy, VAIL_BIAS_PREVIOUS);
  bool needs_mean = previous || asks_for(policy, VAIL_BIAS_MEAN);
  uint32_t own_mean = needs_mean ? level->mean(symbols, count) : 0;
  bool single = policy->candidate_count == 1 && policy->bias_count == 1;
  struct sample sample;
  struct block block = {
      .level = level, .symbols = symbols, .count = count, .stride = policy->stride, .sample = &sample};
  if (!single) {
    look_at(&block, policy, session);
  }
  struct choice best = {.bias = 0};
  uint64_t fewest = UINT64_MAX;
  for (uint64_t i = 0; i < policy->candidate_count; i++) {
    const vail_candidate_t *c = &policy->candidates[i];
    const struct book *book = session_book(session, c->slot, c->epoch);
    for (uint64_t j = 0; j < policy->bias_count; j++) {
      unsigned bias = bias_of(&policy->biases[j], book, own_mean, mean_before);
      uint64_t bits = single ? 0 : bits_of(&block, c, book, bias);
      if (bits < fewest) {
        fewest = bits;
        best = (struct choice){*c, book, bias, previous ? own_mean : mean_before};
      }
    }
  }
  return best;
}
