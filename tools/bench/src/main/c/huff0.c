/*
 * huff0, the Huffman coder of zstd, with its tables built once: what a fixed book makes of it. Four streams a call
 * and no table in them. The functions are those of zstd's own huf.h from 1.5.4 on, which its packages do not
 * install but whose static archive exports them.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SYMBOLS = 256, CODE_BITS = 11, DECODE_BITS = 12, OLDEST = 10504, BMI2 = 1 };

unsigned ZSTD_versionNumber(void);
unsigned HUF_isError(size_t code);
size_t HUF_buildCTable_wksp(size_t *table, const uint32_t *counts, uint32_t last, uint32_t bits, void *work, size_t size);
size_t HUF_writeCTable_wksp(void *to, size_t room, const size_t *table, unsigned last, unsigned bits, void *work,
                            size_t size);
size_t HUF_readDTableX1_wksp(uint32_t *table, const void *from, size_t bytes, void *work, size_t size, int flags);
size_t HUF_readDTableX2_wksp(uint32_t *table, const void *from, size_t bytes, void *work, size_t size, int flags);
size_t HUF_compress4X_usingCTable(void *to, size_t room, const void *from, size_t bytes, const size_t *table, int flags);
size_t HUF_decompress4X_usingDTable(void *to, size_t room, const void *from, size_t bytes, const uint32_t *table,
                                    int flags);

typedef struct {
  size_t encode[SYMBOLS + 1];
  uint32_t decode[3][1 + (1 << DECODE_BITS)]; /* by the symbols a look-up gives; 0 is not used */
  int flags;
} huff0_t;

#define EXPORT __attribute__((visibility("default")))

static int flags(void) {
#ifdef __x86_64__
  return __builtin_cpu_supports("bmi2") ? BMI2 : 0;
#else
  return 0;
#endif
}

static int build(huff0_t *tables, const uint32_t *counts, void *work, size_t size) {
  uint8_t form[2 * SYMBOLS];
  size_t bits = HUF_buildCTable_wksp(tables->encode, counts, SYMBOLS - 1, CODE_BITS, work, size);
  if (HUF_isError(bits)) return 0;
  size_t bytes = HUF_writeCTable_wksp(form, sizeof form, tables->encode, SYMBOLS - 1, (unsigned)bits, work, size);
  if (HUF_isError(bytes)) return 0;
  tables->decode[1][0] = tables->decode[2][0] = CODE_BITS * 0x01000001u;
  return !HUF_isError(HUF_readDTableX1_wksp(tables->decode[1], form, bytes, work, size, tables->flags)) &&
         !HUF_isError(HUF_readDTableX2_wksp(tables->decode[2], form, bytes, work, size, tables->flags));
}

/* Tables from 256 counts, none of them zero; NULL if there is no memory, the archive is too old or it refuses. */
EXPORT huff0_t *huff0_open(const uint32_t *counts) {
  enum { WORK = 1 << 17 };
  huff0_t *tables = calloc(1, sizeof *tables);
  void *work = malloc(WORK);
  if (tables) tables->flags = flags();
  if (!tables || !work || ZSTD_versionNumber() < OLDEST || !build(tables, counts, work, WORK)) {
    free(tables);
    tables = NULL;
  }
  free(work);
  return tables;
}

EXPORT void huff0_close(huff0_t *tables) { free(tables); }

/* Bytes written; 0 where coding does not make it smaller; negative for an error. */
EXPORT int64_t huff0_encode(const huff0_t *tables, const uint8_t *from, size_t bytes, uint8_t *to, size_t room) {
  size_t written = HUF_compress4X_usingCTable(to, room, from, bytes, tables->encode, tables->flags);
  return HUF_isError(written) ? -1 : (int64_t)written;
}

/* Symbols written by the decoder that looks up one or two symbols at a time; negative for an error. */
EXPORT int64_t huff0_decode(const huff0_t *tables, int32_t symbols, const uint8_t *from, size_t bytes, uint8_t *to,
                            size_t count) {
  size_t written = HUF_decompress4X_usingDTable(to, count, from, bytes, tables->decode[symbols], tables->flags);
  return HUF_isError(written) ? -1 : (int64_t)written;
}
