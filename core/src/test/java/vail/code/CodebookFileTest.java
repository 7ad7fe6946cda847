package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;

/** C-08, C-11. */
class CodebookFileTest {
  private static final NamedBook TINY =
      new NamedBook(
          new BookId(7, 3),
          "two \"symbols\"",
          Codebook.of(BookClass.SHORT, 9, lengths(Map.of(0, 1, 9, 2, 256, 2))),
          new TreeMap<>(Map.of("symbols", "bytes", "kind", "é")));

  private static int[] lengths(Map<Integer, Integer> coded) {
    int[] lengths = new int[CodeLengths.COUNT];
    coded.forEach((symbol, length) -> lengths[symbol] = length);
    return lengths;
  }

  private static List<NamedBook> read(String text) {
    return CodebookFile.read(
        MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
  }

  /** What changing a file's text leads to, and where in the text. */
  private static void assertFault(Fault fault, String at, String from, String to) {
    String text = CodebookFile.write(List.of(TINY));
    assertTrue(text.contains(from), from);
    String changed = text.replace(from, to);
    VailFormatException thrown = assertThrows(VailFormatException.class, () -> read(changed));
    assertEquals(fault, thrown.fault(), thrown.getMessage());
    int index = changed.indexOf(at);
    long offset = changed.substring(0, index).getBytes(StandardCharsets.UTF_8).length;
    assertEquals(offset, thrown.offset(), thrown.getMessage());
  }

  @Test
  void writesOneTextForABook() {
    String zeros = ",0".repeat(246);
    assertEquals(
        """
        {
          "schema": "vail-books/1",
          "books": [
            {
              "slot": 7,
              "epoch": 3,
              "name": "two \\"symbols\\"",
              "class": "short",
              "center": 9,
              "lengths": [1,0,0,0,0,0,0,0,0,2%s,2],
              "digest": "%s",
              "provenance": {
                "kind": "é",
                "symbols": "bytes"
              }
            }
          ]
        }
        """
            .formatted(zeros, TINY.book().digestText()),
        CodebookFile.write(List.of(TINY)));
  }

  @Test
  void readsBackWhatItWrote() {
    SplittableRandom random = new SplittableRandom(11);
    List<NamedBook> books = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      BookClass bookClass = random.nextBoolean() ? BookClass.SHORT : BookClass.LONG;
      Codebook book = RandomBooks.any(random, bookClass);
      books.add(NamedBook.of(new BookId(1 + i, i), "book " + i, book, "bytes"));
    }
    for (NamedBook book : books) {
      List<NamedBook> again = read(CodebookFile.write(List.of(book)));
      assertEquals(List.of(book), again);
      assertEquals(CodebookFile.write(List.of(book)), CodebookFile.write(again));
    }
    assertEquals(List.of(), read(CodebookFile.write(List.of())));
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    String text = CodebookFile.write(List.of(TINY));
    String more = text.replace("\"slot\":", "\"colour\": [null], \"slot\":");
    assertEquals(List.of(TINY), read(more));
    NamedBook without = read(text.replace("\"provenance\"", "\"origin\"")).getFirst();
    assertTrue(without.provenance().isEmpty());
    NamedBook counted = read(text.replace("\"é\"", "[1, 2]")).getFirst();
    assertEquals("[1,2]", counted.provenance().get("kind"));
  }

  /** C-11, F-02. */
  @Test
  void namesTheFieldThatIsWrong() {
    assertFault(Fault.BAD_MAGIC, "\"vail-histogram", "vail-books/1", "vail-histogram/1");
    assertFault(Fault.UNSUPPORTED_VERSION, "\"vail-books/2", "vail-books/1", "vail-books/2");
    assertFault(Fault.BAD_FIELD, "{", "\"schema\"", "\"scheme\"");
    assertFault(Fault.BAD_FIELD, "0,", "\"slot\": 7", "\"slot\": 0");
    assertFault(Fault.BAD_FIELD, "255,", "\"slot\": 7", "\"slot\": 255");
    assertFault(Fault.BAD_FIELD, "256,", "\"epoch\": 3", "\"epoch\": 256");
    assertFault(Fault.BAD_FIELD, "\"Short\"", "\"short\"", "\"Short\"");
    assertFault(Fault.BAD_FIELD, "-1,", "\"center\": 9", "\"center\": -1");
    assertFault(Fault.BAD_FIELD, "[1,0", "[1,0", "[1,0,0");
    assertFault(Fault.BAD_FIELD, "null,0", "[1,0", "[1,null");
    assertFault(Fault.BAD_FIELD, "[]", "\"two \\\"symbols\\\"\"", "[]");
    assertFault(
        Fault.BAD_FIELD,
        "1\n",
        "{\n        \"kind\": \"é\",\n        \"symbols\": \"bytes\"\n      }",
        "1");
  }

  /** C-02, C-08, F-09, F-12. */
  @Test
  void checksTheRulesOfABookInTheirOrder() {
    assertFault(Fault.CODEBOOK_LENGTH_RANGE, "9,2", "[1,0,0,0,0,0,0,0,0,2", "[1,1,1,0,0,0,0,0,9,2");
    assertFault(Fault.CODEBOOK_LENGTH_RANGE, "-1,0", "[1,0,0", "[1,-1,0");
    assertFault(Fault.CODEBOOK_OVERSUBSCRIBED, "1,1", "[1,0", "[1,1");
    assertFault(Fault.CODEBOOK_INCOMPLETE, "2,0,0,0,0,0,0,0,0,2", "[1,0", "[2,0");
    assertFault(Fault.CODEBOOK_SHAPE, "0],", "0,2],", "2,0],");
    assertFault(
        Fault.CODEBOOK_MISMATCH, "\"sha256", "[1,0,0,0,0,0,0,0,0,2", "[2,0,0,0,0,0,0,0,0,1");
    assertFault(Fault.CODEBOOK_MISMATCH, "\"sha256", "\"center\": 9", "\"center\": 8");
  }

  @Test
  void rejectsTwoBooksOfOneName() {
    String text = CodebookFile.write(List.of(TINY, TINY));
    VailFormatException thrown = assertThrows(VailFormatException.class, () -> read(text));
    assertEquals(Fault.BAD_FIELD, thrown.fault());
    NamedBook nextEpoch = new NamedBook(new BookId(7, 4), "n", TINY.book(), TINY.provenance());
    assertEquals(2, read(CodebookFile.write(List.of(TINY, nextEpoch))).size());
  }

  @Test
  void readsNoMoreThanIsGranted() {
    byte[] text = CodebookFile.write(List.of(TINY)).getBytes(StandardCharsets.UTF_8);
    for (Limits limits :
        List.of(new Limits(1, 0, text.length, 0), new Limits(1, 1, text.length - 1, 0))) {
      VailFormatException thrown =
          assertThrows(
              VailFormatException.class,
              () -> CodebookFile.read(MemorySegment.ofArray(text), limits));
      assertEquals(Fault.LIMIT_EXCEEDED, thrown.fault());
    }
    Limits enough = new Limits(1, 1, text.length, 0);
    assertEquals(1, CodebookFile.read(MemorySegment.ofArray(text), enough).size());
  }
}
