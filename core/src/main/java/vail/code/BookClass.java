package vail.code;

/** How long the codes of a book may be (C-02). */
public enum BookClass {
  /** Codes of 1 to 8 bits: fits the registers of wide machines. */
  SHORT(8),
  /** Codes of 1 to 15 bits. */
  LONG(15);

  private final int maxLength;

  BookClass(int maxLength) {
    this.maxLength = maxLength;
  }

  /** The longest code, in bits, that a book of this class may hold. */
  public int maxLength() {
    return maxLength;
  }
}
