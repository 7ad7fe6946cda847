package vail.conform.export;

/** Forms of a set of vectors. */
public enum Form {
  /** The files of the set themselves, with manifest and signature. */
  JSON,
  /** Inputs, outputs and books as plain bytes. */
  BIN,
  /** The same for Verilog's {@code $readmemh}: a byte a line. */
  HEX,
  /** A table: a line a request. */
  CSV
}
