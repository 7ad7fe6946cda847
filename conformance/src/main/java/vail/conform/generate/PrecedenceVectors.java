package vail.conform.generate;

import static vail.block.BlockOrder.STORED;
import static vail.block.BlockOrder.STREAMED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vail.block.ConstantBlocks;
import vail.conform.vector.BiasRule;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Grants;
import vail.conform.vector.Kind;
import vail.conform.vector.Recipe;
import vail.conform.vector.Request;
import vail.conform.vector.Shape;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** Requests to which two rules apply, so that an implementation has to know which comes first. */
final class PrecedenceVectors {
  private static final long MEMORY = 1 << 20;

  private final List<Vector> vectors = new ArrayList<>();

  private PrecedenceVectors() {}

  static List<Vector> all() {
    PrecedenceVectors precedence = new PrecedenceVectors();
    precedence.unknownBookAndMore();
    Base.ALL.forEach(precedence::roomBeforeCheck);
    for (int word : new int[] {16, 32}) {
      precedence.layoutOfLongBooks(word);
    }
    precedence.candidatesOutside();
    Base.ALL.subList(0, 4).forEach(precedence::headBeforeTail);
    for (int symbols : new int[] {3, 300}) {
      precedence.sizesLimitsRoom(new byte[symbols]);
    }
    precedence.magicBeforeFlags();
    precedence.unknownBookAndLayout();
    precedence.frameWithoutPayload(new byte[3]);
    return precedence.vectors;
  }

  private String id(String family) {
    String prefix = family + ".first.";
    long number = vectors.stream().filter(v -> v.id().startsWith(prefix)).count() + 1;
    return Text.of("%s%04d", prefix, number);
  }

  private Draft encoding(String title) {
    return new Draft(id("enc"), title);
  }

  /** B-24: the book comes before the number of symbols. */
  private void unknownBookAndMore() {
    unknown(
        encoding("an unknown book and no symbols"),
        Options.fixed(9, 0, "0", 8, 8, STORED),
        Data.of(new byte[0]));
    unknown(
        encoding("an unknown book and 16,385 symbols streamed"),
        Options.fixed(9, 0, "0", 8, 8, STREAMED),
        Data.of(new Recipe.Cycle(16_385, "00")));
  }

  /** B-24: all books are looked up before any layout is looked at. */
  private void unknownBookAndLayout() {
    EncodeOptions options =
        best(
            List.of(new BookName(8, 0), new BookName(9, 0)),
            List.of("0"),
            new Shape(4, 8),
            new Shape(4, 8));
    unknown(
        encoding("words of 8 bits for a long book, and then an unknown one")
            .with(8, 0, "steps-long", Books.STEPS_LONG),
        options,
        Data.of(new byte[3]));
  }

  private void unknown(Draft draft, EncodeOptions options, Data symbols) {
    vectors.add(
        draft
            .cites("B-24 F-08 F-21")
            .hunts("Caller ErrorClass")
            .refused(Kind.ENCODE, new Request.Encode(options, symbols), Fault.CODEBOOK_UNKNOWN));
  }

  /** B-21: whether there is room is looked at before the check is. */
  private void roomBeforeCheck(Base base) {
    vectors.add(
        base.draft(id("res"), "too little room and a wrong check: " + base)
            .within(new Grants(65_536, base.symbols().length - 1, MEMORY))
            .cites("B-21 F-20")
            .hunts("ErrorClass")
            .refused(
                Kind.RESOURCE,
                new Request.Decode(Data.of(base.forge().spoil(1).block())),
                Fault.OUTPUT_TOO_SMALL));
  }

  /** B-25: a long book takes the layout for long books, even where the other is legal for it. */
  private void layoutOfLongBooks(int word) {
    EncodeOptions options =
        best(
            List.of(new BookName(8, 0)), List.of("0"), new Shape(4, word), new Shape(2, 48 - word));
    vectors.add(
        encoding(Text.of("best has a long book, and short ones would have words of %d bits", word))
            .with(8, 0, "steps-long", Books.STEPS_LONG)
            .cites("B-25")
            .hunts("Choice")
            .encode(options, Data.of(new Recipe.Cycle(40, "000102"))));
  }

