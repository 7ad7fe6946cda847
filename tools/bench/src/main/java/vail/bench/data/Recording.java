package vail.bench.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import vail.fault.Limits;
import vail.tensor.Prefix;
import vail.tensor.SafetensorsFile;
import vail.tensor.TensorInfo;

/**
 * The tensors of one recorded step.
 *
 * @param folder its safetensors files
 */
public record Recording(Path folder) {
  /** The bytes of each of the wanted tensors of a file; none if there is no file. */
  public List<byte[]> tensors(String file, Predicate<TensorInfo> wanted) throws IOException {
    List<byte[]> all = new ArrayList<>();
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      return all;
    }
    try (FileChannel channel = FileChannel.open(path)) {
      Prefix prefix = new Prefix(channel, OptionalLong.of(channel.size()));
      for (TensorInfo tensor : new SafetensorsFile().read(prefix, Limits.DEFAULT).tensors()) {
        if (wanted.test(tensor)) {
          ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(tensor.bytes()));
          channel.read(bytes, tensor.start());
          all.add(bytes.array());
        }
      }
    }
    return all;
  }

  /** One after another. */
  public static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** Symbols of the first plane of bf16 values, given as their bytes in memory order. */
  public static byte[] exponents(byte[] bf16) {
    byte[] exponents = new byte[bf16.length / 2];
    for (int i = 0; i < exponents.length; i++) {
      exponents[i] = (byte) ((bf16[2 * i + 1] & 0x7f) << 1 | (bf16[2 * i] & 0x80) >>> 7);
    }
    return exponents;
  }
}
