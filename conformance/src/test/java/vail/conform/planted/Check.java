package vail.conform.planted;

/** The checks of a block in the order of B-21. */
enum Check {
  HEAD,
  VERSION,
  RESERVED,
  BOOK,
  LAYOUT,
  BIAS,
  TAIL,
  SIZES,
  LIMIT,
  WHOLE,
  TRAILING,
  ROOM,
  SUM,
  PAYLOAD
}
