package vail.json;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** A place in the text that is read: what comes next, and the faults that lie there. */
final class JsonCursor {
  private final byte[] text;
  private int at;

  /** Takes a copy: an array is read faster than any segment, above all before the JIT has come. */
  JsonCursor(MemorySegment text) {
    if (text.byteSize() > Integer.MAX_VALUE - Long.BYTES) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED, Integer.MAX_VALUE - Long.BYTES, "2 GiB of JSON or more");
    }
    this.text = text.toArray(ValueLayout.JAVA_BYTE);
  }

  long at() {
    return at;
  }

  boolean atEnd() {
    return at == text.length;
  }

  /** The next byte, 0 to 255; TRUNCATED if there is none. */
  int peek() {
    if (at == text.length) {
      throw new VailFormatException(Fault.TRUNCATED, at, "the JSON text ends here");
    }
    return text[at] & 0xff;
  }

  /** Takes the next byte, 0 to 255; TRUNCATED if there is none. */
  int next() {
    int found = peek();
    at++;
    return found;
  }

  /** Takes the next byte if it is this one. */
  boolean accept(char expected) {
    if (at == text.length || text[at] != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Takes the next byte, which must be this one. */
  void expect(char expected) {
    if (peek() != expected) {
      throw unexpected("'" + expected + "'");
    }
    at++;
  }

  /** Takes spaces, tabs and ends of lines. */
  void skipSpace() {
    while (at < text.length) {
      byte next = text[at];
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return;
      }
      at++;
    }
  }

  /** The bytes from a place up to here, of which each is a character of ASCII. */
  String ascii(long from) {
    return new String(text, (int) from, at - (int) from, StandardCharsets.US_ASCII);
  }

  /** Something else than the next byte had to be here. */
  VailFormatException unexpected(String expected) {
    int found = peek();
    String shown =
        found > ' ' && found < 0x7f ? "'" + (char) found + "'" : String.format("byte %02x", found);
    return bad(at, "expected " + expected + ", found " + shown);
  }

  static VailFormatException bad(long where, String detail) {
    return new VailFormatException(Fault.BAD_FIELD, where, detail);
  }
}
