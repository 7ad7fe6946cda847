package vail.cli.books;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vail.code.Histogram;
import vail.fault.Limits;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.tensor.FileLayout;
import vail.tensor.Prefix;
import vail.tensor.SafetensorsFile;
import vail.tensor.TensorInfo;

/**
 * The earliest recording in a folder of recordings: tensors named {@code layer.NN.KIND}, or {@code
 * layer.NN.KIND.FORMAT} where they were quantised, and the counts of {@code histograms.json}.
 */
final class Recording {
  /** A kind that was counted but not kept. */
  static final String WITHOUT_TENSOR = "ffn2_in_grad";

  private static final int PARTS_BEFORE_FORMAT = 3;

  private final String step;
  private final List<Tensor> tensors;
  private final JsonObject counts;

  private Recording(String step, List<Tensor> tensors, JsonObject counts) {
    this.step = step;
    this.tensors = tensors;
    this.counts = counts;
  }

  /**
   * A recorded tensor.
   *
   * @param kind e.g. {@code ffn1_act}
   * @param format e.g. {@code mx_e2m1.scale}; empty for bfloat16
   * @param raw its elements
   */
  record Tensor(String kind, String format, MemorySegment raw) {}

  static Recording earliest(Path data) throws IOException {
    Path folder;
    try (Stream<Path> children = Files.list(data)) {
      folder =
          children
              .filter(child -> name(child).matches("step[0-9]+"))
              .min(Path::compareTo)
              .orElseThrow(() -> new IOException(data + " holds no folder stepNNNNN"));
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Path file : safetensors(folder)) {
      tensors.addAll(tensors(file));
    }
    byte[] text = Files.readAllBytes(data.resolve("histograms.json"));
    JsonObject steps = JsonReader.read(MemorySegment.ofArray(text)).asObject("the file");
    return new Recording(name(folder), tensors, steps.object(name(folder)));
  }

  /** The step for people, e.g. {@code step 280}. */
  String step() {
    return "step " + Integer.parseInt(step.substring("step".length()));
  }

  /** The elements of all tensors of a kind in a format, in the order of files and of tensors. */
  List<MemorySegment> tensors(String kind, String format) {
    return tensors.stream()
        .filter(tensor -> tensor.kind().equals(kind) && tensor.format().equals(format))
        .map(Tensor::raw)
        .toList();
  }

  /** Exponents of the kind without tensors, over all layers. */
  Histogram exponents() {
    return counts("exponent");
  }

  /** Bytes of the kind without tensors, over all layers. */
  Histogram bytes() {
    Histogram bytes = counts("hi");
    bytes.add(counts("lo"));
    return bytes;
  }

  private Histogram counts(String symbols) {
    return Histogram.of(
        counts
            .object(WITHOUT_TENSOR)
            .integers(symbols, Histogram.SYMBOLS, 0, Histogram.COUNT_LIMIT - 1));
  }

  private static List<Path> safetensors(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(child -> name(child).endsWith(".safetensors")).sorted().toList();
    }
  }

  private static List<Tensor> tensors(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      OptionalLong size = OptionalLong.of(channel.size());
      FileLayout layout = new SafetensorsFile().read(new Prefix(channel, size), Limits.DEFAULT);
      MemorySegment bytes = MemorySegment.ofArray(Files.readAllBytes(file));
      return layout.tensors().stream().flatMap(info -> tensor(info, bytes).stream()).toList();
    }
  }

  private static Optional<Tensor> tensor(TensorInfo info, MemorySegment file) {
    String[] parts = info.name().split("[.]", PARTS_BEFORE_FORMAT + 1);
    if (parts.length < PARTS_BEFORE_FORMAT) {
      return Optional.empty();
    }
    String format = parts.length > PARTS_BEFORE_FORMAT ? parts[PARTS_BEFORE_FORMAT] : "";
    return Optional.of(
        new Tensor(
            parts[PARTS_BEFORE_FORMAT - 1], format, file.asSlice(info.start(), info.bytes())));
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
