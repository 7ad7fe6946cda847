package vail.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vail.block.Bias;

/** Reads a bias: {@code mean} or 0 to 254. */
final class BiasConverter implements ITypeConverter<Bias> {
  @Override
  public Bias convert(String text) {
    if (text.equals("mean")) {
      return Bias.MEAN;
    }
    try {
      return new Bias.Absolute(Integer.parseInt(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "'; accepted are 0 to 254 and mean");
    }
  }
}
