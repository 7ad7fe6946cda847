package vail.tensor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * A NumPy array: magic, version, header length, a Python dictionary, the elements.
 *
 * <p>Arrays of other byte order, of records or of unknown types stay opaque. Source: NumPy's
 * enhancement proposal 1, versions 1.0 to 3.0.
 */
public final class NpyFile implements TensorFile {
  /** The only tensor of such a file has no name of its own. */
  public static final String NAME = "array";

  private static final int MAGIC_BYTES = 8;

  /** Real headers have 118 bytes; those of records some thousands. */
  private static final int MAX_HEADER = 1 << 20;

  /** Either quotes, and the prefixes and suffixes of Python 2: NumPy reads them all. */
  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:[bu]?['\"]([^'\"]*)['\"]|\\[)");

  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");

  /** Named by the list of formats and by tools that read nothing else. */
  public NpyFile() {}

  @Override
  public boolean claims(Prefix prefix) throws IOException {
    return prefix.holds(MAGIC_BYTES) && text(prefix.first(6)).equals("\u0093NUMPY");
  }

  @Override
  public FileLayout read(Prefix prefix, Limits limits) throws IOException {
    int version = octet(prefix.first(MAGIC_BYTES), 6);
    if (version < 1 || version > 3) {
      throw new VailFormatException(
          Fault.UNSUPPORTED_VERSION, 6, "version " + version + " of the npy format");
    }
    int headerAt = version == 1 ? 10 : 12;
    long length = length(prefix.first(headerAt));
    if (length > Math.min(MAX_HEADER, limits.directoryBytes())) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED, MAGIC_BYTES, "a header of " + length + " bytes");
    }
    int dataAt = headerAt + (int) length;
    prefix.checkEnd(dataAt, "the header");
    String header = text(prefix.first(dataAt).asSlice(headerAt));
    List<TensorInfo> tensors = tensor(header, headerAt, dataAt).stream().toList();
    FileLayout layout = new FileLayout(FileKind.NPY, tensors, Optional.empty());
    prefix.checkEnd(layout.end(), "the array");
    return layout;
  }

  private static long length(MemorySegment start) {
    long length = 0;
    for (int i = (int) start.byteSize() - 1; i >= MAGIC_BYTES; i--) {
      length = length << 8 | octet(start, i);
    }
    return length;
  }

  private static Optional<TensorInfo> tensor(String header, int headerAt, int dataAt) {
    Matcher descr = find(DESCR, header, headerAt, "descr");
    Matcher shape = find(SHAPE, header, headerAt, "shape");
    Optional<ElementType> type = Optional.ofNullable(descr.group(1)).flatMap(NpyFile::type);
    long shapeAt = (long) headerAt + shape.start(1);
    List<Long> axes = axes(shape.group(1), shapeAt);
    try {
      return type.map(
          t -> new TensorInfo(NAME, t, t.format(), axes, dataAt, TensorInfo.bytesOf(t, axes)));
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new VailFormatException(Fault.SIZE_OVERFLOW, shapeAt, "shape " + axes + " overflows");
    }
  }

  private static Matcher find(Pattern pattern, String header, int headerAt, String what) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new VailFormatException(
          Fault.BAD_FIELD, headerAt, "the header has no '" + what + "' this reader understands");
    }
    return matcher;
  }

  private static List<Long> axes(String text, long at) {
    List<Long> axes = new ArrayList<>();
    try {
      for (String axis : text.split(",", -1)) {
        if (!axis.isBlank()) {
          axes.add(Long.parseLong(axis.strip().replaceFirst("L$", "")));
        }
      }
    } catch (NumberFormatException e) {
      throw new VailFormatException(Fault.SIZE_OVERFLOW, at, "shape (" + text + ") overflows");
    }
    return axes;
  }

  /** Little-endian types; two bytes of nothing in particular are how bfloat16 is written. */
  private static Optional<ElementType> type(String descr) {
    return switch (descr) {
      case "|b1" -> Optional.of(ElementType.BOOL);
      case "|u1" -> Optional.of(ElementType.U8);
      case "|i1" -> Optional.of(ElementType.I8);
      case "<u2" -> Optional.of(ElementType.U16);
      case "<i2" -> Optional.of(ElementType.I16);
      case "<f2" -> Optional.of(ElementType.F16);
      case "<V2", "|V2" -> Optional.of(ElementType.BF16);
      case "<u4" -> Optional.of(ElementType.U32);
      case "<i4" -> Optional.of(ElementType.I32);
      case "<f4" -> Optional.of(ElementType.F32);
      case "<u8" -> Optional.of(ElementType.U64);
      case "<i8" -> Optional.of(ElementType.I64);
      case "<f8" -> Optional.of(ElementType.F64);
      case "<c8" -> Optional.of(ElementType.C64);
      default -> Optional.empty();
    };
  }

  private static String text(MemorySegment bytes) {
    return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
  }

  private static int octet(MemorySegment bytes, long at) {
    return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }
}
