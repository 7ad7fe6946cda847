package vail.cli.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.cli.BookReference;
import vail.cli.Bytes;
import vail.cli.Run;
import vail.code.BookClass;
import vail.code.CodebookTrainer;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.HistogramFile;
import vail.code.LengthLimit;
import vail.code.NamedBook;
import vail.code.NamedHistogram;

class TrainCommandTest {
  private static final String HEADER =
      """
      {"__metadata__":{"b":"{\\"kind\\":\\"act\\"}","c":"no json"},
      "model.layers.7.mlp.up.weight":{"dtype":"BF16","shape":[4096],"data_offsets":[0,8192]},
      "model.layers.12.mlp.up.weight":{"dtype":"BF16","shape":[4096],"data_offsets":[8192,16384]},
      "b":{"dtype":"F8_E4M3","shape":[4096],"data_offsets":[16384,20480]},
      "c":{"dtype":"F32","shape":[1],"data_offsets":[20480,20484]}}\
      """;

  @TempDir private Path folder;

  private Path books() {
    return folder.resolve("books.json");
  }

  private List<NamedBook> read() throws IOException {
    return BookReference.read(books());
  }

  private List<String> names() throws IOException {
    return read().stream().map(NamedBook::name).toList();
  }

  private Path model() throws IOException {
    Path models = Files.createDirectories(folder.resolve("models/deep"));
    Files.writeString(models.resolve("config.json"), "{}");
    return Files.write(
        models.resolve("m.safetensors"),
        Bytes.safetensors(
            HEADER,
            Bytes.bf16(1, 4096),
            Bytes.bf16(2, 4096),
            Bytes.exponents(3, 4096),
            new byte[4]));
  }

  private static Histogram counts(long seed) {
    Histogram counts = new Histogram();
    for (byte symbol : Bytes.exponents(seed, 5_000)) {
      counts.add(symbol & 0xff, 1);
    }
    return counts;
  }

  private Path histograms() throws IOException {
    return Files.writeString(
        folder.resolve("h.json"),
        HistogramFile.write(
            List.of(
                new NamedHistogram("first", counts(1)),
                new NamedHistogram("e4m3/second", counts(2)))));
  }

  @Test
  void makesABookAHistogramFromCountsAsTheyAre() throws IOException {
    Run run =
        Run.of(
            "train",
            histograms(),
            "--out",
            books(),
            "--class",
            "short",
            "--slot",
            40,
            "--epoch",
            3);

    assertEquals(0, run.exit(), run.toString());
    List<NamedBook> made = read();
    assertEquals(List.of("first", "e4m3/second"), names());
    for (int i = 0; i < 2; i++) {
      assertEquals(CodebookTrainer.train(counts(i + 1), LengthLimit.SHORT), made.get(i).book());
      assertEquals(40 + i, made.get(i).id().slot());
      assertEquals(3, made.get(i).id().epoch());
    }
    assertEquals("e4m3", made.get(1).symbols());
  }

  @Test
  void obeysClassAndLimit() throws IOException {
    Run.of("train", histograms(), "--out", books(), "--class", "long", "--limit", 9);
    assertEquals(
        CodebookTrainer.train(counts(1), new LengthLimit(BookClass.LONG, 9)),
        read().getFirst().book());

    Run.of("train", histograms(), "--out", books(), "--class", "long");
    assertEquals(CodebookTrainer.train(counts(1), LengthLimit.LONG), read().getFirst().book());
  }

  @Test
  void makesABookAKindFromAFolderOfCheckpoints() throws IOException {
    model();
    Run run = Run.of("train", folder.resolve("models"), "--out", books());

    assertEquals(0, run.exit(), run.toString());
    assertEquals(List.of("bf16.exponent/mlp.up.weight", "e4m3/act"), names());
    assertTrue(run.text().contains("bf16.exponent/mlp.up.weight  short     8192"), run.text());
    assertEquals(BookClass.LONG, read().get(1).book().bookClass());
  }

  @Test
  void followsAFolderThatIsALink() throws IOException {
    model();
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("models"));

