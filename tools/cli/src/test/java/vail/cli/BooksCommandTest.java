package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vail.code.BookId;
import vail.code.CodebookFile;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.NamedBook;
import vail.json.JsonObject;

class BooksCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeBooks() throws IOException {
    Histogram counts = new Histogram();
    for (byte symbol : Bytes.exponents(3, 10_000)) {
      counts.add(symbol & 0xff, 1);
    }
    NamedBook first =
        new NamedBook(
            new BookId(1, 0),
            "a <b> & \"c\"",
            CodebookTrainer.train(counts, LengthLimit.SHORT),
            new TreeMap<>());
    NamedBook second =
        new NamedBook(
            new BookId(2, 7),
            "long",
            CodebookTrainer.train(new Histogram(), LengthLimit.LONG),
            new TreeMap<>());
    file = folder.resolve("books.json");
    Files.writeString(file, CodebookFile.write(List.of(first, second)));
  }

  @Test
  void listsABookALine() {
    Run run = Run.of("books", file);

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().lines().toList().get(1).contains("a <b> & \"c\""), run.text());
    assertTrue(run.text().lines().toList().get(2).matches(" +2 +7 +long.*2x1 .*"), run.text());
  }

  @Test
  void showsOneBookWithEveryLength() {
    Run run = Run.of("books", file + ":2");

    assertTrue(run.text().contains("slot 2, epoch 7, long book, center 0, 1 codes"), run.text());
    assertTrue(run.text().contains("expected bits 5.000"), run.text());
    assertTrue(run.text().contains("\n  0:  1  .  ."), run.text());
    assertTrue(run.text().contains("sha256:"), run.text());
    assertTrue(run.text().contains("ESC:  1 and 8"), run.text());
  }

  @Test
  void printsOneJsonDocument() {
    JsonObject document = Run.of("books", file, "--json").json();

    assertEquals("vail-book-list/1", document.string("schema"));
    JsonObject book = document.array("books").items().get(1).asObject("book");
    assertEquals(2, book.integer("slot", 1, 254));
    assertEquals(5.0, book.number("expectedBits"));
    assertEquals(257, book.array("lengths").items().size());
  }

  @Test
  void drawsAPictureThatAnyXmlReaderTakes()
      throws IOException, SAXException, ParserConfigurationException {
    Path picture = folder.resolve("books.svg");
    assertEquals(0, Run.of("books", file, "--svg", picture).exit());

    String svg = Files.readString(picture);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertTrue(svg.contains("a &lt;b&gt; &amp; &quot;c&quot;"));
  }

  @Test
  void printsThePictureWhereItIsAskedTo() {
    assertTrue(Run.of("books", file, "--svg", "-").text().startsWith("<svg "));
    assertEquals(2, Run.of("books", file, "--svg", "-", "--json").exit());
  }

  @Test
  void aFileThatIsNoBooksIsABadInput() throws IOException {
    Files.writeString(file, "{\"schema\":\"vail-histogram/1\",\"histograms\":[]}");
    Run run = Run.of("books", file);

    assertEquals(3, run.exit());
    assertTrue(run.errors().contains("books.json: fault 2 BAD_MAGIC at byte 10"), run.errors());
    assertFalse(run.errors().contains("\tat "), run.errors());
  }

  @Test
  void theShippedBooksNeedNoFile() {
    Run run = Run.of("books");

    assertEquals(0, run.exit());
    assertTrue(run.text().contains("bf16.exponent"), run.text());
  }
}
