package vail.cli.reproduce.grid;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vail.cli.BadInputException;
import vail.json.JsonReader;
import vail.tensor.TensorInfo;

/** Goes through the tensors of the safetensors files of one folder. */
public final class TensorWalk {
  private TensorWalk() {}

  /**
   * Visits all tensors, file by file in the order of their names.
   *
   * @return what the metadata of the files say; the first file that says a thing is believed
   */
  public static Map<String, String> walk(Path folder, TensorVisitor visitor) throws IOException {
    Map<String, String> about = new HashMap<>();
    for (Path file : files(folder)) {
      BadInputException.naming(file.toString(), () -> visit(file, visitor))
          .forEach(about::putIfAbsent);
    }
    return about;
  }

  /** The safetensors files right in a folder, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".safetensors") && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> visit(Path file, TensorVisitor visitor) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      TensorSource source = TensorSource.map(file, arena);
      for (TensorInfo tensor : source.tensors()) {
        String said = source.about().getOrDefault(tensor.name(), "");
        visitor.visit(tensor, label(tensor.name(), said), source.values(tensor));
      }
      return source.about();
    }
  }

  private static TensorLabel label(String name, String said) {
    return said.startsWith("{")
        ? TensorLabel.of(
            name,
            JsonReader.read(MemorySegment.ofArray(said.getBytes(StandardCharsets.UTF_8)))
                .asObject("metadata of '" + name + "'"))
        : TensorLabel.of(name);
  }
}