    assertEquals(0, Run.of("train", link, "--out", books()).exit());
    assertEquals(2, names().size());
  }

  @Test
  void takesDataAsAnotherNameOfTheInput() throws IOException {
    model();
    assertEquals(0, Run.of("train", "--data", folder.resolve("models"), "--out", books()).exit());
    assertEquals(2, names().size());
  }

  @Test
  void groupsByTensorAndByNothing() throws IOException {
    Path model = model();
    Run.of("train", model, "--out", books(), "--per", "tensor");
    assertEquals(
        List.of(
            "bf16.exponent/model.layers.7.mlp.up.weight",
            "bf16.exponent/model.layers.12.mlp.up.weight",
            "e4m3/b"),
        names());

    Run.of("train", model, "--out", books(), "--per", "all");
    assertEquals(List.of("bf16.exponent", "e4m3"), names());
  }

  @Test
  void makesShapesByClustering() throws IOException {
    Run.of("train", model(), "--out", books(), "--per", "all", "--shapes", 2);

    assertTrue(names().contains("bf16.exponent#0"), names().toString());
  }

  @Test
  void theHistogramsItWritesGiveTheSameBooks() throws IOException {
    Path counts = folder.resolve("counts.json");
    Run.of("train", model(), "--out", books(), "--histogram", counts);
    List<NamedBook> made = read();

    Run.of("train", counts, "--out", books());
    assertEquals(
        made.stream().map(NamedBook::book).toList(), read().stream().map(NamedBook::book).toList());
  }

  @Test
  void movesTheMeanOfExponentsBeforeItCounts() throws IOException {
    Path raw = Files.write(folder.resolve("x.bin"), Bytes.bf16(5, 10_000));
    Run run = Run.of("train", raw, "--dtype", "bf16", "--out", books());

    assertEquals(0, run.exit(), run.toString());
    assertEquals(ExponentCounts.CENTER, read().getFirst().book().center());
    assertEquals("bf16.exponent/x.bin", names().getFirst());
  }

  @Test
  void countsBytesWhereAskedTo() throws IOException {
    Path raw = Files.write(folder.resolve("x.bin"), Bytes.bf16(5, 10_000));
    Run.of("train", raw, "--dtype", "bf16", "--out", books(), "--split", "bytes");

    assertEquals("bf16.bytes", read().getFirst().symbols());
    assertEquals(BookClass.LONG, read().getFirst().book().bookClass());
  }

  @Test
  void printsBooksOnStandardOutput() throws IOException {
    Run run = Run.of("train", histograms(), "--out", "-");

    assertEquals(2, run.json().array("books").items().size());
    assertEquals("", run.errors());
  }

  @Test
  void readsHistogramsFromAPipe() throws IOException {
    Run run = Run.fed(Files.readAllBytes(histograms()), "train", "-", "--out", "-");

    assertEquals(2, run.json().array("books").items().size(), run.toString());
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    Path model = model();
    Run.of("train", model, "--out", books(), "--threads", 1);
    byte[] one = Files.readAllBytes(books());
    Run.of("train", model, "--out", books(), "--threads", 5);

    assertArrayEquals(one, Files.readAllBytes(books()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--slot 255 | --slot 255: accepted are 1 to 254",
        "--slot 254 | there are more books than slots",
        "--epoch 256 | --epoch 256: accepted are 0 to 255",
        "--shapes 0 | --shapes 0: accepted are 1 to 254",
        "--limit 16 | --limit 16: accepted are 8 for short books and 8 to 15",
        "--class short --limit 9 | --limit 9: accepted are 8 for short",
        "--threads 0 | --threads 0: accepted are 1 to 1024",
        "--per layer | 'layer'; accepted are kind, tensor, all",
        "--dtype bf17 | 'bf17'; accepted are bool, f4",
      })
  void usageNamesTheOptionAndWhatIsAccepted(String options, String message) throws IOException {
    List<Object> words = new ArrayList<>(List.of("train", histograms(), "--out", books()));
    words.addAll(List.of(options.strip().split(" ", -1)));
    Run run = Run.of(words.toArray());

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains(message), run.errors());
    assertFalse(Files.exists(books()));
  }

  @Test
  void printsOneDocumentOnly() throws IOException {
    Run run = Run.of("train", histograms(), "--out", "-", "--histogram", "-");

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains("both want standard output"), run.errors());
    assertEquals("", run.text());
  }

  @Test
  void needsSomethingToCount() throws IOException {
    assertEquals(2, Run.of("train", "--out", books()).exit());
    Path raw = Files.write(folder.resolve("x.bin"), new byte[100]);
    Run run = Run.of("train", raw, "--out", books());
    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("raw files need --dtype"), run.errors());
    assertEquals(2, Run.of("train", raw, histograms(), "--out", books()).exit());

    Path none = Files.writeString(folder.resolve("none.json"), HistogramFile.write(List.of()));
    Run empty = Run.of("train", none, "--out", books());
    assertEquals(2, empty.exit());
    assertTrue(empty.errors().contains("there is no histogram in it"), empty.errors());
  }

  @Test
  void saysHowManySymbolsWereCountedAsTheShippedBooksDo() throws IOException {
    Run.of("train", histograms(), "--out", books());

    assertEquals("5000", read().getFirst().provenance().get("symbolsCounted"));
  }

  @Test
  void missingInputsAreInputOutput() throws IOException {
    assertEquals(5, Run.of("train", folder.resolve("no"), "--out", books()).exit());
    Run empty = Run.of("train", Files.createDirectory(folder.resolve("e")), "--out", books());
    assertEquals(5, empty.exit());
    assertTrue(empty.errors().contains("holds no .safetensors or .npy file"), empty.errors());
  }

  @Test
  void namesTheDamagedFileAndThePlace() throws IOException {
    Path model = model();
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Run run = Run.of("train", folder.resolve("models"), "--out", books());

    assertEquals(3, run.exit());
    assertTrue(run.errors().contains("m.safetensors: fault 1 TRUNCATED at byte"), run.errors());
    assertFalse(Files.exists(books()));
  }
}
