package vail.conform.generate;

import static vail.block.BlockOrder.STORED;
import static vail.block.BlockOrder.STREAMED;

import java.util.ArrayList;
import java.util.List;
import vail.block.ConstantBlocks;
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
import vail.fault.Fault;

/** Encoding at the edges: how codes end in words, where raw begins, what nobody may ask for. */
final class EncodeEdges {
  private final List<Vector> vectors = new ArrayList<>();

  private EncodeEdges() {}

  static List<Vector> all() {
    EncodeEdges edges = new EncodeEdges();
    edges.tails();
    edges.rawThreshold();
    edges.constants();
    edges.ties();
    edges.arguments();
    return edges.vectors;
  }

  private Draft draft(String family, String title) {
    String prefix = "enc." + family + ".";
    long number = vectors.stream().filter(v -> v.id().startsWith(prefix)).count() + 1;
    return new Draft(Text.of("%s%04d", prefix, number), title).with(7, 0, "steps", Books.STEPS);
  }

  /** One lane whose codes end at every bit of a word, with r codes a round. */
  private void tails() {
    for (int word : new int[] {8, 16, 32}) {
      for (int bits = 1; bits <= word; bits++) {
        byte[] symbols = new byte[2 * word + bits];
        symbols[0] = (byte) (bits % 3);
        vectors.add(
            draft("tail", Text.of("%d codes in words of %d bits", symbols.length, word))
                .cites("B-10 B-12 B-14")
                .hunts("BitOrder LastRound")
                .encode(Options.fixed(7, 0, "0", bits % 2 + 1, word, STREAMED), Data.of(symbols)));
      }
    }
  }

  /** Symbols of 1 bit with just so many escapes that the payload is about as large as they are. */
  private void rawThreshold() {
    for (int lanes : new int[] {1, 8, 64}) {
      for (int word : new int[] {8, 32}) {
        for (int symbols : threshold(lanes, word)) {
          byte[] some = mixed(symbols);
          vectors.add(
              draft("raw", Text.of("%d symbols about as large coded, %dx%d", symbols, lanes, word))
                  .cites("B-20 B-26")
                  .hunts("RawFallback")
                  .encode(Options.fixed(7, 0, "0", lanes, word, STORED), Data.of(some)));
        }
      }
    }
  }

  private static byte[] mixed(int symbols) {
    byte[] some = new byte[symbols];
    for (int i = 0; i < symbols; i++) {
      some[i] = (byte) (i % 4 == 0 ? 200 : i % 3);
    }
    return some;
  }

  /** The last number of symbols that stays raw, and the two after it. */
  private static int[] threshold(int lanes, int word) {
    EncodeOptions options = Options.fixed(7, 0, "0", lanes, word, STORED);
    int symbols = 1;
    while (Blocks.of(Books.STEPS, options, mixed(symbols))[0] == 0) {
      symbols++;
    }
    return new int[] {symbols - 1, symbols, symbols + 1};
  }

  private void constants() {
    EncodeOptions options = Options.constantOn(Options.fixed(7, 0, "mean", 8, 8, STORED));
    for (int symbols : new int[] {1, 2, 3, 64, 65_536}) {
      vectors.add(
          draft("constant", Text.of("the symbol 9, %d times", symbols))
              .cites("B-19 B-23")
              .hunts("Choice SizeEdge")
              .encode(options, Data.of(new Recipe.Cycle(symbols, "09"))));
    }
    byte[] almost = new byte[64];
    almost[63] = 1;
    vectors.add(
        draft("constant", "all the same but the last")
            .cites("B-23")
            .hunts("Choice")
            .encode(options, Data.of(almost)));
  }

