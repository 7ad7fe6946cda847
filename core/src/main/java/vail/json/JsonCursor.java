package vail.json;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** A place in the text that is read: what comes next, and the faults that lie there. */
final class JsonCursor {
  private final MemorySegment text;
  private final long end;
  private long at;

  JsonCursor(MemorySegment text) {
    this.text = text;
    this.end = text.byteSize();
  }

  long at() {
    return at;
  }

  boolean atEnd() {
    return at == end;
  }

  /** The next byte, 0 to 255; TRUNCATED if there is none. */
  int peek() {
    if (at == end) {
      throw new VailFormatException(Fault.TRUNCATED, end, "the JSON text ends here");
    }
    return text.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }

  /** Takes the next byte, 0 to 255; TRUNCATED if there is none. */
  int next() {
    int found = peek();
    at++;
    return found;
  }

  /** Takes the next byte if it is this one. */
  boolean accept(char expected) {
    if (at == end || text.get(ValueLayout.JAVA_BYTE, at) != expected) {
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
    while (at < end) {
      byte next = text.get(ValueLayout.JAVA_BYTE, at);
      if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return;
      }
      at++;
    }
  }

  /** The bytes from a place up to here, of which each is a character of ASCII. */
  String ascii(long from) {
    byte[] bytes = text.asSlice(from, at - from).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, java.nio.charset.StandardCharsets.US_ASCII);
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
