package vail.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** The examples of {@code container.md}. */
final class ContainerExamples {
  private final Map<String, ExampleFile> files = new TreeMap<>();
  private final ExampleBooks books;

  ContainerExamples(Specification specification, ExampleBooks books) {
    this.books = books;
    for (Example example : specification.examples()) {
      if (example.kind().equals("file")) {
        ExampleFile file = new ExampleFile(example, books);
        files.put(file.name(), file);
      }
    }
  }

  ExampleFile named(String name) {
    return files.get(name);
  }

  void file(Example example) throws IOException {
    files.get(example.one("name")).check();
  }

  void restore(Example example) throws IOException {
    for (Example one : example.cases()) {
      ExampleFile file = files.get(one.one("file"));
      byte[] container = Damage.of(one, file.bytes());
      ByteArrayOutputStream restored = new ByteArrayOutputStream();
      Optional<String> fault = one.find("fault");
      if (fault.isPresent()) {
        VailFormatException e =
            assertThrows(
                VailFormatException.class, () -> file.restore(container, limits(one), restored));
        assertEquals(fault.get(), Texts.fault(e), one.lines().toString());
      } else {
        file.restore(container, limits(one), restored);
        assertArrayEquals(file.original(), restored.toByteArray());
      }
      int released = one.find("released").map(Integer::parseInt).orElse(restored.size());
      assertTrue(restored.size() <= released, restored.size() + " bytes were handed out");
      assertArrayEquals(Arrays.copyOf(file.original(), restored.size()), restored.toByteArray());
    }
  }

  private static Limits limits(Example example) {
    String[] limit = example.find("limit").orElse("none 0").split(" ", -1);
    long most = Long.parseLong(limit[1]);
    Limits all = Limits.DEFAULT;
    return switch (limit[0]) {
      case "none" -> all;
      case "blockSymbols" ->
          new Limits((int) most, all.books(), all.directoryBytes(), all.outputBytes());
      case "books" ->
          new Limits(all.blockSymbols(), (int) most, all.directoryBytes(), all.outputBytes());
      case "directoryBytes" -> new Limits(all.blockSymbols(), all.books(), most, all.outputBytes());
      case "outputBytes" -> new Limits(all.blockSymbols(), all.books(), all.directoryBytes(), most);
      default -> throw new IllegalArgumentException("no limit " + limit[0]);
    };
  }

  void segments(Example example, Path folder) throws IOException {
    new PartExamples(books, folder).segments(example, files.get(example.one("file")));
  }

  void part(Example example, Path folder) throws IOException {
    new PartExamples(books, folder).part(example, files.get(example.one("file")));
  }

  void flips(Example example) {
    ExampleFile file = files.get(example.one("file"));
    byte[] container = file.bytes();
    int faults = 0;
    for (int bit = 0; bit < 8 * container.length; bit++) {
      byte[] flipped = container.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(
          VailFormatException.class,
          () -> file.restore(flipped, Limits.DEFAULT, new ByteArrayOutputStream()));
      faults++;
    }
    assertEquals(example.number("faults"), faults);
  }

  void threads(Example example) throws IOException {
    ExampleFile file = files.get(example.one("file"));
    for (String threads : example.one("threads").split(" ", -1)) {
      assertEquals(Texts.hex(file.bytes()), Texts.hex(file.write(Integer.parseInt(threads))));
    }
  }
}
