/*
 * A simulated board: the kernel of fpga/src/main/sv/vail_kernel.sv with a memory beside it, cycle by cycle.
 * What a driver does with a board it does here: registers (fpga/boards/README.md), copies, waiting.
 * Faults and rules are those of core/spec/vail.h; a board is used by one thread at a time.
 */
#ifndef VAIL_BOARD_H
#define VAIL_BOARD_H

#include "vail.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. */
#define VAIL_BOARD_INTERFACE 1u

typedef struct vail_board vail_board_t;

VAIL_API uint32_t vail_board_version(void);

/*
 * Opens a board whose memory has a number of bytes, from an address on, and is ready in `pace` of 256 cycles.
 * BAD_ARGUMENT: no memory, one that ends beyond the last address, or a pace that is not 1 to 256; INTERNAL: this
 * machine lacks the memory.
 */
VAIL_API int32_t vail_board_open(uint64_t first, uint64_t bytes, uint32_t pace, vail_board_t **board);

/* One access by AXI4-Lite; takes some cycles. BAD_ARGUMENT: no register can be there. */
VAIL_API int32_t vail_board_write(vail_board_t *board, uint32_t address, uint32_t value);
VAIL_API int32_t vail_board_read(vail_board_t *board, uint32_t address, uint32_t *value);

/* Copies to and from the memory; takes no cycles. BAD_ARGUMENT: outside of it. */
VAIL_API int32_t vail_board_to_device(vail_board_t *board, uint64_t address, const uint8_t *bytes, size_t count);
VAIL_API int32_t vail_board_from_device(vail_board_t *board, uint64_t address, size_t count, uint8_t *bytes);

/*
 * Runs for so many cycles, or until the kernel interrupts; *interrupted says which. INTERNAL: the kernel broke
 * a rule of AXI.
 */
VAIL_API int32_t vail_board_run(vail_board_t *board, uint64_t cycles, uint32_t *interrupted);

/* The boards that are open in this process. */
VAIL_API uint32_t vail_board_count(void);

VAIL_API int32_t vail_board_close(vail_board_t *board);

#ifdef __cplusplus
}
#endif

#endif
