package vail.cli;

import vail.fault.Fault;

/** One sentence for a fault that comes without one, as those of whole batches do. */
final class FaultWords {
  private FaultWords() {}

  static String of(Fault fault) {
    return switch (fault) {
      case TRUNCATED -> "the input ends before what it announced";
      case BAD_MAGIC -> "these are not the first bytes of this format";
      case UNSUPPORTED_VERSION -> "this version of the format is unknown here";
      case RESERVED_NONZERO -> "a reserved bit is not zero";
      case BAD_FIELD -> "a field holds a value that the format forbids";
      case SIZE_OVERFLOW -> "a size does not fit the arithmetic of the format";
      case LIMIT_EXCEEDED -> "the input asks for more than is granted";
      case CODEBOOK_UNKNOWN -> "no book is installed under this slot and epoch";
      case CODEBOOK_MISMATCH -> "the book is not the one that was agreed on";
      case CODEBOOK_OVERSUBSCRIBED -> "the book promises more codes than there are";
      case CODEBOOK_INCOMPLETE -> "the book leaves codes without a meaning";
      case CODEBOOK_LENGTH_RANGE -> "the book holds a code longer than its class allows";
      case CODEBOOK_SHAPE -> "the book breaks the rule of the escape";
      case INVALID_CODEWORD -> "an escaped symbol has a code of its own";
      case SYMBOL_COUNT_MISMATCH -> "the payload does not hold as many symbols as announced";
      case LANE_LAYOUT -> "these lanes are not legal for the class of the book";
      case PADDING_NONZERO -> "bits after the last symbol are not zero";
      case TRAILING_DATA -> "bytes follow where the input had to end";
      case CHECKSUM -> "the check value does not match: damage, or a book mixed up";
      case OUTPUT_TOO_SMALL -> "there is no room for the result";
      case BAD_ARGUMENT -> "the format does not offer what was asked for";
      case UNSUPPORTED_FEATURE -> "this backend does not offer what was asked for";
      case CANCELLED -> "stopped on request";
      case INTERNAL -> "a defect of the implementation";
    };
  }
}
