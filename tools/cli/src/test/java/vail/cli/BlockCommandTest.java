package vail.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.backend.Backend;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.CodebookFile;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.NamedBook;

class BlockCommandTest {
  private static final byte[] SYMBOLS = Bytes.exponents(11, 4096);

  @TempDir private Path folder;
  private Path in;
  private Path block;
  private Path out;
  private Path books;

  @BeforeEach
  void writeInputs() throws IOException {
    in = Files.write(folder.resolve("in.bin"), SYMBOLS);
    block = folder.resolve("in.blk");
    out = folder.resolve("out.bin");
    books =
        Files.writeString(
            folder.resolve("books.json"),
            CodebookFile.write(List.of(book(1, BookClass.SHORT), book(9, BookClass.LONG))));
  }

  private static NamedBook book(int slot, BookClass bookClass) {
    Histogram counts = new Histogram();
    for (byte symbol : SYMBOLS) {
      counts.add(symbol & 0xff, 1);
    }
    return new NamedBook(
        new BookId(slot, 2),
        "book " + slot,
        CodebookTrainer.train(counts, LengthLimit.of(bookClass)),
        new TreeMap<>());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 8",
    "1, 8, 16",
    "1, 64, 8",
    "1, 64, 32",
    "9, 1, 16",
    "9, 32, 16",
    "9, 64, 32",
    "9, 2, 32"
  })
  void restoresTheSymbolsOnLayouts(int slot, int lanes, int word) throws IOException {
    Run encoded =
        Run.of(
            "block",
            "encode",
            in,
            block,
            "--book",
            books + ":" + slot,
            "--lanes",
            lanes,
            "--word",
            word,
            "--bias",
            "mean");
    assertEquals(0, encoded.exit(), encoded.toString());
    assertTrue(encoded.text().contains("slot " + slot + ", epoch 2"), encoded.text());
    assertTrue(encoded.text().contains(lanes + "x" + word), encoded.text());

    assertEquals(0, Run.of("block", "decode", block, out, "--book", books).exit());
    assertArrayEquals(SYMBOLS, Files.readAllBytes(out));
  }

  @Test
  void everyReadyBackendGivesTheSameBlock() throws IOException {
    String[] link = {"--book", books + ":1", "--lanes", "16", "--word", "8", "--backend"};
    encode(block, link, "java-reference");
    for (BackendProvider provider : Backends.providers()) {
      if (provider.probe() instanceof Probe.Ready(Backend backend)) {
        backend.close();
        Path other = folder.resolve(provider.name());
        encode(other, link, provider.name());
        assertArrayEquals(Files.readAllBytes(block), Files.readAllBytes(other), provider.name());
      }
    }
  }

  private void encode(Path to, String[] options, String backend) {
    List<Object> arguments = new ArrayList<>(List.of("block", "encode", in, to));
    arguments.addAll(List.of(options));
    arguments.add(backend);
    Run.of(arguments.toArray());
  }

  @Test
  void streamedBlocksHaveTheirTailAtTheEnd() throws IOException {
    Run.of("block", "encode", in, block, "--book", books + ":1", "--streamed");

    assertEquals(0x20, Files.readAllBytes(block)[2] & 0x20);
    assertEquals(0, Run.of("block", "decode", block, out, "--book", books + ":1:2").exit());
    assertArrayEquals(SYMBOLS, Files.readAllBytes(out));
  }

  @Test
  void worksInAPipe() {
    Run encoded = Run.fed(SYMBOLS, "block", "encode", "-", "-", "--book", books + ":1");
    assertEquals("", encoded.errors());
    Run decoded = Run.fed(encoded.output(), "block", "decode", "-", "-", "--book", books);

    assertArrayEquals(SYMBOLS, decoded.output());
    assertEquals("", decoded.errors());
  }

  @Test
  void constantBlocksCanBeTurnedOff() {
    byte[] same = new byte[100];
    Run on = Run.fed(same, "block", "encode", "-", "-", "--book", books + ":1");
    Run off = Run.fed(same, "block", "encode", "-", "-", "--book", books + ":1", "--no-constant");

    assertEquals(13, on.output().length);
    assertTrue(off.output().length > 13);
  }

  @Test
  void namesTheFaultItsPlaceAndTheFileAndWritesNothing() throws IOException {
    Run.of("block", "encode", in, block, "--book", books + ":1");
    byte[] damaged = Files.readAllBytes(block);
    damaged[100] ^= 1;
    Files.write(block, damaged);

    Run run = Run.of("block", "decode", block, out, "--book", books);

    assertEquals(3, run.exit());
    assertTrue(
        run.errors().matches("vail: .*in\\.blk: fault 19 CHECKSUM at byte 8: .*\n"), run.errors());
    assertEquals("", run.text());
    assertFalse(Files.exists(out));
    assertOnlyKnownFiles();
  }

  @Test
  void everyTruncationIsABadInput() throws IOException {
    Run.of("block", "encode", in, block, "--book", books + ":1");
    byte[] whole = Files.readAllBytes(block);
    for (int size = 0; size < whole.length; size += size < 16 ? 1 : 97) {
      byte[] part = java.util.Arrays.copyOf(whole, size);
      Run run = Run.fed(part, "block", "decode", "-", out, "--book", books);

      assertEquals(3, run.exit(), size + ": " + run);
      assertTrue(run.errors().startsWith("vail: -: fault 1 TRUNCATED at byte "), run.errors());
    }
    assertFalse(Files.exists(out));
  }

  @Test
  void aBookThatIsNotThereIsABadInput() {
    Run.of("block", "encode", in, block, "--book", books + ":1");
    Run run = Run.of("block", "decode", block, out, "--book", books + ":9");

    assertEquals(3, run.exit());
    assertTrue(run.errors().contains("fault 8 CODEBOOK_UNKNOWN at byte 0"), run.errors());
  }

  @Test
  void namesTheBookFileWhereItIsDamaged() throws IOException {
    Files.writeString(books, Files.readString(books).replace("\"sha256:", "\"sha256:0"));
    Run run = Run.of("block", "encode", in, block, "--book", books + ":1");

    assertEquals(3, run.exit());
    assertTrue(
        run.errors().contains("books.json: fault 9 CODEBOOK_MISMATCH at byte"), run.errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lanes 3 | '--lanes': '3'; accepted are 1, 2, 4, 8, 16, 32, 64",
        "--word 12 | '--word': '12'; accepted are 8, 16, 32",
        "--bias 255 | '--bias': '255'; accepted are 0 to 254 and mean",
        "--bias -1 | '--bias': '-1'; accepted are 0 to 254 and mean",
        "--book BOOKS:3 | books.json:3 names no book",
        "--book BOOKS | add one of 1:2, 9:2 as :SLOT",
        "--book BOOKS:9 --word 8 | accepted are --word 16 and --word 32",
        "--bok x | Did you mean --book",
      })
  void usageNamesTheOptionAndWhatIsAccepted(String options, String message) {
    List<Object> words = new ArrayList<>(List.of("block", "encode", in, block));
    if (!options.contains("BOOKS")) {
      words.addAll(List.of("--book", books + ":1"));
    }
    words.addAll(List.of(options.strip().replace("BOOKS", books.toString()).split(" ", -1)));
    Run run = Run.of(words.toArray());

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().replace("'--book'", "--book").contains(message.strip()), run.errors());
    assertFalse(Files.exists(block));
  }

  @Test
  void sizesOutsideABlockAreUsage() {
    for (byte[] symbols : List.of(new byte[0], new byte[65_537])) {
      Run run = Run.fed(symbols, "block", "encode", "-", block, "--book", books + ":1");
      assertEquals(2, run.exit(), run.toString());
      assertTrue(run.errors().contains("1 to 65536 symbols"), run.errors());
    }
    Run run =
        Run.fed(
            new byte[16_385], "block", "encode", "-", block, "--book", books + ":1", "--streamed");
    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("1 to 16384 symbols"), run.errors());
  }

  @Test
  void anAbsentBackendSaysWhichThereAre() {
    Run run = Run.of("block", "encode", in, block, "--book", books + ":1", "--backend", "abacus");

    assertEquals(4, run.exit());
    assertTrue(
        run.errors().startsWith("vail: backend abacus: absent, because no provider"), run.errors());
    assertTrue(run.errors().contains("java-reference"), run.errors());
  }

  @Test
  void missingFilesAndFoldersAreInputOutput() throws IOException {
    Path missing = folder.resolve("missing");
    Run noInput = Run.of("block", "decode", missing, out, "--book", books);
    assertEquals(5, noInput.exit());
    assertEquals("vail: " + missing + ": no such file\n", noInput.errors());

    Run.of("block", "encode", in, block, "--book", books + ":1");
    Run noFolder = Run.of("block", "decode", block, missing.resolve("x"), "--book", books);
    assertEquals(5, noFolder.exit());
    assertEquals("vail: " + missing.resolve("x") + ": no such folder\n", noFolder.errors());

    Run isFolder = Run.of("block", "decode", block, folder, "--book", books);
    assertEquals(5, isFolder.exit());
    assertEquals("vail: " + folder + ": is a folder, not a file\n", isFolder.errors());
    assertOnlyKnownFiles();
  }

  @Test
  void asksForACommand() {
    Run run = Run.of("block");

    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("encode and decode"), run.errors());
  }

  private void assertOnlyKnownFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of("books.json", "in.bin", "in.blk"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void readsBookReferencesWithColonsInFileNames() throws IOException {
    Path odd = Files.write(folder.resolve("books.json:1"), Files.readAllBytes(books));
    BookReference reference = new BookReference.Converter().convert(odd.toString());

    assertEquals(2, reference.books().size());
    assertTrue(Files.readString(odd, StandardCharsets.UTF_8).contains("vail-books/1"));
  }
}
