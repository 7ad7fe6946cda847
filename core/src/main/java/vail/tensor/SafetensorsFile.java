package vail.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonString;
import vail.json.JsonValue;

/**
 * A safetensors file: eight bytes of header length, a JSON object, the tensors.
 *
 * <p>Tensors of a type this project does not know are left to the bytes around them. Unlike its
 * authors' reader this one lets bytes lie between tensors, because nothing is lost by that.
 */
public final class SafetensorsFile implements TensorFile {
  private static final int LENGTH_BYTES = 8;
  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** The format's own bound of its header. */
  private static final long MAX_HEADER = 100_000_000;

  private static final String METADATA = "__metadata__";

  /** Named by the list of formats and by tools that read nothing else. */
  public SafetensorsFile() {}

  /** A length that the format allows, and the brace with which its header must start. */
  @Override
  public boolean claims(Prefix prefix) throws IOException {
    if (!prefix.holds(LENGTH_BYTES + 1)) {
      return false;
    }
    MemorySegment start = prefix.first(LENGTH_BYTES + 1);
    long length = start.get(LENGTH, 0);
    return length >= 2
        && length <= MAX_HEADER
        && start.get(ValueLayout.JAVA_BYTE, LENGTH_BYTES) == '{';
  }

  @Override
  public FileLayout read(Prefix prefix, Limits limits) throws IOException {
    JsonObject header = header(prefix, limits);
    long dataAt = prefix.first(LENGTH_BYTES).get(LENGTH, 0) + LENGTH_BYTES;
    List<TensorInfo> tensors = tensors(header, dataAt);
    FileLayout layout = new FileLayout(FileKind.SAFETENSORS, tensors, Optional.empty());
    prefix.checkEnd(layout.end(), "the last tensor");
    return layout;
  }

  private static List<TensorInfo> tensors(JsonObject header, long dataAt) {
    List<TensorInfo> tensors = new ArrayList<>();
    try {
      Map<String, JsonValue> tags = tags(header);
      for (Map.Entry<String, JsonValue> field : header.fields().entrySet()) {
        if (!field.getKey().equals(METADATA)) {
          tensor(field.getKey(), field.getValue(), tags, dataAt).ifPresent(tensors::add);
        }
      }
      return tensors;
    } catch (VailFormatException e) {
      throw e.within(LENGTH_BYTES);
    }
  }

  /** The header's JSON object; positions in it count from byte 8 of the file. */
  private static JsonObject header(Prefix prefix, Limits limits) throws IOException {
    long length = prefix.first(LENGTH_BYTES).get(LENGTH, 0);
    if (length < 2 || length > MAX_HEADER) {
      throw new VailFormatException(Fault.BAD_FIELD, 0, "a header of " + length + " bytes");
    }
    if (length > limits.directoryBytes()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          0,
          "a header of " + length + " bytes, " + limits.directoryBytes() + " are granted");
    }
    prefix.checkEnd(LENGTH_BYTES + length, "the header");
    MemorySegment text = prefix.first(LENGTH_BYTES + (int) length).asSlice(LENGTH_BYTES);
    try {
      return JsonReader.read(text).asObject("the header");
    } catch (VailFormatException e) {
      throw e.within(LENGTH_BYTES);
    }
  }

  private static Map<String, JsonValue> tags(JsonObject header) {
    return header.find(METADATA).isPresent() ? header.object(METADATA).fields() : Map.of();
  }

  private static Optional<TensorInfo> tensor(
      String name, JsonValue value, Map<String, JsonValue> tags, long dataAt) {
    JsonObject entry = value.asObject("tensor '" + name + "'");
    JsonArray places = entry.array("data_offsets");
    long[] range = entry.integers("data_offsets", 2, 0, Long.MAX_VALUE - dataAt);
    if (range[1] < range[0]) {
      throw bad(places, "tensor '" + name + "' ends before it starts");
    }
    List<Long> shape =
        Arrays.stream(entry.array("shape").integers("the shape", 0, Long.MAX_VALUE))
            .boxed()
            .toList();
    Optional<ElementType> type = ElementType.find(entry.string("dtype"));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    long bytes = bytes(type.get(), shape, entry);
    if (bytes != range[1] - range[0]) {
      throw bad(places, "tensor '" + name + "' has " + bytes + " bytes by its shape");
    }
    NumberFormat format = FormatTags.format(name, type.get(), tag(tags, name));
    return Optional.of(new TensorInfo(name, type.get(), format, shape, dataAt + range[0], bytes));
  }

  private static long bytes(ElementType type, List<Long> shape, JsonObject entry) {
    try {
      return TensorInfo.bytesOf(type, shape);
    } catch (ArithmeticException e) {
      throw new VailFormatException(
          Fault.SIZE_OVERFLOW, entry.array("shape").at(), "shape " + shape + " overflows");
    }
  }

  private static String tag(Map<String, JsonValue> tags, String name) {
    return tags.get(name) instanceof JsonString tag ? tag.text() : "";
  }

  private static VailFormatException bad(JsonValue where, String detail) {
    return new VailFormatException(Fault.BAD_FIELD, where.at(), detail);
  }
}
