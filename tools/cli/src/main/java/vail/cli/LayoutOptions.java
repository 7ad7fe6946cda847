package vail.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import vail.block.Layout;
import vail.code.BookClass;

/** The options that say how the symbols of a block are dealt out. */
public final class LayoutOptions {
  @Option(
      names = "--lanes",
      paramLabel = "N",
      converter = Lanes.class,
      description = "Lanes of a block: 1, 2, 4, 8, 16, 32 or 64 (default: 8).")
  private OptionalInt lanes = OptionalInt.empty();

  @Option(
      names = "--word",
      paramLabel = "BITS",
      converter = Word.class,
      description = "Bits a lane takes at a time: 8 (short books only), 16 or 32 (default: 32).")
  private OptionalInt word = OptionalInt.empty();

  /** What was asked for; the portable layout where nothing was. */
  public Layout layout() {
    return new Layout(
        lanes.orElse(Layout.PORTABLE.lanes()), word.orElse(Layout.PORTABLE.wordBits()));
  }

  /**
   * The layout for a class of books.
   *
   * @throws UsageException if it is not legal for the class
   */
  Layout layoutFor(BookClass bookClass) {
    if (!layout().legalFor(bookClass)) {
      throw new UsageException(
          "--word 8 does not fit a long book; accepted are --word 16 and --word 32");
    }
    return layout();
  }

  /** The layout for long books beside short ones: where these take 8 bits, long ones take 16. */
  public Layout longLayout() {
    Layout layout = layout();
    return layout.wordBits() == 8 ? new Layout(layout.lanes(), 16) : layout;
  }

  abstract static class OneOf implements ITypeConverter<OptionalInt> {
    private final List<Integer> accepted;

    OneOf(Integer... accepted) {
      this.accepted = List.of(accepted);
    }

    @Override
    public OptionalInt convert(String text) {
      for (int number : accepted) {
        if (text.equals(Integer.toString(number))) {
          return OptionalInt.of(number);
        }
      }
      throw new TypeConversionException(
          "'"
              + text
              + "'; accepted are "
              + accepted.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  /** Powers of two to 64. */
  static final class Lanes extends OneOf {
    Lanes() {
      super(1, 2, 4, 8, 16, 32, 64);
    }
  }

  /** Sizes of words. */
  static final class Word extends OneOf {
    Word() {
      super(8, 16, 32);
    }
  }
}
