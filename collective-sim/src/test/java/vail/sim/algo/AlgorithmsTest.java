package vail.sim.algo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.sim.plan.Audit;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;

class AlgorithmsTest {
  private static final List<List<Integer>> GRIDS =
      List.of(List.of(2, 3), List.of(4, 4), List.of(3, 1, 2), List.of(2, 2, 3), List.of(5, 3));

  static Stream<Family> families() {
    return Algorithms.all().stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void giveEveryDieWhatItShouldHaveForAnyCountOfDies(Family family) {
    for (Collective collective : family.does()) {
      for (int dies = 1; dies <= 13; dies++) {
        audit(family, collective, Layout.row(dies));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void giveEveryDieWhatItShouldHaveOnAnyGrid(Family family) {
    for (Collective collective : family.does()) {
      GRIDS.forEach(sizes -> audit(family, collective, new Layout(sizes)));
    }
  }

  @Test
  void encodeOnceWhatIsOnlySpread() {
    for (String name : List.of("ring", "direct", "halving_doubling", "hierarchical")) {
      Schedule schedule = schedule(name, Collective.ALL_GATHER, 8);

      assertEquals(8, count(schedule, OpKind.ENCODE), name);
      assertEquals(8 * 7, count(schedule, OpKind.RECV) * 7L / messages(name), name);
    }
  }

  @Test
  void sumAndEncodeAgainAtEachStepOfARing() {
    Schedule schedule = schedule("ring", Collective.ALL_REDUCE, 8);

    assertEquals(8 * 7 + 8, count(schedule, OpKind.ENCODE));
    assertEquals(8 * 7 * 2, count(schedule, OpKind.DECODE));
    assertEquals(8 * 6, count(schedule, OpKind.FORWARD));
  }

  @Test
  void refuseWhatTheyDoNot() {
    Family tree = Algorithms.find("tree").orElseThrow();

    assertThrows(
        IllegalArgumentException.class, () -> tree.algorithm(Collective.ALL_TO_ALL, Layout.row(4)));
    assertTrue(Algorithms.find("star").isEmpty());
  }

  private static long messages(String name) {
    return switch (name) {
      case "halving_doubling" -> 3;
      case "hierarchical" -> 1 + 3;
      default -> 7;
    };
  }

  private static Schedule schedule(String name, Collective collective, int dies) {
    return Schedule.of(
        Algorithms.find(name).orElseThrow().algorithm(collective, Layout.row(dies)),
        Hops.all(Codec.SINGLE));
  }

  private static long count(Schedule schedule, OpKind kind) {
    long count = 0;
    for (int die = 0; die < schedule.dies(); die++) {
      Program program = schedule.program(die);
      for (int op = 0; op < program.size(); op++) {
        count += program.kind(op) == kind ? 1 : 0;
      }
    }
    return count;
  }

  private static void audit(Family family, Collective collective, Layout layout) {
    for (Codec codec : List.of(Codec.NONE, Codec.SINGLE)) {
      try {
        Audit.check(Schedule.of(family.algorithm(collective, layout), Hops.all(codec)));
      } catch (IllegalArgumentException e) {
        throw new AssertionError(
            family.name() + " " + collective + " " + layout + " " + codec + ": " + e.getMessage(),
            e);
      }
    }
  }
}
