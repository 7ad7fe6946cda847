package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Vectors;
import vail.sim.inject.Plan;
import vail.sim.live.BookEvent.Kind;
import vail.sim.live.VirtualRun.Net;

/** Dies in virtual time, whose values drift. */
class CoordinatorTest {
  private static final Vectors USUAL = VirtualRun.values(0);
  private static final Upkeep.Limits LIMITS = new Upkeep.Limits(0.3, 0.2, 2, 3, Duration.ofDays(1));

  /** Eight neighbours have eight scales, so exponents are distributed far more evenly. */
  private static final Vectors DRIFTED =
      (die, first, to, at, bytes) -> {
        USUAL.fill(die, first, to, at, bytes);
        ByteBuffer elements = ByteBuffer.wrap(to).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < bytes; i += Short.BYTES) {
          int scale = (int) ((first + i / Short.BYTES) % 8);
          elements.putShort(at + i, (short) (elements.getShort(at + i) + (scale << 7)));
        }
      };

  @Test
  void changesTheBookOnceTheValuesHaveDrifted() {
    VirtualRun.Result run = run(rounds(4, 8), LIMITS);

    assertEquals(
        List.of(
            Kind.ALARM, Kind.PREPARING, Kind.COMMITTING, Kind.COMMITTED, Kind.RETIRED, Kind.PROVED),
        kinds(run),
        run.books().toString());
    assertEquals(12, run.drift().size());
    assertTrue(run.drift().get(3).excess() < 0.2, run.drift().toString());
    assertTrue(run.drift().get(5).excess() > 0.3, run.drift().toString());
    assertTrue(
        run.drift().get(5).ratio() > run.drift().get(3).ratio() + 0.02, run.drift().toString());
    assertTrue(run.drift().get(11).excess() < 0.2, run.drift().toString());
    assertTrue(
        run.drift().get(11).ratio() < run.drift().get(5).ratio() - 0.002, run.drift().toString());
    assertEquals(1, run.drift().get(11).edition());
  }

  @Test
  void takesTheOldBookBackWhereTheNewOneIsWorseOnWhatFollows() {
    VirtualRun.Result run = run(rounds(4, 2, 10), LIMITS);

    assertEquals(
        List.of(Kind.ALARM, Kind.PREPARING, Kind.COMMITTING, Kind.COMMITTED, Kind.RETIRED),
        kinds(run).subList(0, 5),
        run.books().toString());
    assertTrue(kinds(run).contains(Kind.WORSE), run.books().toString());
    assertEquals(2, run.drift().getLast().edition());
    assertEquals(
        run.drift().get(2).excess(), run.drift().getLast().excess(), 0.05, "as it was before");
  }

  @Test
  void givesUpARefreshThatADieCannotTake() {
    Upkeep upkeep = VirtualRun.upkeep(VirtualRun.LIMITS);
    Codebook other = upkeep.first().book();
    upkeep.shelves().get(2).install(new Edition(1, other));
    VirtualRun.Result run =
        VirtualRun.of(
            Net.RING,
            Plan.NONE,
            upkeep,
            IntStream.range(0, 8).mapToObj(VirtualRun::values).toList());

    assertHolds(run);
    assertEquals(Kind.ABORTED, kinds(run).get(2), run.books().toString());
    assertEquals(
        List.of(2),
        run.books().stream()
            .filter(each -> each.kind() == Kind.COMMITTED)
            .map(BookEvent::edition)
            .toList(),
        run.books().toString());
    assertTrue(run.drift().stream().noneMatch(each -> each.edition() == 1));
  }

  @Test
  void givesUpARefreshThatIsNotAcknowledgedInTime() {
    Upkeep.Limits hasty =
        new Upkeep.Limits(0.3, 0.2, 1, 1, Duration.ofNanos(VirtualRun.SILENCE / 2));
    VirtualRun.Result run =
        VirtualRun.of(
            Net.RING,
            Plan.parse("stall@1:refresh-prepare"),
            VirtualRun.upkeep(hasty),
            VirtualRun.VALUES);

    assertHolds(run);
    assertEquals(Kind.ABORTED, kinds(run).get(2), run.books().toString());
    assertTrue(run.books().get(2).words().contains("has not answered"), run.books().toString());
  }

  @Test
  void changesNoDieBeforeAllCanReadTheNewBook() {
    // Die 2 hears of it late, by a link of its own, but soon from die 1 in frames.
    VirtualRun.Result run = VirtualRun.of(Net.FULL, Plan.parse("stall@1:refresh-prepare"));

    assertHolds(run);
    assertTrue(kinds(run).contains(Kind.COMMITTED), run.books().toString());
  }

  @Test
  void keepsTheOldBookUntilTheLastFrameOfItHasCome() {
    // Frames from die 1 to die 2 are late, where the word to forget comes straight from die 0.
    for (int frame = 0; frame < 24; frame++) {
      Plan plan = Plan.parse("stall@2:transfer:" + frame);
      VirtualRun.Result run = VirtualRun.of(Net.FULL, plan);

      assertEquals(Optional.empty(), run.trouble(), plan.toString());
      assertTrue(run.holds(), plan.toString());
      assertEquals(plan.injections(), run.outcome().injected());
    }
  }

  @Test
  void keepsABookThanWhichNoneIsBetter() {
    // Nothing can be saved where a new book is the old one again.
    Upkeep upkeep = VirtualRun.upkeep(VirtualRun.LIMITS);
    Upkeep stubborn =
        new Upkeep(
            upkeep.first(),
            upkeep.shelves(),
            upkeep.kind(),
            upkeep.limits(),
            _ -> upkeep.first().book());
    VirtualRun.Result run = VirtualRun.of(Net.RING, Plan.NONE, stubborn, rounds(8, 0));

    assertHolds(run);
    assertEquals(List.of(Kind.ALARM, Kind.KEPT), kinds(run), "once, for nothing changes");
  }

  private static List<Vectors> rounds(int usual, int drifted) {
    return rounds(usual, drifted, 0);
  }

  private static List<Vectors> rounds(int usual, int drifted, int again) {
    return IntStream.range(0, usual + drifted + again)
        .mapToObj(i -> i < usual || i >= usual + drifted ? USUAL : DRIFTED)
        .toList();
  }

  private static VirtualRun.Result run(List<Vectors> values, Upkeep.Limits limits) {
    VirtualRun.Result run =
        VirtualRun.of(Net.RING, Plan.NONE, VirtualRun.upkeep(limits, USUAL_BOOK), values);
    assertHolds(run);
    return run;
  }

  private static final Codebook USUAL_BOOK = usualBook();

  /** Made of what dies send when values are usual. */
  private static Codebook usualBook() {
    Histogram[] counted = {new Histogram()};
    Upkeep upkeep = VirtualRun.upkeep(VirtualRun.LIMITS);
    Upkeep spying =
        new Upkeep(
            upkeep.first(),
            upkeep.shelves(),
            upkeep.kind(),
            upkeep.limits(),
            counts -> {
              counted[0].add(counts);
              return VirtualRun.train(counts);
            });
    VirtualRun.of(Net.RING, Plan.NONE, spying, VirtualRun.VALUES);
    return VirtualRun.train(counted[0]);
  }

  private static void assertHolds(VirtualRun.Result run) {
    assertEquals(Optional.empty(), run.trouble());
    assertTrue(run.holds());
  }

  private static List<Kind> kinds(VirtualRun.Result run) {
    return run.books().stream().map(BookEvent::kind).toList();
  }
}
