package vail.tensor;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonString;

/**
 * What byte-sized elements mean where their type alone does not say: by the {@code format} that the
 * file's metadata keep under the tensor's name, else by customs of naming. A wrong guess costs a
 * few per cent of size, never a bit of data.
 */
final class FormatTags {
  private FormatTags() {}

  /**
   * The format of a tensor.
   *
   * @param tag what the metadata say under the tensor's name: a JSON object, or anything
   */
  static NumberFormat format(String name, ElementType type, String tag) {
    if (type != ElementType.U8 && type != ElementType.I8) {
      return type.format();
    }
    return tagged(tag).or(() -> byName(name)).orElse(type.format());
  }

  private static Optional<NumberFormat> tagged(String tag) {
    if (!tag.startsWith("{")) {
      return Optional.empty();
    }
    try {
      MemorySegment text = MemorySegment.ofArray(tag.getBytes(StandardCharsets.UTF_8));
      JsonObject object = JsonReader.read(text).asObject("the tag");
      return object.find("format").orElse(object) instanceof JsonString format
          ? parse(format.text())
          : Optional.empty();
    } catch (VailFormatException e) {
      // Metadata are free text; what is no JSON is no tag.
      return Optional.empty();
    }
  }

  /** {@code x.mx_e2m1} and its {@code x.mx_e2m1.scale}; {@code x_blocks} and {@code x_scales}. */
  private static Optional<NumberFormat> byName(String name) {
    if (name.endsWith("_scales") || name.contains(".mx_") && name.endsWith(".scale")) {
      return Optional.of(NumberFormat.E8M0);
    }
    return name.endsWith("_blocks")
        ? Optional.of(NumberFormat.E2M1)
        : parse(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Optional<NumberFormat> parse(String text) {
    String format = text.toLowerCase(Locale.ROOT);
    return switch (format.startsWith("mx_") ? format.substring(3) : format) {
      case "e4m3" -> Optional.of(NumberFormat.E4M3);
      case "e5m2" -> Optional.of(NumberFormat.E5M2);
      case "e3m2" -> Optional.of(NumberFormat.E3M2);
      case "e2m3" -> Optional.of(NumberFormat.E2M3);
      case "e2m1" -> Optional.of(NumberFormat.E2M1);
      case "e8m0", "e8m0 scale bytes" -> Optional.of(NumberFormat.E8M0);
      default -> Optional.empty();
    };
  }
}
