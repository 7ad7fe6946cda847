package vail.bench.jmh;

import java.io.IOException;
import java.nio.file.Path;
import vail.bench.data.PlaneKind;
import vail.bench.data.Recording;
import vail.tensor.ElementType;

/** Planes of recorded weights: step 280 to build books from, step 1000 to code. */
final class Recorded {
  private Recorded() {}

  static Sample sample(PlaneKind kind, Path folder) throws IOException {
    return new Sample(
        plane(kind, new Recording(folder.resolve("step00280"))),
        plane(kind, new Recording(folder.resolve("step01000"))),
        "recorded weights, book of step 280, symbols of step 1000");
  }

  private static byte[] plane(PlaneKind kind, Recording step) throws IOException {
    return switch (kind) {
      case EXPONENT -> Recording.exponents(weights(step));
      case E4M3 ->
          Recording.joined(
              step.tensors(
                  "small-formats.safetensors",
                  tensor -> tensor.name().endsWith("ffn1_weight.e4m3")));
      case BYTES -> weights(step);
    };
  }

  private static byte[] weights(Recording step) throws IOException {
    return Recording.joined(
        step.tensors("weights.safetensors", tensor -> tensor.type() == ElementType.BF16));
  }
}
