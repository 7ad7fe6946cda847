package vail.cli.sim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vail.sim.net.Rate;

/**
 * A speed on the command line.
 *
 * @param rate as it was written
 * @param binary the same where K, M, G and T are powers of 1024 however they are written
 */
record Speed(Rate rate, Rate binary) {
  /** Reads {@code 100GB/s}, {@code 50GiB/s}, {@code 12.5GB/s}, {@code 400Gb/s}. */
  static final class Converter implements ITypeConverter<Speed> {
    private static final Pattern FORM =
        Pattern.compile("([0-9]{1,9}(?:[.][0-9]{1,9})?)\\s*([KMGT]?)(i?)([Bb])/s");
    private static final Map<String, Integer> POWERS = Map.of("K", 1, "M", 2, "G", 3, "T", 4);
    private static final int BITS = 8;

    @Override
    public Speed convert(String text) {
      Matcher form = FORM.matcher(text);
      if (form.matches()) {
        BigDecimal number = new BigDecimal(form.group(1));
        if (form.group(4).equals("b")) {
          number = number.divide(new BigDecimal(BITS));
        }
        int power = POWERS.getOrDefault(form.group(2), 0);
        BigDecimal bytes = scaled(number, form.group(3).isEmpty() ? 1000 : 1024, power);
        if (bytes.signum() > 0 && bytes.stripTrailingZeros().scale() <= 0) {
          return new Speed(rate(bytes), rate(scaled(number, 1024, power)));
        }
      }
      throw new TypeConversionException(
          "'%s' is no speed; accepted are forms like 100GB/s, 50GiB/s, 12.5GB/s, 400Gb/s"
              .formatted(text));
    }

    private static BigDecimal scaled(BigDecimal number, int base, int power) {
      return number.multiply(new BigDecimal(base).pow(power));
    }

    private static Rate rate(BigDecimal bytes) {
      return Rate.ofBytesPerSecond(bytes.toBigInteger().longValueExact());
    }
  }
}
