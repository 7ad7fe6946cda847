package vail.conform.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.code.Codebook;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** The 135 bytes of books, legal ones and ones that break one rule of C-08. */
final class BookVectors {
  private static final BookName NAME = new BookName(7, 0);
  private static final int LENGTHS = 6;

  private final List<Vector> vectors = new ArrayList<>();
  private final SortedMap<String, Integer> numbers = new TreeMap<>();

  private BookVectors() {}

  static List<Vector> all() {
    BookVectors books = new BookVectors();
    Books.all().forEach((name, book) -> books.legal(name, book));
    books.frames();
    Books.all().forEach((name, book) -> books.lengths(name, book));
    books.escapes();
    books.names();
    books.noise();
    return books.vectors;
  }

  private void legal(String name, Codebook book) {
    vectors.add(
        draft("book.kat", name)
            .cites("C-01 C-07 C-08 C-09")
            .ask(Kind.BOOK, install(book.toBytes())));
    byte[] moved = book.toBytes();
    moved[5] ^= (byte) 0xff;
    vectors.add(
        draft("book.kat", name + " with another center")
            .cites("C-06 C-07 C-09")
            .ask(Kind.BOOK, install(moved)));
  }

  private void frames() {
    byte[] book = Books.GAUSSIAN.toBytes();
    for (int size : new int[] {0, 1, 3, 4, 5, 6, 7, 70, 133, 134}) {
      add(Fault.TRUNCATED, size + " bytes", Arrays.copyOf(book, size));
    }
    for (int size : new int[] {136, 137, 150, 270, 4096}) {
      add(Fault.TRAILING_DATA, size + " bytes", Arrays.copyOf(book, size));
    }
    for (int at = 0; at < 4; at++) {
      for (int bit : new int[] {at, at + 4}) {
        add(Fault.BAD_MAGIC, Text.of("bit %d of byte %d", bit, at), changed(book, at, 1 << bit));
      }
    }
    for (int bit = 1; bit < 8; bit++) {
      add(Fault.RESERVED_NONZERO, Text.of("bit %d of the flags", bit), changed(book, 4, 1 << bit));
    }
    for (int value = 1; value < 16; value++) {
      add(
          Fault.RESERVED_NONZERO,
          Text.of("%d after the last length", value),
          changed(book, 134, value << 4));
    }
  }

  /** A length more or less, in places spread over the book. */
  private void lengths(String name, Codebook book) {
    for (int symbol : new int[] {0, 7, 121, 128, 254, 256}) {
      byte[] bytes = book.toBytes();
      int length = book.length(symbol);
      if (length > 1) {
        byte[] shorter = withLength(bytes, symbol, length - 1);
        add(Fault.CODEBOOK_OVERSUBSCRIBED, Text.of("%s, %d a bit shorter", name, symbol), shorter);
      }
      if (length > 0 && length < book.bookClass().maxLength()) {
        byte[] longer = withLength(bytes, symbol, length + 1);
        add(Fault.CODEBOOK_INCOMPLETE, Text.of("%s, %d a bit longer", name, symbol), longer);
      }
      if (length > 0) {
        byte[] none = withLength(bytes, symbol, 0);
        add(Fault.CODEBOOK_INCOMPLETE, Text.of("%s without %d", name, symbol), none);
      } else {
        byte[] one = withLength(bytes, symbol, 8);
        add(Fault.CODEBOOK_OVERSUBSCRIBED, Text.of("%s and %d", name, symbol), one);
      }
      if (book.bookClass() == vail.code.BookClass.SHORT) {
        int length9 = 9 + (symbol + numbers.size()) % 7;
        byte[] large = withLength(bytes, symbol, length9);
        String what = Text.of("%s, %d of %d bits", name, symbol, length9);
        add(Fault.CODEBOOK_LENGTH_RANGE, what, large);
      }
    }
  }

  /** Kraft sums of exactly 1 with an escape too many or too few. */
  private void escapes() {
    byte[] all = Books.EVEN.toBytes();
    for (int symbol = 0; symbol < 256; symbol += 37) {
      byte[] crowded = withLength(withLength(all, symbol, 9), 256, 9);
      add(Fault.CODEBOOK_SHAPE, Text.of("every symbol and ESC, %d of 9 bits", symbol), crowded);
      byte[] bare = Books.FLAT.toBytes();
      bare = withLength(withLength(bare, 256, 0), 255, 8);
      bare = withLength(withLength(bare, symbol, 0), (symbol + 1) % 256, 7);
      add(Fault.CODEBOOK_SHAPE, Text.of("%d has none, no ESC", symbol), bare);
    }
    byte[] two = Books.ONE_BIT.toBytes();
    add(Fault.CODEBOOK_SHAPE, "two symbols", withLength(withLength(two, 256, 0), 1, 1));
    add(Fault.CODEBOOK_INCOMPLETE, "no lengths", emptied(two));
    add(Fault.CODEBOOK_INCOMPLETE, "only ESC", withLength(emptied(two), 256, 1));
    byte[] full = emptied(two);
    Arrays.fill(full, LENGTHS, 134, (byte) 0x11);
    add(Fault.CODEBOOK_OVERSUBSCRIBED, "every length is 1", full);
  }

  private static byte[] emptied(byte[] book) {
    byte[] bytes = book.clone();
    Arrays.fill(bytes, LENGTHS, bytes.length, (byte) 0);
    return bytes;
  }

  private void names() {
    for (BookName name : List.of(new BookName(0, 0), new BookName(255, 0))) {
      Request.Install request = new Request.Install(name, Data.of(Books.STEPS.toBytes()));
      vectors.add(
          draft("book.neg.bad-argument", "slot " + name.slot())
              .cites("C-10 F-21")
              .refused(Kind.BOOK, request, Fault.BAD_ARGUMENT));
    }
  }

  /** Random lengths: whatever the reference says of them. */
  private void noise() {
    for (int i = 0; i < 24; i++) {
      Xoshiro256 random = new Xoshiro256(Xoshiro256.seed(Suite.MAJOR, "book.noise", i));
      byte[] bytes = (i % 2 == 0 ? Books.EVEN : Books.STEPS).toBytes();
      for (int changes = 0; changes <= i; changes++) {
        bytes = withLength(bytes, random.below(257), random.below(9));
      }
      vectors.add(
          draft("book.noise", Text.of("%d lengths drawn", i + 1))
              .cites("C-02 C-03 C-04 C-08")
              .ask(Kind.BOOK, install(bytes)));
    }
  }

  private void add(Fault fault, String what, byte[] bytes) {
    String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Draft draft = draft("book.neg." + name, what).cites(Text.of("C-08 F-%02d", fault.number()));
    vectors.add(draft.refused(Kind.BOOK, install(bytes), fault));
  }

  private Draft draft(String prefix, String title) {
    int number = numbers.merge(prefix, 1, Integer::sum);
    return new Draft(Text.of("%s.%04d", prefix, number), title).hunts("HostileBook");
  }

  private static Request.Install install(byte[] bytes) {
    return new Request.Install(NAME, Data.of(bytes));
  }

  private static byte[] changed(byte[] book, int at, int bits) {
    byte[] bytes = book.clone();
    bytes[at] ^= (byte) bits;
    return bytes;
  }

  static byte[] withLength(byte[] book, int symbol, int length) {
    byte[] bytes = book.clone();
    int at = LENGTHS + symbol / 2;
    int shift = 4 * (symbol % 2);
    bytes[at] = (byte) (bytes[at] & ~(15 << shift) | length << shift);
    return bytes;
  }
}
