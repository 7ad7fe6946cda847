package vail.conform.dut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where an implementation is: {@code KIND:TARGET}.
 *
 * @param kind the way to it
 * @param target what the way leads to
 */
public record DutAddress(Kind kind, String target) {
  /** The ways. */
  public enum Kind {
    /** The name of a backend of this project. */
    JAVA,
    /** A command line that speaks the protocol on its standard streams. */
    PROCESS,
    /** A shared library with the functions of {@code core/spec/vail.h}. */
    CABI,
    /** {@code HOST:PORT}, where the protocol is spoken. */
    TCP,
    /** A folder for batches of requests and replies. */
    FILES;

    /** As people write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Rejects an empty target. */
  public DutAddress {
    if (target.isBlank()) {
      throw new IllegalArgumentException(kind.label() + ": wants a target after the colon");
    }
  }

  /**
   * Reads {@code KIND:TARGET}.
   *
   * @throws IllegalArgumentException if it is none; the message lists the kinds
   */
  public static DutAddress of(String text) {
    for (Kind kind : Kind.values()) {
      if (text.startsWith(kind.label() + ":")) {
        return new DutAddress(kind, text.substring(kind.label().length() + 1));
      }
    }
    String kinds =
        Arrays.stream(Kind.values()).map(k -> k.label() + ":").collect(Collectors.joining(", "));
    throw new IllegalArgumentException("'" + text + "' must start with one of " + kinds);
  }

  /** The words of a command line: apart by spaces, but for those within quotes of either kind. */
  static List<String> words(String commandLine) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean begun = false;
    for (int i = 0; i < commandLine.length(); i++) {
      char c = commandLine.charAt(i);
      if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
        quote = quote == 0 ? c : 0;
        begun = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  @Override
  public String toString() {
    return kind.label() + ":" + target;
  }
}
