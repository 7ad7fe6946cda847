package vail.json;

/** Reads the strings of a JSON text: escapes, and UTF-8 without its forbidden forms. */
final class JsonStringReader {
  private JsonStringReader() {}

  /** Reads a string from its opening to its closing quote. */
  static String read(JsonCursor cursor) {
    cursor.expect('"');
    long start = cursor.at();
    while (isPlain(cursor.peek())) {
      cursor.next();
    }
    StringBuilder text = new StringBuilder(cursor.ascii(start));
    while (!cursor.accept('"')) {
      character(cursor, text);
    }
    return text.toString();
  }

  /** ASCII that stands for itself, as nearly all does. */
  private static boolean isPlain(int character) {
    return character >= ' ' && character < 0x80 && character != '"' && character != '\\';
  }

  private static void character(JsonCursor cursor, StringBuilder text) {
    long start = cursor.at();
    int lead = cursor.next();
    if (isPlain(lead)) {
      text.append((char) lead);
    } else if (lead == '\\') {
      escape(cursor, start, text);
    } else if (lead < ' ') {
      throw JsonCursor.bad(start, String.format("control character %02x in a string", lead));
    } else {
      text.appendCodePoint(beyondAscii(cursor, start, lead));
    }
  }

  private static void escape(JsonCursor cursor, long start, StringBuilder text) {
    switch (cursor.next()) {
      case '"' -> text.append('"');
      case '\\' -> text.append('\\');
      case '/' -> text.append('/');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> unicode(cursor, start, text);
      default -> throw JsonCursor.bad(start, "an escape that JSON does not have");
    }
  }

  /** A character beyond the first 65,536 takes two escapes; neither half may stand alone. */
  private static void unicode(JsonCursor cursor, long start, StringBuilder text) {
    char first = hex(cursor);
    text.append(first);
    if (Character.isHighSurrogate(first)) {
      boolean escaped = cursor.next() == '\\' && cursor.next() == 'u';
      char second = escaped ? hex(cursor) : 0;
      if (Character.isLowSurrogate(second)) {
        text.append(second);
        return;
      }
    }
    if (Character.isSurrogate(first)) {
      throw JsonCursor.bad(start, "half a surrogate pair");
    }
  }

  private static char hex(JsonCursor cursor) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(cursor.peek(), 16);
      if (digit < 0) {
        throw cursor.unexpected("a hexadecimal digit");
      }
      cursor.next();
      value = value << 4 | digit;
    }
    return (char) value;
  }

  /** A character of two to four bytes: shortest form only, no surrogates, at most U+10FFFF. */
  private static int beyondAscii(JsonCursor cursor, long start, int lead) {
    int following = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    int least = following == 1 ? 0x80 : following == 2 ? 0x800 : 0x10000;
    int codePoint = lead & 0x3f >>> following;
    boolean legal = lead >= 0xc2 && lead <= 0xf4;
    for (int i = 0; legal && i < following; i++) {
      int next = cursor.next();
      legal = (next & 0xc0) == 0x80;
      codePoint = codePoint << 6 | next & 0x3f;
    }
    boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (!legal || codePoint < least || codePoint > Character.MAX_CODE_POINT || surrogate) {
      throw JsonCursor.bad(start, "bytes that are not UTF-8");
    }
    return codePoint;
  }
}
