package vail.conform.generate;

import static vail.block.BlockOrder.STORED;

import java.util.ArrayList;
import java.util.List;
import vail.conform.vector.AbiCall;
import vail.conform.vector.AbiCall.BiasOption;
import vail.conform.vector.AbiCall.Candidate;
import vail.conform.vector.AbiCall.Place;
import vail.conform.vector.AbiCall.Policy;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Misuse;
import vail.conform.vector.Misuse.Outcome;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/** Wrong calls of the C interface, and calls at the edge; answers as {@code vail.h} has them. */
final class MisuseVectors {
  private static final int TOO_SMALL = 20;
  private static final int BAD_ARGUMENT = 21;
  private static final int UNKNOWN = 8;
  private static final long U32 = 0xffff_ffffL;
  private static final byte[] SYMBOLS = {0, 1, 2, 0, 0, 1, 99, 0, 0, 0, 0, 0};

  private static final List<Candidate> STEPS = List.of(new Candidate(7, 0, 1, 0));
  private static final List<BiasOption> ZERO = List.of(new BiasOption(0, 0));
  private static final Policy FIXED = new Policy(STEPS, ZERO, 1, 0, 0, 0);
  private static final Policy RAW = new Policy(List.of(), List.of(), 1, 0, 0, 0);

  private final List<Vector> vectors = new ArrayList<>();

  private MisuseVectors() {}

  static List<Vector> all() {
    MisuseVectors misuse = new MisuseVectors();
    misuse.sessions();
    misuse.policies();
    misuse.encodeRooms();
    misuse.decodeRooms();
    misuse.places();
    return misuse.vectors;
  }

  private void add(String title, AbiCall call, int returns, Outcome... outcomes) {
    vectors.add(
        new Draft(Text.of("abi.kat.%04d", vectors.size() + 1), title)
            .with(7, 0, "steps", Books.STEPS)
            .cites("F-20 F-21 F-26 B-24")
            .hunts("Caller Overflow")
            .body(Kind.MISUSE, new Misuse(call, returns, List.of(outcomes))));
  }

  private void sessions() {
    add("an option nobody knows", new AbiCall.Open("no-such-option=1"), BAD_ARGUMENT);
    add("an option without a value", new AbiCall.Open("="), BAD_ARGUMENT);
    add("no room for the description", new AbiCall.Describe(0), TOO_SMALL);
    add("a byte for the description", new AbiCall.Describe(1), TOO_SMALL);
    Data book = Data.of(Books.STEPS.toBytes());
    for (long slot : new long[] {0, 255, 256, 263, U32}) {
      add("slot " + slot, new AbiCall.LoadBook(slot, 0, book), BAD_ARGUMENT);
    }
    for (long epoch : new long[] {256, 1L << 31, U32}) {
      add("epoch " + epoch, new AbiCall.LoadBook(7, epoch, book), BAD_ARGUMENT);
    }
    add("a book of no bytes", new AbiCall.LoadBook(7, 0, Data.of(new byte[0])), 1);
  }

  private void policies() {
    Candidate steps = STEPS.getFirst();
    bad("order 2", new Policy(STEPS, ZERO, 1, 2, 0, 0));
    bad("constant 2", new Policy(STEPS, ZERO, 1, 0, 2, 0));
    bad("something reserved", new Policy(STEPS, ZERO, 1, 0, 0, 1));
    bad("stride 0", new Policy(STEPS, ZERO, 0, 0, 0, 0));
    bad("a candidate and no bias", new Policy(STEPS, List.of(), 1, 0, 0, 0));
    bad("bias 255", policy(STEPS, new BiasOption(0, 255)));
    bad("bias -1", policy(STEPS, new BiasOption(0, -1)));
    bad("mean + 255", policy(STEPS, new BiasOption(1, 255)));
    bad("mean - 255", policy(STEPS, new BiasOption(1, -255)));
    bad("previous with a value", policy(STEPS, new BiasOption(2, 1)));
    bad("rule 3", policy(STEPS, new BiasOption(3, 0)));
    bad("slot 0", policy(List.of(new Candidate(0, 0, 1, 0)), ZERO.getFirst()));
    bad("slot 255", policy(List.of(new Candidate(255, 0, 1, 0)), ZERO.getFirst()));
    bad("128 lanes", policy(List.of(new Candidate(7, 0, 7, 0)), ZERO.getFirst()));
    bad("the word 3", policy(List.of(new Candidate(7, 0, 0x19, 0)), ZERO.getFirst()));
    bad("a layout of six bits", policy(List.of(new Candidate(7, 0, 0x21, 0)), ZERO.getFirst()));
    bad("reserved in a candidate", policy(List.of(new Candidate(7, 0, 1, 1)), ZERO.getFirst()));
    bad("a candidate twice", policy(List.of(steps, steps), ZERO.getFirst()));
    bad("candidates that fall", policy(List.of(steps, new Candidate(6, 0, 1, 0)), ZERO.getFirst()));
    add(
        "a book that is not there",
        encode(policy(List.of(new Candidate(6, 0, 1, 0)), ZERO.getFirst()), 24, whole(24)),
        0,
        new Outcome(UNKNOWN, 0));
  }

