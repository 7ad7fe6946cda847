package vail.conform.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.block.ScalarPayload;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.conform.coverage.Coverage;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Vector;

class ExtendedTest {
  @Test
  void isAboutHalfAMillionVectorsInShards() {
    Extended extended = new Extended();

    assertTrue(extended.size() > 400_000 && extended.size() < 600_000, "" + extended.size());
    int of = extended.size() / 3;
    List<String> ids =
        IntStream.range(0, 2).boxed().flatMap(i -> extended.shard(i, of).map(Vector::id)).toList();
    assertEquals(ids.size(), Set.copyOf(ids).size());
    assertTrue(ids.size() >= 6);
    assertThrows(IllegalArgumentException.class, () -> extended.shard(2, 2));
  }

  @Test
  void tinyBooksAreLegalAsOftenAsCombinatoricsSays() {
    TinyBooks books = new TinyBooks();
    int legal = 0;
    for (int index = 0; index < books.size(); index += 7) {
      Exchange exchange = (Exchange) books.vector(index).body();
      legal += exchange.expect() instanceof Expect.Done ? 1 : 0;
    }

    // Symbol 0 has no code in these: the other five places share a complete code that holds ESC.
    assertEquals(complete(4), legal);
  }

  /** Complete codes of ESC and any of so many symbols, lengths 1 to 6. */
  private static int complete(int symbols) {
    int count = 0;
    for (int code = 0; code < Math.pow(7, symbols + 1); code++) {
      int sum = 0;
      int rest = code;
      for (int i = 0; i <= symbols; i++, rest /= 7) {
        sum += rest % 7 == 0 ? 0 : 64 >> rest % 7;
      }
      boolean hasEscape = code / (int) Math.pow(7, symbols) > 0;
      count += sum == 64 && hasEscape ? 1 : 0;
    }
    return count;
  }

  @Test
  @Tag("slow")
  void hasEveryTripleAndTheScalarKernelsAgree() {
    Extended extended = new Extended();
    Set<String> wrong = new HashSet<>();
    extended
        .shard(0, 1)
        .parallel()
        .filter(vector -> !agrees(vector))
        .forEach(vector -> wrong.add(vector.id()));

    assertEquals(Set.of(), wrong);
    List<Vector> rows = RowFamily.all("triple", 3).all();
    assertEquals(List.of(), Coverage.of(rows, 3).requested().missing());
  }

  private static boolean agrees(Vector vector) {
    Exchange exchange = (Exchange) vector.body();
    Answers side =
        Answers.of(
            new SoftwareEncoder(ScalarPayload::new),
            new SoftwareDecoder(ScalarPayload::new),
            vector.books(),
            vector.grants());
    Expect answer = side.answer(exchange.request());
    return exchange.expect() instanceof Expect.Bytes(var data)
        ? answer instanceof Expect.Bytes(var got) && data.hex().equals(got.hex())
        : exchange.expect().equals(answer);
  }
}
