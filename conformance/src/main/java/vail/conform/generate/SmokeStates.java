package vail.conform.generate;

import static vail.block.BlockOrder.STORED;
import static vail.block.BlockOrder.STREAMED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.AbiCall;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Grants;
import vail.conform.vector.Kind;
import vail.conform.vector.Misuse;
import vail.conform.vector.Request;
import vail.conform.vector.Stalls;
import vail.conform.vector.Vector;

/** Vectors of the first level that are more than a question and an answer. */
final class SmokeStates {
  private SmokeStates() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    all.addAll(sessions());
    all.addAll(resources());
    all.add(misuse());
    all.add(flow());
    return all;
  }

  private static List<Vector> sessions() {
    EncodeOptions old = Options.fixed(7, 0, "0", 1, 8, STREAMED);
    EncodeOptions next = Options.fixed(7, 1, "0", 1, 8, STREAMED);
    byte[] two = {1, 0};
    Request.Decode early = new Request.Decode(Data.of(Blocks.of(Books.STEPS, old, two)));
    Request.Decode late = new Request.Decode(Data.of(Blocks.of(Books.STEPS_NEXT, next, two)));
    return List.of(
        SmokeVectors.steps(SmokeVectors.draft("ses", 1, "a new epoch comes, and both decode"))
            .cites("C-10 F-08")
            .hunts("StaleBook State")
            .session(
                List.of(
                    early,
                    late,
                    new Request.Install(new BookName(7, 1), Data.of(Books.STEPS_NEXT.toBytes())),
                    late,
                    early)),
        SmokeVectors.steps(SmokeVectors.draft("ses", 2, "nothing is left after a reset"))
            .cites("F-08")
            .hunts("State")
            .session(List.of(early, new Request.Reset(), early)));
  }

  private static List<Vector> resources() {
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(STORED), new byte[] {1, 2, 3});
    byte[] huge = new BlockForge(raw, Optional.empty()).symbols(65_536).announce(65_536).block();
    return List.of(
        SmokeVectors.draft("res", 1, "three symbols where two are granted")
            .within(new Grants(2, 65_536, 1 << 20))
            .cites("F-07")
            .hunts("Bomb")
            .decode(Kind.RESOURCE, raw),
        SmokeVectors.draft("res", 2, "65,536 symbols announced, three there")
            .cites("B-21 F-01")
            .hunts("Bomb Truncation")
            .decode(Kind.RESOURCE, huge));
  }

  private static Vector misuse() {
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(STORED), new byte[] {1, 2, 3});
    AbiCall call =
        new AbiCall.Decode(
            0, 65_536, Data.of(raw), 2, List.of(new AbiCall.Place(0, raw.length, 0, 2)));
    return SmokeVectors.draft("abi", 1, "room for a symbol less than there are")
        .cites("F-20")
        .hunts("Overflow Caller")
        .body(Kind.MISUSE, new Misuse(call, 0, List.of(new Misuse.Outcome(20, 0))));
  }

  private static Vector flow() {
    Request request =
        new Request.Encode(Options.fixed(7, 0, "5", 2, 8, STREAMED), Data.of(SmokeVectors.SIX));
    long seed = Xoshiro256.seed(Suite.MAJOR, "flow.smoke", 1);
    return SmokeVectors.steps(
            SmokeVectors.draft("flow", 1, "both neighbours stall half of the time"))
        .cites("B-22")
        .hunts("Stall")
        .flow(request, new Stalls(seed, 128, 128));
  }
}
