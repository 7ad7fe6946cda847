package vail.cli.reproduce.grid;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vail.tensor.TensorInfo;

/** Counts the tensors of one folder as one recording. */
final class RecordingReader {
  /** Fewer bytes than this say too little about their distribution. */
  private static final long LEAST_BYTES = 4096;

  /** Folders that trainers name by the step; other numbers in names are sizes of models. */
  private static final Pattern STEP_FOLDER =
      Pattern.compile("(?i)(?:step|checkpoint|ckpt|iter|iteration)[-_]?(\\d{1,15})");

  private static final Pattern STEP = Pattern.compile("(\\d{1,15})");

  private final List<ShardedTensor> tensors = new ArrayList<>();
  private int tooSmall;

  private RecordingReader() {}

  /**
   * Counts all tensors of a folder.
   *
   * @param counted told the bytes that have been counted
   */
  static Recording read(Path folder, LongConsumer counted) throws IOException {
    RecordingReader reader = new RecordingReader();
    Map<String, String> about =
        TensorWalk.walk(
            folder,
            (tensor, label, values) -> {
              reader.add(tensor, label, values);
              counted.accept(tensor.bytes());
            });
    String name = folder.getFileName().toString();
    return new Recording(
        folder,
        about.containsKey("step") ? step(STEP, about.get("step")) : step(STEP_FOLDER, name),
        about.getOrDefault("text", ""),
        reader.tensors,
        reader.leftOut());
  }

  private void add(TensorInfo tensor, TensorLabel label, MemorySegment values) {
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

  private static OptionalLong step(Pattern pattern, String text) {
    Matcher number = pattern.matcher(text);
    return number.find() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
  }

  private List<String> leftOut() {
    return tooSmall == 0
        ? List.of()
        : List.of(tooSmall + " tensors of fewer than " + LEAST_BYTES + " bytes");
  }
}
