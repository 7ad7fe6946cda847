package vail.cli;

import java.io.IOException;
import vail.fault.VailFormatException;

/** An input breaks a rule of its format: the file's name, the fault and its position. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final VailFormatException trouble;

  /**
   * A fault in a file.
   *
   * @param file the name as the user gave it
   * @param trouble the fault and its position in that file
   */
  public BadInputException(String file, VailFormatException trouble) {
    super(file + ": " + trouble.getMessage(), trouble);
    this.trouble = trouble;
  }

  /** The fault and its position. */
  public VailFormatException trouble() {
    return trouble;
  }

  /** Something that reads one input. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads. */
    T read() throws IOException;
  }

  /** Reads, and gives a fault the name of the file it lies in. */
  public static <T> T naming(String file, Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (VailFormatException trouble) {
      throw new BadInputException(file, trouble);
    }
  }
}