  private static Policy policy(List<Candidate> candidates, BiasOption bias) {
    return new Policy(candidates, List.of(bias), 1, 0, 0, 0);
  }

  private void bad(String title, Policy policy) {
    add(title, encode(policy, 24, whole(24)), BAD_ARGUMENT);
  }

  private static AbiCall.Encode encode(Policy policy, long target, Place... batch) {
    return new AbiCall.Encode(policy, Data.of(SYMBOLS), target, List.of(batch));
  }

  private static Place whole(long room) {
    return new Place(0, SYMBOLS.length, 0, room);
  }

  /** Raw needs 24 bytes, coded fewer. */
  private void encodeRooms() {
    int coded = Blocks.of(Books.STEPS, Options.fixed(7, 0, "0", 2, 8, STORED), SYMBOLS).length;
    add("raw, just room", encode(RAW, 24, whole(24)), 0, new Outcome(0, 24));
    add("raw, a byte short", encode(RAW, 24, whole(23)), 0, new Outcome(TOO_SMALL, 0));
    add("raw, no room", encode(RAW, 24, whole(0)), 0, new Outcome(TOO_SMALL, 0));
    add("coded, just room", encode(FIXED, coded, whole(coded)), 0, new Outcome(0, coded));
    add(
        "coded, a byte short",
        encode(FIXED, coded, whole(coded - 1)),
        0,
        new Outcome(TOO_SMALL, 0));
    add("no symbols", encode(FIXED, 24, new Place(0, 0, 0, 24)), 0, new Outcome(BAD_ARGUMENT, 0));
    add("no blocks", encode(FIXED, 24), 0);
    add(
        "good, too small, good",
        encode(RAW, 60, new Place(0, 8, 0, 20), new Place(8, 4, 20, 15), new Place(4, 4, 40, 16)),
        0,
        new Outcome(0, 20),
        new Outcome(TOO_SMALL, 0),
        new Outcome(0, 16));
  }

  private void decodeRooms() {
    byte[] block = Blocks.of(Books.STEPS, Options.raw(STORED), SYMBOLS);
    int n = SYMBOLS.length;
    add("just room", decode(block, 0, n, n, n), 0, new Outcome(0, n));
    add("a symbol short", decode(block, 0, n, n - 1, n), 0, new Outcome(TOO_SMALL, 0));
    add("no room", decode(block, 0, n, 0, n), 0, new Outcome(TOO_SMALL, 0));
    add("a symbol more than granted", decode(block, 0, n, n, n - 1), 0, new Outcome(7, 0));
    add("scratch allowed", decode(block, 1, n, n, n), 0, new Outcome(0, n));
  }

  private static AbiCall decode(byte[] block, int release, long target, long room, long most) {
    return new AbiCall.Decode(
        release, most, Data.of(block), target, List.of(new Place(0, block.length, 0, room)));
  }

  /** Places outside of source and target; nothing of the batch is done, not even the good block. */
  private void places() {
    Place good = new Place(0, 4, 0, 16);
    add("source a byte too far", encode(RAW, 40, good, new Place(9, 4, 16, 16)), BAD_ARGUMENT);
    add("target a byte too far", encode(RAW, 40, good, new Place(4, 4, 25, 16)), BAD_ARGUMENT);
    add("source beyond the end", encode(RAW, 40, good, new Place(13, 0, 16, 16)), BAD_ARGUMENT);
    add("source of 2^32 - 1", encode(RAW, 40, good, new Place(0, U32, 16, 16)), BAD_ARGUMENT);
    add("room of 2^32 - 1", encode(RAW, 40, good, new Place(4, 4, 16, U32)), BAD_ARGUMENT);
    add(
        "a place near 2^63",
        encode(RAW, 40, good, new Place(Long.MAX_VALUE, 4, 16, 16)),
        BAD_ARGUMENT);
    add(
        "a target near 2^63",
        encode(RAW, 40, good, new Place(4, 4, Long.MAX_VALUE - 3, 16)),
        BAD_ARGUMENT);
    byte[] block = Blocks.of(Books.STEPS, Options.raw(STORED), SYMBOLS);
    Place far = new Place(1, block.length, 0, SYMBOLS.length);
    add(
        "a block that reaches out",
        new AbiCall.Decode(0, 65_536, Data.of(block), 12, List.of(far)),
        BAD_ARGUMENT);
  }
}
