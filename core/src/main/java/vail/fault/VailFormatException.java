package vail.fault;

/**
 * Input that breaks a rule of the format: the sender's trouble (F-26).
 *
 * <p>The offset counts bytes from the start of the input that was handed over (a block, a book, a
 * file), and names the first byte of the field that is wrong (F-25).
 */
public final class VailFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final long offset;
  private final String detail;

  /**
   * A broken rule, where, and in words.
   *
   * @param fault the numbered class
   * @param offset byte position in the input, 0 or more
   * @param detail one sentence without the position, for people
   */
  public VailFormatException(Fault fault, long offset, String detail) {
    super("fault " + fault.number() + " " + fault.name() + " at byte " + offset + ": " + detail);
    this.fault = fault;
    this.offset = offset;
    this.detail = detail;
  }

  /** The numbered class. */
  public Fault fault() {
    return fault;
  }

  /** Byte position in the input. */
  public long offset() {
    return offset;
  }

  /** The same trouble, seen from an input that holds this one from byte {@code base} on. */
  public VailFormatException within(long base) {
    return at(base + offset);
  }

  /** The same trouble, at another byte. */
  public VailFormatException at(long position) {
    return same(position, detail);
  }

  /** The same trouble, with the words who met it. */
  public VailFormatException metBy(String who) {
    return same(offset, who + ": " + detail);
  }

  private VailFormatException same(long position, String words) {
    VailFormatException same = new VailFormatException(fault, position, words);
    same.setStackTrace(getStackTrace());
    return same;
  }
}
