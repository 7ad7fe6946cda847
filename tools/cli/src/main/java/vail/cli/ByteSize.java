package vail.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size on the command line: a whole number and, if need be, a unit.
 *
 * @param bytes 0 or more
 */
public record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,15})\\s*([kmgt]?)(i?)b?");
  private static final String UNITS = "kmgt";

  /** Reads {@code 65536}, {@code 4KiB}, {@code 64MiB}, {@code 1GiB}; KB, MB, GB are decimal. */
  public static final class Converter implements ITypeConverter<ByteSize> {
    @Override
    public ByteSize convert(String text) {
      Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
      if (form.matches() && !(form.group(2).isEmpty() && !form.group(3).isEmpty())) {
        long base = form.group(3).isEmpty() ? 1000 : 1024;
        try {
          long bytes = Long.parseLong(form.group(1));
          for (int power = UNITS.indexOf(form.group(2)); power >= 0 && unit(form); power--) {
            bytes = Math.multiplyExact(bytes, base);
          }
          return new ByteSize(bytes);
        } catch (ArithmeticException e) {
          throw new TypeConversionException("'" + text + "' is more than any machine holds");
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no size; accepted are forms like 65536, 4KiB, 64MiB, 1GiB");
    }

    private static boolean unit(Matcher form) {
      return !form.group(2).isEmpty();
    }
  }
}
