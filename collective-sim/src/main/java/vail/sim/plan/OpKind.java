package vail.sim.plan;

import java.util.Locale;

/** What a die can do with pieces. */
public enum OpKind {
  /** Counts symbols, for a codebook of the pieces' own. */
  HISTOGRAM(0),
  /** Makes that codebook. */
  TREE(1),
  /** Compresses values into a frame. */
  ENCODE(2),
  /** Sends values, or a frame that this die has just encoded. */
  SEND(3),
  /** Sends frames as they came, or as they have been sent before. */
  FORWARD(4),
  /** Has received values or a frame. */
  RECV(5),
  /** Restores the values of a received frame. */
  DECODE(6),
  /** Adds received values to the die's own. */
  REDUCE(7),
  /** Copies values within the die. */
  COPY(8),
  /** Waits until all lanes have come here. */
  FENCE(9),
  /** Adds pieces of the die to others of its own. */
  ADD(10);

  private static final OpKind[] ALL = values();

  private final byte code;
  private final String word = name().toLowerCase(Locale.ROOT);

  OpKind(int code) {
    this.code = (byte) code;
  }

  /** What people read, e.g. {@code encode}. */
  public String word() {
    return word;
  }

  /** Whether it puts bytes on a link. */
  public boolean sends() {
    return this == SEND || this == FORWARD;
  }

  /** Its number, counted from 0 in the order of this list. */
  public byte code() {
    return code;
  }

  static OpKind of(byte code) {
    return ALL[code];
  }
}
