/* Books: the binary form, its checks in their order, and the codes that follow from the lengths. */
#include "codec.h"

enum { FLAGS_AT = 4, CENTER_AT = 5, NIBBLES_AT = 6, MOST_SHORT = 8, MOST_LONG = 15 };

/* C-08, checks 1 to 4. */
static struct trouble check_form(const uint8_t *bytes, size_t size) {
  if (size < VAIL_BOOK_BYTES) {
    return (struct trouble){VAIL_TRUNCATED, size};
  }
  if (size > VAIL_BOOK_BYTES) {
    return (struct trouble){VAIL_TRAILING_DATA, VAIL_BOOK_BYTES};
  }
  if (memcmp(bytes, "VBK1", 4) != 0) {
    return (struct trouble){VAIL_BAD_MAGIC, 0};
  }
  if (bytes[FLAGS_AT] > 1) {
    return (struct trouble){VAIL_RESERVED_NONZERO, FLAGS_AT};
  }
  if (bytes[VAIL_BOOK_BYTES - 1] >> 4 != 0) {
    return (struct trouble){VAIL_RESERVED_NONZERO, VAIL_BOOK_BYTES - 1};
  }
  return (struct trouble){VAIL_OK, 0};
}

/* C-08, checks 5 to 8: C-02 to C-04. */
static struct trouble check_lengths(const struct book *book) {
  unsigned most = book->is_long ? MOST_LONG : MOST_SHORT;
  uint32_t kraft = 0; /* in units of 2^-15 */
  unsigned coded = 0;
  for (unsigned i = 0; i < LENGTHS; i++) {
    if (book->length[i] > most) {
      return (struct trouble){VAIL_CODEBOOK_LENGTH_RANGE, NIBBLES_AT + i / 2};
    }
    kraft += book->length[i] > 0 ? 1u << (15 - book->length[i]) : 0;
    coded += i < ESC && book->length[i] > 0;
  }
  if (kraft > 1u << 15) {
    return (struct trouble){VAIL_CODEBOOK_OVERSUBSCRIBED, NIBBLES_AT};
  }
  if (kraft < 1u << 15) {
    return (struct trouble){VAIL_CODEBOOK_INCOMPLETE, NIBBLES_AT};
  }
  if ((book->length[ESC] > 0) == (coded == 256)) {
    return (struct trouble){VAIL_CODEBOOK_SHAPE, VAIL_BOOK_BYTES - 1};
  }
  return (struct trouble){VAIL_OK, 0};
}

static uint16_t reversed(unsigned code, unsigned length) {
  unsigned result = 0;
  for (unsigned bit = 0; bit < length; bit++) {
    result |= (code >> bit & 1) << (length - 1 - bit);
  }
  return (uint16_t)result;
}

/* C-05 */
static void number_codes(struct book *book) {
  unsigned next = 0;
  for (unsigned length = 1; length <= MOST_LONG; length++, next <<= 1) {
    for (unsigned i = 0; i < LENGTHS; i++) {
      if (book->length[i] == length) {
        book->code[i] = reversed(next++, length);
        book->longest = (uint8_t)length;
      }
    }
  }
}

static void set_windows(struct book *book, unsigned coded, uint8_t t) {
  unsigned length = book->length[coded];
  for (unsigned window = book->code[coded]; window < 256; window += 1u << length) {
    book->window_t[window] = t;
    book->window_length[window & 127] = (uint8_t)length;
  }
}

static void fill_byte_tables(struct book *book) {
  for (unsigned t = 0; t < 256; t++) {
    bool coded = book->length[t] > 0;
    unsigned as = coded ? t : ESC;
    book->coded[t] = coded ? 0x80 : 0;
    book->code8[t] = (uint8_t)book->code[as];
    book->upper8[t] = (uint8_t)(book->code[as] << (8 - book->length[as]));
    book->length8[t] = (uint8_t)(book->length[as] | (coded ? 0 : 0x80));
    if (coded) {
      set_windows(book, t, (uint8_t)t);
    }
  }
  if (book->length[ESC] > 0) {
    set_windows(book, ESC, book->placeholder);
  }
}

/* Codes in order of their lengths, the longest last: where those of more than 6 bits take a quarter or less
   of all windows, they start with two ones. */
static void fill_peak_tables(struct book *book) {
  book->is_peaked = true;
  for (unsigned i = 0; i < 64; i++) {
    unsigned window = i << 2 | 3;
    bool told = book->window_length[i] <= 6;
    book->is_peaked = book->is_peaked && (told || (i & 3) == 3);
    book->peak_t[i] = book->window_t[i];
    book->peak_t[64 + i] = book->window_t[window];
    book->peak_length[i] = told ? book->window_length[i] : 0x80;
    book->peak_length[64 + i] = book->window_length[window & 127];
  }
}

/* The circle of 255 without its longest gap. */
static void find_arc(struct book *book) {
  unsigned gap = 0, longest = 0, after = 1;
  for (unsigned i = 0; i < 2 * 255; i++) {
    unsigned t = i % 255 + 1;
    if (book->length[t] > 0) {
      gap = 0;
    } else if (++gap > longest && gap <= 255) {
      longest = gap;
      after = t % 255 + 1;
    }
  }
  book->arc_start = (uint8_t)after;
  book->arc_length = (uint8_t)(255 - longest);
}

struct trouble book_read(struct book *book, const uint8_t *bytes, size_t size) {
  struct trouble trouble = check_form(bytes, size);
  if (trouble.fault) {
    return trouble;
  }
  memset(book, 0, sizeof *book);
  book->is_long = bytes[FLAGS_AT] == 1;
  book->center = bytes[CENTER_AT];
  for (unsigned i = 0; i < LENGTHS; i++) {
    book->length[i] = bytes[NIBBLES_AT + i / 2] >> 4 * (i % 2) & 15;
  }
  trouble = check_lengths(book);
  if (trouble.fault) {
    return trouble;
  }
  number_codes(book);
  for (unsigned t = 0; t < 256; t++) {
    book->placeholder = book->length[t] > 0 ? book->placeholder : (uint8_t)t;
  }
  find_arc(book);
  if (!book->is_long) {
    fill_byte_tables(book);
    fill_peak_tables(book);
  }
  uint8_t digest[VAIL_DIGEST_BYTES];
  sha256(bytes, size, digest);
  book->seed = crc_by_table(CRC_START, digest, 8);
  return trouble;
}
