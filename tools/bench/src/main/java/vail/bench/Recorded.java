package vail.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Predicate;
import vail.fault.Limits;
import vail.tensor.ElementType;
import vail.tensor.Prefix;
import vail.tensor.SafetensorsFile;
import vail.tensor.TensorInfo;

/** Planes of recorded weights: step 280 to build books from, step 1000 to code. */
final class Recorded {
  private Recorded() {}

  static Sample sample(PlaneKind kind, Path folder) throws IOException {
    return new Sample(
        plane(kind, folder.resolve("step00280")),
        plane(kind, folder.resolve("step01000")),
        "recorded weights, book of step 280, symbols of step 1000");
  }

  private static byte[] plane(PlaneKind kind, Path step) throws IOException {
    return switch (kind) {
      case EXPONENT -> Sample.exponents(weights(step));
      case E4M3 ->
          tensors(
              step.resolve("small-formats.safetensors"),
              tensor -> tensor.name().endsWith("ffn1_weight.e4m3"));
      case BYTES -> weights(step);
    };
  }

  private static byte[] weights(Path step) throws IOException {
    return tensors(
        step.resolve("weights.safetensors"), tensor -> tensor.type() == ElementType.BF16);
  }

  /** The bytes of some of a file's tensors, one after another. */
  private static byte[] tensors(Path file, Predicate<TensorInfo> wanted) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FileChannel channel = FileChannel.open(file)) {
      Prefix prefix = new Prefix(channel, OptionalLong.of(channel.size()));
      for (TensorInfo tensor : new SafetensorsFile().read(prefix, Limits.DEFAULT).tensors()) {
        if (wanted.test(tensor)) {
          ByteBuffer tensorBytes = ByteBuffer.allocate((int) tensor.bytes());
          channel.read(tensorBytes, tensor.start());
          bytes.writeBytes(tensorBytes.array());
        }
      }
    }
    return bytes.toByteArray();
  }
}
