package vail.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vail.tensor.ElementType;

/** The planes of two recorded steps, {@code step00280} for books and {@code step01000} to code. */
public final class Recordings {
  private static final String SUFFIX = ".safetensors";

  private final Recording earlier;
  private final Recording later;

  /** Recordings in a folder. */
  public Recordings(Path folder) {
    earlier = new Recording(folder.resolve("step00280"));
    later = new Recording(folder.resolve("step01000"));
  }

  /** What is recorded of a kind. */
  private enum Kind {
    WEIGHTS("weights", "ffn1_weight"),
    ACTIVATIONS("activations", "ffn1_act"),
    GRADIENTS("weight_grads", "ffn1_wgrad");

    private final String file;
    private final String tensors;

    Kind(String file, String tensors) {
      this.file = file;
      this.tensors = tensors;
    }
  }

  /** The planes that the recordings have, the telling ones first. */
  public List<Plane> planes() throws IOException {
    List<Plane> planes = new ArrayList<>();
    exponents("bf16-exponent-weights", Kind.WEIGHTS).ifPresent(planes::add);
    plane("e4m3-weights", PlaneKind.E4M3, Kind.WEIGHTS, E4m3::of).ifPresent(planes::add);
    exponents("bf16-exponent-activations", Kind.ACTIVATIONS).ifPresent(planes::add);
    exponents("bf16-exponent-gradients", Kind.GRADIENTS).ifPresent(planes::add);
    plane("e4m3-activations", PlaneKind.E4M3, Kind.ACTIVATIONS, E4m3::of).ifPresent(planes::add);
    plane("bf16-bytes-weights", PlaneKind.BYTES, Kind.WEIGHTS, bytes -> bytes)
        .ifPresent(planes::add);
    return planes;
  }

  /** Whole bf16 values to code, and exponents to build a book from. */
  public Optional<Plane> tensor() throws IOException {
    byte[] values = Recording.joined(bf16(later, Kind.WEIGHTS));
    return exponents("bf16-tensor-weights", Kind.WEIGHTS)
        .map(plane -> plane.coding(plane.name(), values));
  }

  private Optional<Plane> exponents(String name, Kind kind) throws IOException {
    return plane(name, PlaneKind.EXPONENT, kind, Recording::exponents);
  }

  /** A plane made of each tensor of a kind in both steps; none if a step has none. */
  private Optional<Plane> plane(
      String name, PlaneKind symbols, Kind kind, Function<byte[], byte[]> form) throws IOException {
    byte[] before = symbols(earlier, kind, form);
    byte[] after = symbols(later, kind, form);
    return before.length == 0 || after.length == 0
        ? Optional.empty()
        : Optional.of(Plane.of(name, symbols, before, after));
  }

  private static byte[] symbols(Recording step, Kind kind, Function<byte[], byte[]> form)
      throws IOException {
    return Recording.joined(bf16(step, kind).stream().map(form).toList());
  }

  private static List<byte[]> bf16(Recording step, Kind kind) throws IOException {
    return step.tensors(
        kind.file + SUFFIX,
        tensor -> tensor.type() == ElementType.BF16 && tensor.name().endsWith(kind.tensors));
  }
}
