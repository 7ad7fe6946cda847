package vail.cli.reproduce.grid;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vail.fault.Limits;
import vail.json.JsonReader;
import vail.tensor.Prefix;
import vail.tensor.SafetensorsFile;
import vail.tensor.TensorInfo;

/**
 * A mapped safetensors file.
 *
 * @param file all its bytes
 * @param about what its metadata say, by name
 * @param tensors where its tensors lie
 */
record TensorSource(MemorySegment file, Map<String, String> about, List<TensorInfo> tensors) {
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /**
   * Maps a file and reads its header.
   *
   * @param arena ends the mapping
   */
  static TensorSource map(Path path, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      OptionalLong size = OptionalLong.of(channel.size());
      var layout = new SafetensorsFile().read(new Prefix(channel, size), Limits.DEFAULT);
      MemorySegment file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new TensorSource(file, about(file), layout.tensors());
    }
  }

  /** The bytes of one of its tensors. */
  MemorySegment values(TensorInfo tensor) {
    return file.asSlice(tensor.start(), tensor.bytes());
  }

  private static Map<String, String> about(MemorySegment file) {
    Map<String, String> about = new HashMap<>();
    JsonReader.read(file.asSlice(LENGTH.byteSize(), file.get(LENGTH, 0)))
        .asObject("the header")
        .find("__metadata__")
        .ifPresent(said ->
            said.asObject("__metadata__")
                .fields()
                .forEach((name, value) -> about.put(name, value.asString(name))));
    return about;
  }
}
