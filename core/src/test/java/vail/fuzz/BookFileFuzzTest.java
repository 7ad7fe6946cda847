package vail.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.CodebookFile;
import vail.code.NamedBook;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;

/** Files of books from anywhere. */
class BookFileFuzzTest {
  @FuzzTest(maxDuration = "30m")
  void endsInAFaultOrInBooksThatReadBack(byte[] text) {
    List<NamedBook> books;
    try {
      books = read(text);
    } catch (VailFormatException expected) {
      // A typed fault is the other good end.
      return;
    }
    assertEquals(books, read(CodebookFile.write(books).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void holdsForFilesWithAFewBytesChanged() {
    SplittableRandom random = new SplittableRandom(6);
    for (int round = 0; round < 2_000; round++) {
      BookClass bookClass = random.nextBoolean() ? BookClass.LONG : BookClass.SHORT;
      NamedBook book =
          NamedBook.of(new BookId(9, 0), "n", RandomBooks.any(random, bookClass), "bytes");
      byte[] text = CodebookFile.write(List.of(book)).getBytes(StandardCharsets.UTF_8);
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        text[random.nextInt(text.length)] = (byte) (' ' + random.nextInt(96));
      }
      endsInAFaultOrInBooksThatReadBack(text);
    }
  }

  private static List<NamedBook> read(byte[] text) {
    return CodebookFile.read(MemorySegment.ofArray(text), Limits.DEFAULT);
  }
}