  /**
   * B-25: every bias is tried with a book before the next book. Of the four pairs the first book
   * with bias 1 and the second with bias 0 cost 23 bits, the others 25 and 26.
   */
  private void candidatesOutside() {
    EncodeOptions options =
        best(
            List.of(new BookName(7, 0), new BookName(7, 1)),
            List.of("0", "1"),
            new Shape(2, 8),
            new Shape(2, 16));
    vectors.add(
        encoding("the first book with its second bias costs what the second costs with the first")
            .with(7, 0, "steps-next", Books.STEPS_NEXT)
            .with(7, 1, "steps", Books.STEPS)
            .cites("B-25")
            .hunts("Choice")
            .encode(options, Data.of(new byte[] {0, 2, 2, 0, 2, 2, 1, 2, 2, 0})));
  }

  /** B-21: what is wrong with a head is looked at before the tail is missed. */
  private void headBeforeTail(Base base) {
    int modes = base.block()[2];
    headOnly(base, "version 2", 2, modes & 0x3f | 0x80, Fault.UNSUPPORTED_VERSION);
    headOnly(base, "128 lanes", 2, modes | 7, Fault.RESERVED_NONZERO);
    headOnly(base, "unknown slot", 0, 200, Fault.CODEBOOK_UNKNOWN);
    headOnly(base, "bias 255", 3, 255, Fault.BAD_FIELD);
  }

  private void headOnly(Base base, String what, int at, int value, Fault fault) {
    byte[] head = Arrays.copyOf(base.forge().head(at, value).block(), 6);
    vectors.add(
        base.draft(id("dec"), what + " in a head without a tail: " + base)
            .cites("B-21 B-15")
            .hunts("ErrorClass")
            .refused(Kind.DECODE_NEGATIVE, new Request.Decode(Data.of(head)), fault));
  }

  /** B-21: sizes, limit, length, what follows, room. */
  private void sizesLimitsRoom(byte[] symbols) {
    int few = symbols.length - 1;
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(STORED), symbols);
    byte[] unequal = new BlockForge(raw, Optional.empty()).announce(few).block();
    byte[] cut = Arrays.copyOf(raw, raw.length - 1);
    byte[] longer = Arrays.copyOf(raw, raw.length + 1);
    Grants limit = new Grants(few, 65_536, MEMORY);
    Grants room = new Grants(65_536, few, MEMORY);
    granted("sizes that differ and more than the limit", unequal, limit, Fault.BAD_FIELD);
    granted("a byte too few and more than the limit", cut, limit, Fault.LIMIT_EXCEEDED);
    granted("a byte too few and too little room", cut, room, Fault.TRUNCATED);
    granted("a byte too many and too little room", longer, room, Fault.TRAILING_DATA);
  }

  /** B-21: with head and tail there, the sizes and the limit come before the payload is missed. */
  private void frameWithoutPayload(byte[] symbols) {
    int few = symbols.length - 1;
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(STORED), symbols);
    byte[] unequal = new BlockForge(raw, Optional.empty()).announce(few).block();
    Grants limit = new Grants(few, 65_536, MEMORY);
    granted("12 bytes with sizes that differ", Arrays.copyOf(unequal, 12), limit, Fault.BAD_FIELD);
    granted(
        "12 bytes and more than the limit", Arrays.copyOf(raw, 12), limit, Fault.LIMIT_EXCEEDED);
  }

  private void granted(String what, byte[] block, Grants grants, Fault fault) {
    vectors.add(
        new Draft(id("res"), what)
            .within(grants)
            .cites("B-21 F-07 F-20")
            .hunts("ErrorClass")
            .refused(Kind.RESOURCE, new Request.Decode(Data.of(block)), fault));
  }

  /** C-08: the magic first. */
  private void magicBeforeFlags() {
    byte[] book = Books.STEPS.toBytes();
    book[3] = '2';
    book[4] = 2;
    vectors.add(
        new Draft(id("book"), "another magic and unknown flags")
            .cites("C-08 F-02")
            .hunts("HostileBook ErrorClass")
            .refused(
                Kind.BOOK,
                new Request.Install(new BookName(7, 0), Data.of(book)),
                Fault.BAD_MAGIC));
  }

  private static EncodeOptions best(
      List<BookName> books, List<String> biases, Shape shortBooks, Shape longBooks) {
    return new EncodeOptions(
        new EncodeOptions.Best(
            books, biases.stream().map(BiasRule::of).toList(), 1, shortBooks, longBooks),
        STREAMED,
        ConstantBlocks.OFF);
  }
}
