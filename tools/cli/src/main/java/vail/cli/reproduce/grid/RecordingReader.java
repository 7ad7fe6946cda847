package vail.cli.reproduce.grid;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vail.cli.BadInputException;
import vail.json.JsonReader;
import vail.tensor.TensorInfo;

/** Reads the safetensors files of one folder as one recording. */
final class RecordingReader {
  /** Fewer bytes than this say too little about their distribution. */
  private static final long LEAST_BYTES = 4096;

  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,15})\\D*$");

  private final LongConsumer counted;
  private final List<ShardedTensor> tensors = new ArrayList<>();
  private final Map<String, String> about = new HashMap<>();
  private int tooSmall;

  private RecordingReader(LongConsumer counted) {
    this.counted = counted;
  }

  /**
   * Counts all tensors of a folder.
   *
   * @param counted told the bytes that have been counted
   */
  static Recording read(Path folder, LongConsumer counted) throws IOException {
    RecordingReader reader = new RecordingReader(counted);
    for (Path file : files(folder)) {
      BadInputException.naming(file.toString(), () -> reader.add(file));
    }
    String name = folder.getFileName().toString();
    return new Recording(
        name,
        reader.step(name),
        reader.about.getOrDefault("text", ""),
        reader.tensors,
        reader.leftOut());
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

  private Path add(Path path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      TensorSource source = TensorSource.map(path, arena);
      source.about().forEach(about::putIfAbsent);
      for (TensorInfo tensor : source.tensors()) {
        String said = source.about().getOrDefault(tensor.name(), "");
        add(tensor, source.values(tensor), label(tensor.name(), said));
        counted.accept(tensor.bytes());
      }
    }
    return path;
  }

  private static TensorLabel label(String name, String said) {
    return said.startsWith("{")
        ? TensorLabel.of(
            name,
            JsonReader.read(MemorySegment.ofArray(said.getBytes(StandardCharsets.UTF_8)))
                .asObject("metadata of '" + name + "'"))
        : TensorLabel.of(name);
  }

  private void add(TensorInfo tensor, MemorySegment values, TensorLabel label) {
    if (tensor.bytes() < LEAST_BYTES) {
      tooSmall++;
      return;
    }
    ShardGrid grid = ShardGrid.of(tensor, label);
    for (Profile profile : Profiles.of(tensor, label.format())) {
      tensors.add(
          new ShardedTensor(
              tensor.name(),
              label.kind(),
              label.layer(),
              profile,
              grid.shardValues(),
              grid.count(values, profile.split())));
    }
  }

  private OptionalLong step(String folder) {
    Matcher number = LAST_NUMBER.matcher(about.getOrDefault("step", folder));
    return number.find() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
  }

  private List<String> leftOut() {
    return tooSmall == 0
        ? List.of()
        : List.of(tooSmall + " tensors of fewer than " + LEAST_BYTES + " bytes");
  }
}
