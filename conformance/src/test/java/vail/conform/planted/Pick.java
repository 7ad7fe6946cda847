package vail.conform.planted;

/** What a block is coded with. */
record Pick(PlainBook book, int slot, int epoch, int bias, int lanes, int word) {}
