package vail.cli.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Bytes;
import vail.cli.Run;
import vail.json.JsonObject;
import vail.testing.Absence;

class ContainerCommandsTest {
  private static final byte[] FIRST = Bytes.bf16(1, 20_000);
  private static final byte[] SECOND = Bytes.exponents(2, 3_000);
  private static final byte[] FILE =
      Bytes.safetensors(
          """
          {"__metadata__":{"format":"pt"},
          "a.0.w":{"dtype":"BF16","shape":[100,200],"data_offsets":[0,40000]},
          "../../b":{"dtype":"F8_E4M3","shape":[3000],"data_offsets":[40000,43000]}}\
          """,
          FIRST,
          SECOND);

  @TempDir private Path folder;
  private Path in;
  private Path vail;
  private Path out;

  @BeforeEach
  void writeInput() throws IOException {
    in = Files.write(folder.resolve("in.safetensors"), FILE);
    vail = folder.resolve("in.vail");
    out = folder.resolve("out");
  }

  private Run encode(Object... options) {
    List<Object> words = new ArrayList<>(List.of("encode", in, vail));
    words.addAll(List.of(options));
    return Run.of(words.toArray());
  }

  private void restores(byte[] original, Object... decodeOptions) throws IOException {
    List<Object> words = new ArrayList<>(List.of("decode", vail, out));
    words.addAll(List.of(decodeOptions));
    Run run = Run.of(words.toArray());
    assertEquals(0, run.exit(), run.toString());
    assertArrayEquals(original, Files.readAllBytes(out));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--split bytes",
        "--split planes --select fixed",
        "--lanes 64 --word 8 --threads 3",
        "--lanes 1 --word 16 --tile 4KiB",
        "--books fit",
        "--backend java-reference --tile 100",
        "--no-embed-books",
      })
  void restoresEveryByteWhateverTheOptions(String options) throws IOException {
    Run run = encode(options.isEmpty() ? new Object[0] : options.split(" ", -1));

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("saved "), run.text());
    restores(FILE);
  }

  @Test
  void savesAThirdOfBfloats() {
    JsonObject tensor = encode("--json").json().array("tensors").items().getFirst().asObject("t");

    assertTrue(tensor.number("saved") > 0.28, tensor.toString());
  }

  @Test
  void printsTheFieldsThatScriptsDependOn() throws IOException {
    JsonObject encoded = encode("--json").json();
    JsonObject inspected = Run.of("inspect", vail, "--json").json();

    assertEquals("vail-encode/1", encoded.string("schema"));
    assertEquals("vail-inspect/1", inspected.string("schema"));
    for (JsonObject document : List.of(encoded, inspected)) {
      assertEquals(vail.toString(), document.string("file"));
      assertEquals(FILE.length, document.integer("rawBytes", 0, Long.MAX_VALUE));
      assertEquals(Files.size(vail), document.integer("vailBytes", 0, Long.MAX_VALUE));
      document.number("saved");
      JsonObject tensor = document.array("tensors").items().getFirst().asObject("tensor");
      assertEquals("a.0.w", tensor.string("name"));
      assertEquals("BF16", tensor.string("dtype"));
      assertArrayEquals(new long[] {100, 200}, tensor.integers("shape", 2, 0, 1000));
      assertEquals(40_000, tensor.integer("rawBytes", 0, Long.MAX_VALUE));
      tensor.integer("vailBytes", 0, Long.MAX_VALUE);
      tensor.number("saved");
      long blocks = 0;
      for (var use : tensor.array("books").items()) {
        use.asObject("use").integer("slot", 0, 255);
        use.asObject("use").integer("epoch", 0, 255);
        blocks += use.asObject("use").integer("blocks", 1, 100);
      }
      assertEquals(2, blocks);
    }
  }

  @Test
  void vailBytesOfATensorAreItsBlocks() {
    encode("--tile", 1000);
    JsonObject document = Run.of("inspect", vail, "--json", "--blocks").json();

    long blocks = 0;
    for (var item : document.array("blocks").items()) {
      JsonObject block = item.asObject("block");
      blocks += block.string("tensor").equals("a.0.w") ? block.integer("bytes", 1, 70_000) : 0;
    }
    JsonObject tensor = document.array("tensors").items().getFirst().asObject("tensor");
    assertEquals(tensor.integer("vailBytes", 0, Long.MAX_VALUE), blocks);
  }

  @Test
  void worksInAPipe() {
    Run encoded = Run.fed(FILE, "encode", "-", "-");
    assertEquals("", encoded.errors());
    Run decoded = Run.fed(encoded.output(), "decode", "-", "-");

    assertArrayEquals(FILE, decoded.output());
    assertEquals(0, Run.fed(encoded.output(), "verify", "-").exit());
  }

  @Test
  void restoresOneTensorWithoutTheRest() throws IOException {
    encode();
    Run run = Run.of("decode", vail, out, "--tensor", "../../b");

    assertEquals(0, run.exit(), run.toString());
    assertArrayEquals(SECOND, Files.readAllBytes(out));
  }

  @Test
  void saysWhichFileLacksTheTensor() {
    encode();
    Run run = Run.of("decode", vail, out, "--tensor", "b");

    assertEquals(2, run.exit());
    assertTrue(run.errors().contains("--tensor b: "), run.errors());
    assertTrue(run.errors().contains("lists its 2"), run.errors());
    assertEquals(2, Run.fed(FILE, "decode", "-", out, "--tensor", "b").exit());
  }

  @Test
  void encodesRawElementsOfANamedType() throws IOException {
    Files.write(in, Arrays.copyOf(FIRST, FIRST.length - 1));
    Run run = encode("--dtype", "bf16", "--json");

    JsonObject tensor = run.json().array("tensors").items().getFirst().asObject("t");
    assertEquals("BF16", tensor.string("dtype"));
    restores(Arrays.copyOf(FIRST, FIRST.length - 1));
  }

  @Test
  void keepsAnyOtherFile() throws IOException {
    for (byte[] other :
        List.of(new byte[0], new byte[] {7}, "{\"a\":1}".getBytes(StandardCharsets.UTF_8))) {
      Files.write(in, other);
      assertEquals(0, encode().exit());
      restores(other);
    }
  }

  @Test
  void aFolderOfCheckpointsIsEnough() throws IOException {
    Path books = folder.resolve("my.json");
    assertEquals(0, Run.of("train", folder, "--out", books).exit());
    assertEquals(0, Run.of("encode", in, vail, "--books", books).exit());
    restores(FILE);
    assertEquals(0, Run.of("encode", "--books", books, in, vail).exit());
    restores(FILE);
  }

  @Test
  void saysWhatBooksAreForWhenNoneIsUsed() throws IOException {
    Path books = folder.resolve("my.json");
    Path raw = Files.write(folder.resolve("x.bin"), FIRST);
    Run.of("train", raw, "--dtype", "bf16", "--split", "bytes", "--out", books);
    Run run = Run.of("encode", raw, vail, "--dtype", "bf16", "--books", books);

    assertEquals(0, run.exit(), run.toString());
    assertEquals(
        "vail: note: no block uses a book; they are for bf16.bytes; see --split and --dtype\n",
        run.errors());
    Run split =
        Run.of("encode", raw, vail, "--dtype", "bf16", "--books", books, "--split", "bytes");
    assertEquals("", split.errors());
  }

  @Test
  void booksByDigestMustBeInstalled() throws IOException {
    Path books = folder.resolve("my.json");
    Run.of("train", in, "--out", books, "--slot", 200);
    encode("--books", books, "--no-embed-books");

    Run without = Run.of("decode", vail, out);
    assertEquals(3, without.exit());
    assertTrue(without.errors().contains("in.vail: fault 8 CODEBOOK_UNKNOWN"), without.errors());
    assertFalse(Files.exists(out));
    restores(FILE, "--books", books);
  }

  @Test
  void verifyChecksAndWritesNothing() throws IOException {
    encode();
    Run run = Run.of("verify", vail, "--json");

    assertTrue(run.json().bool("sound"));
    JsonObject file = run.json().array("files").items().getFirst().asObject("file");
    assertEquals(FILE.length, file.integer("rawBytes", 0, Long.MAX_VALUE));
    assertEquals(List.of("in.safetensors", "in.vail"), files());
  }

  @Test
  void verifyChecksAllFilesEvenAfterABadOne() throws IOException {
    encode();
    Path bad = Files.write(folder.resolve("a.vail"), new byte[200]);
    Run run = Run.of("verify", folder);

    assertEquals(3, run.exit());
    assertTrue(run.errors().startsWith("vail: " + bad + ": fault 2 BAD_MAGIC at byte 0"));
    assertTrue(run.text().contains("in.vail: sound, "), run.text());
    JsonObject document = Run.of("verify", bad, vail, "--json").json();
    assertFalse(document.bool("sound"));
    JsonObject first = document.array("files").items().getFirst().asObject("file");
    assertEquals("BAD_MAGIC", first.string("name"));
    assertEquals(2, first.integer("fault", 1, 24));
    assertEquals(0, first.integer("at", 0, 200));
    assertTrue(first.find("rawBytes").isEmpty(), first.toString());
  }

  @Test
  void aFullDiskNamesTheFile() {
    Path full = Path.of("/dev/full");
    if (!Files.exists(full)) {
      throw Absence.of("a disk that is full", "there is no " + full + " here");
    }
    Run run = Run.of("encode", in, full);

    assertEquals(5, run.exit());
    assertEquals("vail: /dev/full: No space left on device\n", run.errors());
  }

  @Test
  void inspectReadsAPipe() throws IOException {
    encode();
    Run run = Run.fed(Files.readAllBytes(vail), "inspect", "-", "--json");

    assertEquals("-", run.json().string("file"));
    assertEquals(2, run.json().array("tensors").items().size());
    Run bad = Run.fed(new byte[100], "inspect", "-");
    assertTrue(bad.errors().startsWith("vail: -: fault 2 BAD_MAGIC"), bad.errors());
  }

  @Test
  void anyDamagedByteIsABadInputAndLeavesNothing() throws IOException {
    encode("--tile", 4096);
    byte[] whole = Files.readAllBytes(vail);
    for (int at = 0; at < whole.length; at += 331) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(vail, damaged);
      for (String command : List.of("verify", "decode")) {
        Run run = command.equals("verify") ? Run.of(command, vail) : Run.of(command, vail, out);
        assertEquals(3, run.exit(), at + ": " + run);
        assertTrue(
            run.errors().matches("vail: .*in\\.vail: fault \\d+ [A-Z_]+ at byte \\d+: .*\n"),
            run.errors());
        assertEquals("", run.text());
      }
      assertEquals(List.of("in.safetensors", "in.vail"), files());
    }
  }

  @Test
  void theOldOutputStaysWhenTheInputIsBad() throws IOException {
    encode();
    Files.write(vail, Arrays.copyOf(Files.readAllBytes(vail), 5_000));
    Files.writeString(out, "old");

    assertEquals(3, Run.of("decode", vail, out).exit());
    assertEquals("old", Files.readString(out));
  }

  @Test
  void aDamagedHeaderOfTheOriginalIsABadInput() throws IOException {
    Files.write(in, Arrays.copyOf(FILE, FILE.length - 1));
    Run run = encode();

    assertEquals(3, run.exit());
    assertTrue(run.errors().contains("in.safetensors: fault 1 TRUNCATED"), run.errors());
    assertFalse(Files.exists(vail));
  }

  @Test
  void missingFilesAreInputOutput() {
    Path missing = folder.resolve("missing");
    for (Run run :
        List.of(
            Run.of("encode", missing, vail),
            Run.of("decode", missing, out),
            Run.of("verify", missing),
            Run.of("inspect", missing),
            Run.of("encode", in, vail, "--books", missing))) {
      assertEquals(5, run.exit(), run.toString());
      assertEquals("vail: " + missing + ": no such file\n", run.errors());
    }
    assertEquals(5, Run.of("encode", in, missing.resolve("x")).exit());
    assertEquals(5, Run.of("encode", folder, vail).exit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encode IN | OUT is missing",
        "encode | IN and OUT are missing",
        "encode IN --books a.json b.json | OUT is missing; --books took b.json",
        "encode IN OUT --tile 3 | --tile 3: accepted are 4 to 65536 symbols",
        "encode IN OUT --tile 1MiB | accepted are 4 to 65536 symbols",
        "encode IN OUT --lanes 5 | accepted are 1, 2, 4, 8, 16, 32, 64",
        "encode IN OUT --split words | '--split'",
        "encode IN OUT --select worst | '--select'",
        "encode IN OUT --dtype bf17 | accepted are bool",
        "encode IN OUT --threads 0 | --threads 0: accepted are 1 to 1024",
        "encode IN OUT --books fit --no-embed-books | nobody else has the books",
        "encode - OUT --books fit | accepted is a file, not -",
        "encode IN OUT --books fit a.json | 'fit' or files, not both",
        "encode IN - --json | both want standard output",
        "encode IN OUT --embed | Did you mean --embed-books",
        "decode IN | OUT",
        "verify | IN",
      })
  void usageNamesTheOptionAndWhatIsAccepted(String line, String message) {
    Object[] words =
        Arrays.stream(line.strip().split(" ", -1))
            .map(word -> word.equals("IN") ? in : word.equals("OUT") ? vail : word)
            .toArray();
    Run run = Run.of(words);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains(message), run.errors());
    assertFalse(Files.exists(vail));
  }

  @Test
  void anAbsentBackendIsAbsent() {
    Run run = encode("--backend", "abacus");

    assertEquals(4, run.exit());
    assertTrue(run.errors().startsWith("vail: backend abacus: absent, because "), run.errors());
  }

  @Test
  void inspectShowsWhatIsNotEncodedYet() {
    Run run = Run.of("inspect", in);

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("not encoded; try 'vail encode "), run.text());
    assertTrue(run.text().lines().anyMatch(l -> l.matches("a.0.w +BF16 +100x200 .*")), run.text());
    assertEquals(2, Run.of("inspect", in, "--json").json().array("tensors").items().size());
  }

  @Test
  void inspectOfNoContainerIsABadInput() throws IOException {
    Files.writeString(vail, "no container at all, but long enough to be looked at");
    Run run = Run.of("inspect", vail);

    assertEquals(3, run.exit());
    assertTrue(run.errors().contains("fault 2 BAD_MAGIC at byte 0"), run.errors());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
