/*
 * What the simulated hardware offers beyond core/spec/vail.h: counters, and single clock cycles for tests.
 * The rules of vail.h hold here as well.
 *
 * Options of vail_open: offer=N and take=N, of 0 to 256. In N of 256 cycles the driver has a beat for the
 * circuit, or takes one from it; 256 if not named. Which cycles these are is the same in every run.
 * sliced=1: blocks go to circuits side by side (tools/sliced.py), sliced=0: one after the other through one;
 * if not named, what is faster. With pauses, or the bias `previous`, it is one.
 */
#ifndef VAIL_RTL_H
#define VAIL_RTL_H

#include "vail.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VAIL_RTL_LANES 16u

enum { VAIL_RTL_ENCODER = 0, VAIL_RTL_DECODER = 1 };

/* Of all sessions of this process, since it began. 64 bytes, no gaps. */
typedef struct {
  uint64_t cycles;      /* in which blocks were under way */
  uint64_t book_cycles; /* in which a book was loaded */
  uint64_t blocks;
  uint64_t bytes_in;
  uint64_t bytes_out;
  uint64_t refused;     /* cycles in which a beat was offered and the circuit did not take it */
  uint64_t starved;     /* cycles in which the circuit would have taken a beat and there was none */
  uint64_t blocked;     /* cycles in which the circuit gave a beat and nobody took it */
} vail_rtl_counters_t;

/* The counters of all encoders or of all decoders. BAD_ARGUMENT: neither. */
VAIL_API int32_t vail_rtl_counters(uint32_t which, vail_rtl_counters_t *counters);

/* The circuits that there are in this process: none when no session is open. */
VAIL_API uint32_t vail_rtl_circuits(void);

/*
 * Only in a library that is made for it (tools/library.sh OUT trace): an encoder or a decoder without pauses, the
 * next to be taken, writes a waveform (VCD) of its next so many cycles to a file, without those in which it loads
 * books. An empty path ends all waveforms; files are complete when all sessions are closed as well. BAD_ARGUMENT:
 * neither, or a file that cannot be written.
 */
VAIL_API int32_t vail_rtl_trace(uint32_t which, const char *path, size_t length, uint64_t cycles);

/* Pins of vail_enc_block and vail_dec_block (fpga/README.md), without those of AXI4-Lite. */
typedef struct {
  uint8_t cmd_valid, slot, epoch, bias, rule, best, constant, streamed;
  uint16_t count; /* symbols less one */
  uint8_t s_valid, m_ready;
  uint8_t s_data[VAIL_RTL_LANES];
  uint8_t cmd_ready, s_ready, m_valid, m_last, m_count; /* from here on results */
  uint8_t m_data[VAIL_RTL_LANES];
} vail_rtl_encoder_pins_t;

typedef struct {
  uint8_t s_valid, s_count, s_last, m_ready;
  uint8_t s_data[VAIL_RTL_LANES];
  uint8_t s_ready, m_valid, m_last, m_count, m_fault; /* from here on results */
  uint8_t m_data[VAIL_RTL_LANES];
} vail_rtl_decoder_pins_t;

/*
 * One clock cycle of a circuit of the session that no batch uses: sets the inputs, lets the circuit settle,
 * gives its outputs back, and then clocks it. The first eight books of the session, by epoch and slot, are in its
 * banks. Wants the session for itself.
 */
VAIL_API int32_t vail_rtl_clock_encoder(vail_t *session, vail_rtl_encoder_pins_t *pins);
VAIL_API int32_t vail_rtl_clock_decoder(vail_t *session, vail_rtl_decoder_pins_t *pins);

#ifdef __cplusplus
}
#endif

#endif
