/*
 * Stands in for AMD's XRT: a device with registers and memory and no kernel behind them. What it refuses is said
 * by the name of the file that is loaded: "…noload", "…nokernel", "…nobuffer". Counts what is open.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { REGISTERS = 1024, TO_DEVICE = 0 };

typedef struct {
  uint32_t registers[REGISTERS];
  uint8_t *host, *device;
  size_t bytes;
  char file[256];
} board_t;

static int32_t open_things;

int32_t fake_open_things(void) { return open_things; }

void *xrtDeviceOpen(unsigned index) {
  if (index > 1) return NULL;
  open_things++;
  return calloc(1, sizeof(board_t));
}
int xrtDeviceClose(void *device) {
  open_things--;
  free(device);
  return 0;
}
static int refuses(const board_t *board, const char *what) { return strstr(board->file, what) != NULL; }
int xrtDeviceLoadXclbinFile(void *device, const char *file) {
  board_t *board = device;
  strncpy(board->file, file, sizeof board->file - 1);
  return refuses(board, "noload") ? -22 : 0;
}
int xrtDeviceGetXclbinUUID(void *device, unsigned char *out) {
  (void)device;
  memset(out, 7, 16);
  return 0;
}
void *xrtPLKernelOpenExclusive(void *device, const unsigned char *id, const char *name) {
  board_t *board = device;
  if (refuses(board, "nokernel") || id[15] != 7 || strcmp(name, "vail_board") != 0) return NULL;
  open_things++;
  return board;
}
int xrtKernelClose(void *kernel) {
  (void)kernel;
  open_things--;
  return 0;
}
int xrtKernelArgGroupId(void *kernel, int argument) {
  (void)kernel;
  return argument == 0 ? 3 : -1;
}
int xrtKernelReadRegister(void *kernel, uint32_t offset, uint32_t *value) {
  if (offset / 4 >= REGISTERS) return -22;
  *value = ((board_t *)kernel)->registers[offset / 4];
  return 0;
}
int xrtKernelWriteRegister(void *kernel, uint32_t offset, uint32_t value) {
  if (offset / 4 >= REGISTERS) return -22;
  ((board_t *)kernel)->registers[offset / 4] = value;
  return 0;
}
void *xrtBOAlloc(void *device, size_t bytes, uint64_t flags, uint32_t bank) {
  board_t *board = device;
  if (refuses(board, "nobuffer") || flags != 0 || bank != 3) return NULL;
  board->bytes = bytes;
  board->host = calloc(1, bytes);
  board->device = calloc(1, bytes);
  open_things++;
  return board;
}
uint64_t xrtBOAddress(void *buffer) {
  (void)buffer;
  return 0x400000000u;
}
static int within(const board_t *board, size_t count, size_t at) { return at <= board->bytes && count <= board->bytes - at; }
int xrtBOWrite(void *buffer, const void *from, size_t count, size_t at) {
  board_t *board = buffer;
  if (!within(board, count, at)) return -22;
  memcpy(board->host + at, from, count);
  return 0;
}
int xrtBORead(void *buffer, void *to, size_t count, size_t at) {
  board_t *board = buffer;
  if (!within(board, count, at)) return -22;
  memcpy(to, board->host + at, count);
  return 0;
}
/* What is not copied over is not there: the two sides have memory of their own. */
int xrtBOSync(void *buffer, int way, size_t count, size_t at) {
  board_t *board = buffer;
  if (!within(board, count, at)) return -22;
  if (way == TO_DEVICE) memcpy(board->device + at, board->host + at, count);
  else memcpy(board->host + at, board->device + at, count);
  return 0;
}
int xrtBOFree(void *buffer) {
  board_t *board = buffer;
  open_things--;
  free(board->host);
  free(board->device);
  return 0;
}