  /** Two books and two biases that cost the same: the first pair wins, by slot and epoch. */
  private void ties() {
    for (List<BookName> books :
        List.of(
            List.of(new BookName(7, 0), new BookName(7, 1)),
            List.of(new BookName(7, 1), new BookName(7, 0)),
            List.of(new BookName(9, 0), new BookName(7, 1), new BookName(7, 0)))) {
      for (int stride : new int[] {1, 8}) {
        EncodeOptions options =
            new EncodeOptions(
                new EncodeOptions.Best(
                    books,
                    List.of(
                        new BiasRule.Absolute(1), new BiasRule.Absolute(0), new BiasRule.Mean(0)),
                    stride,
                    new Shape(4, 8),
                    new Shape(4, 16)),
                STREAMED,
                ConstantBlocks.OFF);
        vectors.add(
            draft("best", Text.of("candidates %s, stride %d", books, stride))
                .with(7, 1, "steps", Books.STEPS)
                .with(9, 0, "steps-next", Books.STEPS_NEXT)
                .cites("B-25")
                .hunts("Choice")
                .encode(options, Data.of(new Recipe.Cycle(130, "0002030201"))));
      }
    }
  }

  private void arguments() {
    byte[] three = {1, 2, 3};
    refuse("bias 255", Fault.BAD_ARGUMENT, Options.fixed(7, 0, "255", 8, 8, STORED), three);
    refuse("128 lanes", Fault.BAD_ARGUMENT, Options.fixed(7, 0, "0", 128, 8, STORED), three);
    refuse("words of 24 bits", Fault.BAD_ARGUMENT, Options.fixed(7, 0, "0", 8, 24, STORED), three);
    refuse("slot 0", Fault.BAD_ARGUMENT, Options.fixed(0, 0, "0", 8, 8, STORED), three);
    refuse("slot 255", Fault.BAD_ARGUMENT, Options.fixed(255, 0, "0", 8, 8, STORED), three);
    refuse("no symbols", Fault.BAD_ARGUMENT, Options.fixed(7, 0, "0", 8, 8, STORED), new byte[0]);
    refuse("no symbols, raw", Fault.BAD_ARGUMENT, Options.raw(STORED), new byte[0]);
    refuse("unknown slot", Fault.CODEBOOK_UNKNOWN, Options.fixed(9, 0, "0", 8, 8, STORED), three);
    refuse("unknown epoch", Fault.CODEBOOK_UNKNOWN, Options.fixed(7, 1, "0", 8, 8, STORED), three);
    refuse("epoch 255", Fault.CODEBOOK_UNKNOWN, Options.fixed(7, 255, "0", 8, 8, STREAMED), three);
    refuse(
        "unknown for a constant block",
        Fault.CODEBOOK_UNKNOWN,
        Options.constantOn(Options.fixed(9, 0, "0", 8, 8, STORED)),
        new byte[9]);
    refuse(
        "16,385 symbols streamed",
        Fault.BAD_ARGUMENT,
        Options.fixed(7, 0, "0", 8, 8, STREAMED),
        new byte[16_385]);
    refuse("65,537 symbols", Fault.BAD_ARGUMENT, Options.raw(STORED), new byte[65_537]);
    for (int lanes = 1; lanes <= 64; lanes *= 2) {
      Draft draft =
          draft("neg", Text.of("words of 8 bits for a long book, %d lanes", lanes))
              .with(8, 0, "steps-long", Books.STEPS_LONG);
      refuse(draft, Fault.BAD_ARGUMENT, Options.fixed(8, 0, "0", lanes, 8, STORED), Data.of(three));
    }
  }

  private void refuse(String what, Fault fault, EncodeOptions options, byte[] symbols) {
    Data data =
        symbols.length > 1024 ? Data.of(new Recipe.Cycle(symbols.length, "00")) : Data.of(symbols);
    refuse(draft("neg", what), fault, options, data);
  }

  private void refuse(Draft draft, Fault fault, EncodeOptions options, Data symbols) {
    draft.cites("B-24 F-21 F-26").hunts("Caller ErrorClass");
    vectors.add(draft.refused(Kind.ENCODE, new Request.Encode(options, symbols), fault));
  }
}
