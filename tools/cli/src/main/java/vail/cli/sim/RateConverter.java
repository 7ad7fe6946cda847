package vail.cli.sim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vail.sim.net.Rate;

/** Reads a speed: {@code 100GB/s}, {@code 50GiB/s}, {@code 12.5GB/s}, {@code 400Gb/s}. */
final class RateConverter implements ITypeConverter<Rate> {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9}(?:[.][0-9]{1,9})?)\\s*([KMGT]?)(i?)([Bb])/s");
  private static final Map<String, Integer> POWERS = Map.of("", 0, "K", 1, "M", 2, "G", 3, "T", 4);
  private static final int BITS = 8;

  @Override
  public Rate convert(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      BigDecimal base = new BigDecimal(form.group(3).isEmpty() ? 1000 : 1024);
      BigDecimal bytes =
          new BigDecimal(form.group(1)).multiply(base.pow(POWERS.getOrDefault(form.group(2), 0)));
      if (form.group(4).equals("b")) {
        bytes = bytes.divide(new BigDecimal(BITS));
      }
      if (bytes.signum() > 0 && bytes.stripTrailingZeros().scale() <= 0) {
        return Rate.ofBytesPerSecond(bytes.longValueExact());
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is no speed; accepted are forms like 100GB/s, 50GiB/s, 12.5GB/s, 400Gb/s");
  }
}
