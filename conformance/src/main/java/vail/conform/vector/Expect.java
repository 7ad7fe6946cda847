package vail.conform.vector;

import java.util.List;
import java.util.OptionalLong;
import vail.fault.Fault;

/** The only right answer to a request. */
public sealed interface Expect {
  /**
   * Exactly these bytes: a block, symbols, or a book.
   *
   * @param data the bytes
   */
  record Bytes(Data data) implements Expect {}

  /**
   * A fault, and not one byte of output.
   *
   * @param anyOf classes that are accepted, the one of the specification first
   * @param at the offset of F-25, where the specification names one
   */
  record Failure(List<Fault> anyOf, OptionalLong at) implements Expect {
    /** Takes a copy. */
    public Failure {
      anyOf = List.copyOf(anyOf);
      if (anyOf.isEmpty() || anyOf.contains(Fault.INTERNAL)) {
        throw new IllegalArgumentException("a fault is due, and never INTERNAL");
      }
    }

    /** One class, at a place. */
    public static Failure of(Fault fault, long at) {
      return new Failure(List.of(fault), OptionalLong.of(at));
    }

    /** One class; the trouble is the caller's, so there is no place (F-26). */
    public static Failure of(Fault fault) {
      return new Failure(List.of(fault), OptionalLong.empty());
    }
  }

  /**
   * The book is legal and now installed.
   *
   * @param digest {@code sha256:} and 64 hexadecimal digits; empty where there is no book (a reset)
   */
  record Done(String digest) implements Expect {}
}
