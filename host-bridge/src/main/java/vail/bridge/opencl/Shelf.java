package vail.bridge.opencl;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jocl.cl_context;
import org.jocl.cl_mem;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.CodeLengths;
import vail.code.Codebook;

/** A set of books on a device, as the kernels read it (format.cl). */
final class Shelf implements AutoCloseable {
  private static final int ZERO_SEED_AT = Checks.TABLES * 256 + Checks.POWERS;
  private static final int COUNT_AT = ZERO_SEED_AT + 1;
  private static final int BOOKS_AT = 2112;
  private static final int BOOK_WORDS = 272;
  private static final int ENTRIES = 8;
  private static final int ENTRY_CODE = 8;
  private static final int SEED_BYTES = 8;

  private final Cl cl;
  private final cl_mem words;
  private final Map<BookId, Integer> numbers = new HashMap<>();
  private final BitSet shortBooks = new BitSet();
  private final BitSet longBooks = new BitSet();

  Shelf(Cl cl, cl_context context, BookSet books) {
    this.cl = cl;
    this.words = cl.bufferOf(context, image(books));
  }

  cl_mem words() {
    return words;
  }

  /** The number by which kernels know a book of the set, from 1. */
  int number(BookId id) {
    return Objects.requireNonNull(numbers.get(id), "a book of the set");
  }

  /** Whether there is a short book of a slot, times 256, and an epoch. */
  boolean isShort(int id) {
    return shortBooks.get(id);
  }

  /** Whether there is a long one. */
  boolean isLong(int id) {
    return longBooks.get(id);
  }

  private int[] image(BookSet books) {
    int tablesAt = BOOKS_AT + BOOK_WORDS * books.books().size();
    long tables = books.books().values().stream().mapToLong(Shelf::table).sum();
    int[] image = new int[Math.toIntExact(tablesAt + tables)];
    int[] checks = Checks.words();
    System.arraycopy(checks, 0, image, 0, checks.length);
    image[ZERO_SEED_AT] = Checks.seed(new byte[SEED_BYTES]);
    image[COUNT_AT] = books.books().size();
    for (Map.Entry<BookId, Codebook> entry : books.books().entrySet()) {
      int at = BOOKS_AT + BOOK_WORDS * numbers.size();
      numbers.put(entry.getKey(), numbers.size() + 1);
      put(entry.getKey(), entry.getValue(), image, at, tablesAt);
      (entry.getValue().bookClass() == BookClass.LONG ? longBooks : shortBooks).set(image[at]);
      tablesAt += table(entry.getValue());
    }
    return image;
  }

  /** Words of a book's table of windows. */
  private static int table(Codebook book) {
    return 1 << book.lengths().longest();
  }

  private static void put(BookId id, Codebook book, int[] image, int at, int tableAt) {
    byte[] seed = new byte[SEED_BYTES];
    book.copyDigest(seed, 0, SEED_BYTES);
    int[] head = {
      id.slot() << 8 | id.epoch(),
      book.bookClass() == BookClass.LONG ? 1 : 0,
      book.center(),
      book.lengths().longest(),
      Checks.seed(seed),
      tableAt,
      placeholder(book)
    };
    System.arraycopy(head, 0, image, at, head.length);
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      int length = book.length(symbol);
      if (length > 0) {
        image[at + ENTRIES + symbol] = book.code(symbol) << ENTRY_CODE | length;
        for (int window = book.code(symbol); window < table(book); window += 1 << length) {
          image[tableAt + window] = symbol << ENTRY_CODE | length;
        }
      }
    }
  }

  /** A symbol without a code, if there is one. */
  private static int placeholder(Codebook book) {
    int symbol = 255;
    while (symbol > 0 && book.hasCode(symbol)) {
      symbol--;
    }
    return symbol;
  }

  @Override
  public void close() {
    cl.release(words);
  }
}
