/*
 * The portable layout of short books (B-27), 8 lanes of 32 bits, in plain C. Lanes are written out, because
 * compilers keep the states of a loop over lanes in memory. Included by a file for each instruction set
 * that it is compiled for; NAME gives the functions their names.
 */
#include "portable.h"
#include "stream.h"

#define EACH_OF_8(act) act(0) act(1) act(2) act(3) act(4) act(5) act(6) act(7)

enum { LANES = 8, R = 4, ROUND = LANES * R, WORD = 32 };

/* Whether symbols are looked up one at a time or two. */
enum stride { ONE, TWO };

#include "eight_decode.h"
#include "eight_encode.h"
