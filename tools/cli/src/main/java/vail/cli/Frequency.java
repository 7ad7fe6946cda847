package vail.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A clock's frequency on the command line.
 *
 * @param hertz above 0
 * @param text as it was written
 */
public record Frequency(double hertz, String text) {
  /** Reads {@code 250MHz}, {@code 1.2GHz}. */
  public static final class Converter implements ITypeConverter<Frequency> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6}(?:[.][0-9]{1,6})?)([kMG])Hz");
    private static final Map<String, Double> FACTORS = Map.of("k", 1e3, "M", 1e6, "G", 1e9);

    @Override
    public Frequency convert(String text) {
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        double hertz = Double.parseDouble(form.group(1)) * FACTORS.getOrDefault(form.group(2), 0.0);
        if (hertz > 0) {
          return new Frequency(hertz, text);
        }
      }
      throw new TypeConversionException(
          "'%s' is no frequency; accepted are forms like 250MHz, 1.2GHz".formatted(text));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
