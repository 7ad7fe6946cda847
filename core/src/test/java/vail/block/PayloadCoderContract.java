package vail.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** What every kernel owes: the bits, the symbols and the faults of {@link ReferencePayload}. */
public abstract class PayloadCoderContract {
  private static final int AT = 13;
  private static final int ARRAY = AT + PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK;

  private final PayloadCoder reference = new ReferencePayload();
  private final byte[] expected = new byte[ARRAY];
  private final byte[] actual = new byte[ARRAY];

  /** A fresh kernel. */
  protected abstract PayloadCoder coder();

  /** A layout that suits books of a class. */
  public record Case(Layout layout, BookClass bookClass) {
    @Override
    public String toString() {
      return layout + " " + bookClass;
    }
  }

  protected static Stream<Case> cases() {
    return Stream.of(1, 2, 4, 8, 16, 32, 64)
        .flatMap(lanes -> Stream.of(8, 16, 32).map(word -> new Layout(lanes, word)))
        .flatMap(layout -> Stream.of(BookClass.values()).map(type -> new Case(layout, type)))
        .filter(of -> of.layout().legalFor(of.bookClass()));
  }

  /** Every size up to a few, and those around one to four full rounds. */
  private static int[] sizes(Case of) {
    int round = of.layout().symbolsPerRound(of.bookClass());
    int perLane = of.layout().symbolsPerLane(of.bookClass());
    TreeSet<Integer> sizes = new TreeSet<>();
    IntStream.rangeClosed(1, 9).forEach(sizes::add);
    for (int rounds = 1; rounds <= 4; rounds++) {
      for (int off : new int[] {-perLane - 1, -perLane, -1, 0, 1, perLane, perLane + 1}) {
        sizes.add(Math.max(1, rounds * round + off));
      }
    }
    return sizes.stream().mapToInt(Integer::intValue).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsTheReferenceAtTheEdgesOfRoundsWithEverNewBooks(Case of) {
    PayloadCoder coder = coder();
    SplittableRandom random = new SplittableRandom(71);
    for (int size : sizes(of)) {
      for (SymbolShape shape : SymbolShape.values()) {
        Codebook book = RandomBooks.any(random, of.bookClass());
        compare(coder, of, book, random.nextInt(255), shape, size, random);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsTheReferenceAtTheEdgesOfRoundsWithFamiliarBooks(Case of) {
    PayloadCoder coder = coder();
    SplittableRandom random = new SplittableRandom(72);
    for (Codebook book : books(of, random)) {
      int bias = random.nextInt(255);
      familiarise(coder, of, book, bias, random);
      for (int size : sizes(of)) {
        for (SymbolShape shape : SymbolShape.values()) {
          compare(coder, of, book, bias, shape, size, random);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsTheReferenceOnLongerBlocks(Case of) {
    PayloadCoder coder = coder();
    SplittableRandom random = new SplittableRandom(73);
    List<Codebook> books = books(of, random);
    for (Codebook book : books) {
      for (SymbolShape shape : SymbolShape.values()) {
        compare(coder, of, book, 0, shape, random.nextInt(4095, 4098), random);
      }
    }
    compare(coder, of, books.get(0), 254, SymbolShape.FITTING, 65_535, random);
    compare(coder, of, books.get(1), 254, SymbolShape.ESCAPES, 65_536, random);
  }

  /** Few symbols, many, any, two, and as even as can be. */
  private static List<Codebook> books(Case of, SplittableRandom random) {
    return List.of(
        RandomBooks.of(random, of.bookClass(), 14),
        RandomBooks.of(random, of.bookClass(), 110),
        RandomBooks.any(random, of.bookClass()),
        RandomBooks.of(random, of.bookClass(), 1),
        RandomBooks.of(random, of.bookClass(), of.bookClass() == BookClass.LONG ? 256 : 255));
  }

  /** Codes so many symbols that a kernel makes whatever tables it will make for a book. */
  private void familiarise(
      PayloadCoder coder, Case of, Codebook book, int bias, SplittableRandom random) {
    byte[] symbols = slack(SymbolShape.FITTING.symbols(random, book, bias, 65_536), random);
    for (int i = 0; i < 2; i++) {
      int bytes = coder.encode(book, bias, of.layout(), symbols, 65_536, actual, AT);
      coder.decode(book, bias, of.layout(), actual, AT, bytes, symbols, 65_536);
    }
  }

  private void compare(
      PayloadCoder coder,
      Case of,
      Codebook book,
      int bias,
      SymbolShape shape,
      int size,
      SplittableRandom random) {
    byte[] symbols = slack(shape.symbols(random, book, bias, size), random);
    String what = of + " " + shape + " " + size + " bias " + bias;
    Arrays.fill(actual, (byte) random.nextInt(256));
    byte[] before = Arrays.copyOf(actual, AT);
    int bytes = coder.encode(book, bias, of.layout(), symbols, size, actual, AT);
    assertEquals(
        reference.encode(book, bias, of.layout(), symbols, size, expected, AT), bytes, what);
    assertEquals(-1, Arrays.mismatch(expected, AT, AT + bytes, actual, AT, AT + bytes), what);
    assertArrayEquals(before, Arrays.copyOf(actual, AT), what);

    Arrays.fill(actual, (byte) random.nextInt(256));
    System.arraycopy(expected, AT, actual, AT, bytes);
    byte[] decoded = slack(new byte[size], random);
    coder.decode(book, bias, of.layout(), actual, AT, bytes, decoded, size);
    assertEquals(-1, Arrays.mismatch(symbols, 0, size, decoded, 0, size), what);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheReferencesFaultOrSymbolsForDamagedPayloads(Case of) {
    PayloadCoder coder = coder();
    SplittableRandom random = new SplittableRandom(74);
    for (Codebook book : books(of, random)) {
      int bias = random.nextInt(255);
      familiarise(coder, of, book, bias, random);
      for (SymbolShape shape : SymbolShape.values()) {
        int size = random.nextInt(1, 5 * of.layout().symbolsPerRound(of.bookClass()));
        byte[] symbols = slack(shape.symbols(random, book, bias, size), random);
        int bytes = reference.encode(book, bias, of.layout(), symbols, size, expected, AT);
        for (int damage = 0; damage < 12; damage++) {
          byte[] payload = damaged(Arrays.copyOfRange(expected, AT, AT + bytes), random);
          assertEquals(
              outcome(reference, of, book, bias, payload, size, random),
              outcome(coder, of, book, bias, payload, size, random),
              of + " " + shape + " " + size + " bias " + bias + " damage " + damage);
        }
      }
    }
  }

  /** Flips bits, cuts, lengthens or makes all up. */
  private static byte[] damaged(byte[] payload, SplittableRandom random) {
    int bytes = payload.length;
    switch (random.nextInt(4)) {
      case 0 -> bytes -= random.nextInt(Math.min(bytes, 9));
      case 1 -> bytes += random.nextInt(1, 9);
      case 2 -> random.nextBytes(payload);
      default -> {
        for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
          payload[random.nextInt(bytes)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return Arrays.copyOf(payload, bytes);
  }

  /** What came of a payload: symbols, or a fault and its place. */
  private String outcome(
      PayloadCoder coder,
      Case of,
      Codebook book,
      int bias,
      byte[] payload,
      int size,
      SplittableRandom random) {
    Arrays.fill(actual, (byte) random.nextInt(256));
    System.arraycopy(payload, 0, actual, AT, payload.length);
    byte[] symbols = slack(new byte[size], random);
    try {
      coder.decode(book, bias, of.layout(), actual, AT, payload.length, symbols, size);
      return Arrays.toString(Arrays.copyOf(symbols, size));
    } catch (VailFormatException e) {
      return e.fault() + " at " + e.offset();
    }
  }

  /** Symbols with the slack behind them that kernels may count on, filled with anything. */
  private static byte[] slack(byte[] symbols, SplittableRandom random) {
    byte[] wide = new byte[symbols.length + PayloadCoder.SLACK];
    random.nextBytes(wide);
    System.arraycopy(symbols, 0, wide, 0, symbols.length);
    return wide;
  }
}
