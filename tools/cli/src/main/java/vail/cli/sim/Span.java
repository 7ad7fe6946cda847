package vail.cli.sim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A time on the command line.
 *
 * @param picoseconds 0 or more
 */
record Span(long picoseconds) {
  /** Reads {@code 1us}, {@code 936.25ns}, {@code 20ns}, {@code 500ps}, {@code 2ms}. */
  static final class Converter implements ITypeConverter<Span> {
    private static final Pattern FORM =
        Pattern.compile("([0-9]{1,9}(?:[.][0-9]{1,9})?)\\s*(ps|ns|us|ms|s)");
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final Map<String, Integer> ZEROS =
        Map.of("ps", 0, "ns", 3, "us", 6, "ms", 9, "s", 12);

    @Override
    public Span convert(String text) {
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        BigDecimal time =
            new BigDecimal(form.group(1)).movePointRight(ZEROS.getOrDefault(form.group(2), 0));
        if (time.compareTo(MOST) > 0) {
          throw new TypeConversionException("'" + text + "' is more than 1000s");
        }
        if (time.stripTrailingZeros().scale() <= 0) {
          return new Span(time.longValueExact());
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no time; accepted are whole picoseconds in forms like 20ns, 1us, 2ms");
    }
  }
}
