package vail.conform.export;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vail.conform.vector.Needs;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;

/** Writes sets of vectors in other forms. */
public final class Export {
  private static final String COLUMNS =
      "id,kind,level,request,books,lanes,words,input_bytes,output_bytes,fault,title\n";

  private Export() {}

  /**
   * The files of a set in a form, by name: {@code books/NAME}, {@code in/ID}, {@code out/ID} with
   * the ending of the form, or one table.
   *
   * @throws IllegalArgumentException for JSON, which the set has already
   */
  public static SortedMap<String, byte[]> files(VectorSet set, Form form) {
    return switch (form) {
      case BIN -> bytes(set, "bin", bytes -> bytes);
      case HEX -> bytes(set, "hex", Export::readmemh);
      case CSV -> csv(set);
      case JSON -> throw new IllegalArgumentException("a set is JSON already");
    };
  }

  private static SortedMap<String, byte[]> bytes(
      VectorSet set, String ending, Function<byte[], byte[]> form) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    BiConsumer<String, byte[]> put =
        (name, bytes) -> files.put(ending + "/" + name + "." + ending, form.apply(bytes));
    set.catalogue().books().forEach((name, book) -> put.accept("books/" + name, book.toBytes()));
    for (Vector vector : set.vectors()) {
      for (Step step : Step.of(vector)) {
        step.input().ifPresent(bytes -> put.accept("in/" + step.name(), bytes));
        step.output().ifPresent(bytes -> put.accept("out/" + step.name(), bytes));
      }
    }
    return files;
  }

  private static byte[] readmemh(byte[] bytes) {
    StringBuilder text = new StringBuilder(3 * bytes.length);
    for (byte value : bytes) {
      text.append(HexFormat.of().toHexDigits(value)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static SortedMap<String, byte[]> csv(VectorSet set) {
    StringBuilder text = new StringBuilder(COLUMNS);
    for (Vector vector : set.vectors()) {
      for (Step step : Step.of(vector)) {
        text.append(row(vector, step));
      }
    }
    String name = set.level().label() + ".csv";
    return new TreeMap<>(java.util.Map.of(name, text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String row(Vector vector, Step step) {
    Needs needs = vector.needs();
    return String.join(
            ",",
            step.name(),
            vector.kind().label(),
            vector.duty().name(),
            step.verb(),
            quoted(String.join(" ", vector.books().stream().map(Export::installed).toList())),
            quoted(String.join(" ", needs.lanes().stream().map(String::valueOf).toList())),
            quoted(String.join(" ", needs.words().stream().map(String::valueOf).toList())),
            step.input().map(bytes -> Integer.toString(bytes.length)).orElse(""),
            step.output().map(bytes -> Integer.toString(bytes.length)).orElse(""),
            step.fault().toUpperCase(Locale.ROOT),
            quoted(vector.title()))
        + "\n";
  }

  private static String installed(vail.conform.vector.InstalledBook book) {
    return Text.of("%d:%d=%s", book.id().slot(), book.id().epoch(), book.name());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
