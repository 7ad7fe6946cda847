package vail.tensor;

import java.util.Arrays;
import java.util.Optional;

/** What a file was recognised as; the number is what containers keep (V-03). */
public enum FileKind {
  /** Bytes of which nothing is known. */
  OPAQUE(0),
  /** A safetensors file. */
  SAFETENSORS(1),
  /** A NumPy array. */
  NPY(2),
  /** Elements of a type that the caller named, and nothing else. */
  RAW(3);

  private final int number;

  FileKind(int number) {
    this.number = number;
  }

  /** The number that containers keep. */
  public int number() {
    return number;
  }

  /** The kind of a number that a container kept. */
  public static Optional<FileKind> find(int number) {
    return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
  }
}
