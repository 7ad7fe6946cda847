package vail.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vail.tensor.ElementType;

/** Reads the type of elements, e.g. {@code bf16}, {@code e4m3}, {@code u8}. */
public final class ElementTypeConverter implements ITypeConverter<ElementType> {
  @Override
  public ElementType convert(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return ElementType.find(upper)
        .or(() -> ElementType.find("F8_" + upper))
        .or(() -> ElementType.find("F6_" + upper))
        .or(() -> alias(upper))
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + text
                    + "'; accepted are "
                    + Arrays.stream(ElementType.values())
                        .map(Names::of)
                        .collect(Collectors.joining(", "))
                    + ", and other names of these like half, int8, e4m3"));
  }

  private static Optional<ElementType> alias(String upper) {
    return switch (upper) {
      case "FP16", "HALF" -> Optional.of(ElementType.F16);
      case "BFLOAT16" -> Optional.of(ElementType.BF16);
      case "FP32", "FLOAT" -> Optional.of(ElementType.F32);
      case "FP64", "DOUBLE" -> Optional.of(ElementType.F64);
      case "INT8" -> Optional.of(ElementType.I8);
      case "UINT8" -> Optional.of(ElementType.U8);
      case "INT32" -> Optional.of(ElementType.I32);
      case "UINT32" -> Optional.of(ElementType.U32);
      case "INT64" -> Optional.of(ElementType.I64);
      case "UINT64" -> Optional.of(ElementType.U64);
      case "E2M1" -> Optional.of(ElementType.F4);
      default -> Optional.empty();
    };
  }
}
