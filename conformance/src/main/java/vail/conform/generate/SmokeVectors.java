package vail.conform.generate;

import static vail.block.BlockOrder.STORED;
import static vail.block.BlockOrder.STREAMED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vail.block.ConstantBlocks;
import vail.code.BookClass;
import vail.code.Histogram;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.BiasRule;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Kind;
import vail.conform.vector.Recipe;
import vail.conform.vector.Request;
import vail.conform.vector.Shape;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.tensor.SymbolSplit;

/** The 24 vectors of the first level: something of everything, small enough to follow by hand. */
final class SmokeVectors {
  /** How many there are. */
  static final int COUNT = 24;

  static final byte[] SIX = {6, 0, 7, 6, 6, 6};

  private SmokeVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    all.addAll(encode());
    all.addAll(decode());
    all.addAll(negative());
    all.addAll(books());
    all.addAll(mappings());
    all.addAll(SmokeStates.all());
    return all;
  }

  static Draft draft(String family, int number, String title) {
    return new Draft(Text.of("%s.smoke.%04d", family, number), title);
  }

  static Draft steps(Draft draft) {
    return draft.with(7, 0, "steps", Books.STEPS);
  }

  private static List<Vector> encode() {
    Data many =
        Data.of(
            new Recipe.Draw(Xoshiro256.seed(Suite.MAJOR, "smoke", 0), 4096, Tables.GAUSSIAN, 9));
    EncodeOptions best =
        new EncodeOptions(
            new EncodeOptions.Best(
                List.of(new BookName(7, 0), new BookName(7, 1)),
                List.of(new BiasRule.Mean(0), new BiasRule.Mean(-1)),
                1,
                new Shape(2, 8),
                new Shape(2, 16)),
            STREAMED,
            ConstantBlocks.OFF);
    return List.of(
        draft("enc", 1, "three symbols, raw")
            .cites("B-17 B-18")
            .hunts("BitOrder Checksum")
            .encode(Options.raw(STORED), Data.of(new byte[] {1, 2, 3})),
        steps(draft("enc", 2, "the rule mean, two lanes"))
            .cites("B-06 B-10 B-14")
            .hunts("Bias LaneDeal")
            .encode(Options.fixed(7, 0, "mean", 2, 8, STREAMED), Data.of(SIX)),
        steps(draft("enc", 3, "one repeated symbol becomes a constant block"))
            .cites("B-19 B-23")
            .hunts("Choice")
            .encode(
                Options.constantOn(Options.fixed(7, 0, "0", 8, 32, STORED)), Data.of(new byte[40])),
        steps(draft("enc", 4, "the cheapest of two books and two biases"))
            .with(7, 1, "steps-next", Books.STEPS_NEXT)
            .cites("B-25")
            .hunts("Choice")
            .encode(best, Data.of(new byte[] {3, 3, 3, 3})),
        draft("enc", 5, "4,096 exponents, link layout")
            .with(2, 0, "gaussian-8", Books.GAUSSIAN)
            .cites("B-06 B-09 B-11 B-14")
            .hunts("BitOrder CodeTable Escape LaneDeal")
            .encode(Options.fixed(2, 0, "mean", 16, 8, STORED), many));
  }

  private static List<Vector> decode() {
    byte[] escapes = {0, 1, 2, (byte) 200, 0, 99, 1, (byte) 255};
    return List.of(
        steps(draft("dec", 1, "escapes in two lanes"))
            .cites("B-10 B-11")
            .hunts("Escape LaneDeal")
            .decode(
                Kind.DECODE,
                Blocks.of(Books.STEPS, Options.fixed(7, 0, "0", 2, 16, STREAMED), escapes)),
        draft("dec", 2, "codes of 15 bits")
            .with(7, 0, "stairs-15", Books.STAIRS_15)
            .cites("B-10 C-05")
            .hunts("CodeTable")
            .decode(
                Kind.DECODE,
                Blocks.of(
                    Books.STAIRS_15,
                    Options.fixed(7, 0, "0", 4, 16, STREAMED),
                    new byte[] {120, 121, (byte) 134, 127, (byte) 133, 120, 0})),
        draft("dec", 3, "a streamed constant block")
            .cites("B-17 B-19")
            .hunts("BitOrder")
            .decode(
                Kind.DECODE,
                Blocks.of(
                    Books.STEPS,
                    Options.constantOn(Options.raw(STREAMED)),
                    new byte[] {42, 42, 42, 42, 42})));
  }

  private static List<Vector> negative() {
    EncodeOptions one = Options.fixed(7, 0, "0", 1, 8, STREAMED);
    byte[] sound = Blocks.of(Books.STEPS, one, new byte[] {0, 0});
    byte[] padded =
        new BlockForge(sound, Optional.of(Books.STEPS)).payload(new byte[] {0, 1}).block();
    byte[] spoilt = new BlockForge(sound, Optional.of(Books.STEPS)).spoil(1).block();
    byte[] stranger = new BlockForge(sound, Optional.of(Books.STEPS)).head(1, 9).block();
    return List.of(
        steps(draft("dec.neg.padding-nonzero", 1, "an unread bit is set"))
            .cites("B-12 F-17")
            .hunts("Malleability")
            .decode(Kind.DECODE_NEGATIVE, padded),
        steps(draft("dec.neg.checksum", 1, "a bit of the check is flipped"))
            .cites("B-16 F-19")
            .hunts("Checksum Release")
            .decode(Kind.DECODE_NEGATIVE, spoilt),
        steps(draft("dec.neg.codebook-unknown", 1, "an epoch that is not installed"))
            .cites("C-10 F-08")
            .hunts("StaleBook")
            .decode(Kind.DECODE_NEGATIVE, stranger),
        steps(draft("dec.neg.truncated", 1, "the block ends in its head"))
            .cites("B-21 F-01")
            .hunts("Truncation")
            .decode(Kind.DECODE_NEGATIVE, Arrays.copyOf(sound, 5)));
  }

  private static List<Vector> books() {
    Histogram counts = new Histogram();
    int[] tied = {353, 263, 59, 50, 50, 20, 13, 10, 2, 1};
    for (int i = 0; i < tied.length; i++) {
      counts.add(i + 1, tied[i]);
    }
    byte[] both = Books.STEPS.toBytes();
    both[6] = 0x11;
    return List.of(
        draft("train", 1, "two candidates of one cost")
            .cites("C-13 C-14 C-16 C-18")
            .hunts("Training")
            .ask(Kind.TRAIN, new Request.Train(BookClass.SHORT, 8, counts)),
        draft("train", 2, "all symbols as often, without ESC")
            .cites("C-17")
            .hunts("Training")
            .ask(
                Kind.TRAIN,
                new Request.Train(BookClass.LONG, 12, Histogram.of(Tables.UNIFORM.weights()))),
        draft("book", 1, "a legal book")
            .cites("C-07 C-08")
            .hunts("HostileBook")
            .ask(
                Kind.BOOK, new Request.Install(new BookName(7, 0), Data.of(Books.STEPS.toBytes()))),
        draft("book.neg.oversubscribed", 1, "one and a quarter times too many codes")
            .cites("C-03 F-10")
            .hunts("HostileBook")
            .ask(Kind.BOOK, new Request.Install(new BookName(7, 0), Data.of(both))));
  }

  private static List<Vector> mappings() {
    return List.of(
        draft("map", 1, "bf16: 1, -2, -0, NaN with a payload, the least subnormal")
            .cites("B-03")
            .hunts("ElementBits")
            .body(
                Kind.MAPPING, Mappings.of(SymbolSplit.PLANES2, Data.ofHex("803f00c00080c1ff0100"))),
        draft("map", 2, "four 6-bit codes")
            .cites("B-04")
            .hunts("BitOrder")
            .body(Kind.MAPPING, Mappings.of(SymbolSplit.UNPACKED6, Data.ofHex("8130fc"))));
  }
}
