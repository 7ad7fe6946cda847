package vail.conform.vector;

import java.util.Arrays;

/** What a vector asks for. */
public enum Kind {
  /** Symbols and options to a block. */
  ENCODE("encode"),
  /** A block to its symbols. */
  DECODE("decode"),
  /** A broken block to the class of its fault. */
  DECODE_NEGATIVE("decode-negative"),
  /** Counts to a book. */
  TRAIN("train"),
  /** The 135 bytes of a book, legal or not. */
  BOOK("book"),
  /** The elements of a tensor to planes, and back. */
  MAPPING("mapping"),
  /** Several requests in order, with state between them. */
  SESSION("session"),
  /** Blocks that ask for more than is granted: the answer is a fault, and no memory is taken. */
  RESOURCE("resource"),
  /** Wrong calls of the C interface. */
  MISUSE("misuse"),
  /** A request to hardware while its neighbours stall. */
  FLOW("flow");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  /** The name in files. */
  public String label() {
    return label;
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Kind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind is called " + label));
  }

  /** Whether a body is of this kind. */
  boolean admits(Body body) {
    return switch (body) {
      case Exchange(Request request, Expect expect) -> admits(request, expect);
      case Session session -> this == SESSION;
      case Mapping mapping -> this == MAPPING;
      case Misuse misuse -> this == MISUSE;
      case Flow flow -> this == FLOW;
    };
  }

  private boolean admits(Request request, Expect expect) {
    return switch (request) {
      case Request.Encode encode -> this == ENCODE;
      case Request.Decode decode ->
          expect instanceof Expect.Failure
              ? this == DECODE_NEGATIVE || this == RESOURCE
              : this == DECODE || this == RESOURCE;
      case Request.Train train -> this == TRAIN;
      case Request.Install install -> this == BOOK;
      case Request.Reset reset -> false;
    };
  }
}
