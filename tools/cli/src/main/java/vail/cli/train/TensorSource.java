package vail.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vail.fault.Limits;
import vail.json.JsonReader;
import vail.tensor.ElementType;
import vail.tensor.FileKind;
import vail.tensor.FileLayout;
import vail.tensor.Prefix;
import vail.tensor.TensorFile;
import vail.tensor.TensorInfo;

/**
 * The tensors of one file, and their bytes.
 *
 * @param tensors what the file holds
 * @param kinds which of them are of one kind
 * @param bytes the whole file, mapped
 */
public record TensorSource(List<TensorInfo> tensors, TensorKinds kinds, MemorySegment bytes) {
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /**
   * Opens a file.
   *
   * @param rawType type of the elements of a file without a header
   * @param arena keeps the file mapped
   */
  public static TensorSource open(Path file, Optional<ElementType> rawType, Arena arena)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      Prefix prefix = new Prefix(channel, OptionalLong.of(channel.size()));
      FileLayout layout = TensorFile.recognise(prefix, Limits.DEFAULT);
      if (layout.kind() == FileKind.OPAQUE && rawType.isPresent()) {
        return new TensorSource(
            List.of(whole(file, rawType.get(), bytes)), TensorKinds.ofNames(), bytes);
      }
      TensorKinds kinds =
          layout.kind() == FileKind.SAFETENSORS ? tagged(bytes) : TensorKinds.ofNames();
      return new TensorSource(layout.tensors(), kinds, bytes);
    }
  }

  /** The elements of a tensor. */
  public MemorySegment elements(TensorInfo tensor) {
    return bytes.asSlice(tensor.start(), tensor.bytes());
  }

  private static TensorInfo whole(Path file, ElementType type, MemorySegment bytes) {
    long elements = bytes.byteSize() * 8 / type.bits();
    List<Long> shape = List.of(elements);
    return new TensorInfo(
        String.valueOf(file.getFileName()),
        type,
        type.format(),
        shape,
        0,
        TensorInfo.bytesOf(type, shape));
  }

  private static TensorKinds tagged(MemorySegment bytes) {
    MemorySegment header = bytes.asSlice(Long.BYTES, bytes.get(LENGTH, 0));
    return TensorKinds.of(JsonReader.read(header).asObject("the header"));
  }
}
