package vail.sim.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;

class WalkTest {
  private record Place(int die, int op) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void visitsEachOperationOnceAndASendBeforeItsReceive(int threads) {
    Schedule schedule =
        Schedule.of(
            Algorithms.find("double_tree")
                .orElseThrow()
                .algorithm(Collective.ALL_REDUCE, Layout.row(9)),
            Hops.all(Codec.SINGLE));
    Set<Place> seen = ConcurrentHashMap.newKeySet();

    Walk.together(
        schedule,
        threads,
        (die, op) -> {
          Program program = schedule.program(die);
          if (program.kind(op) == OpKind.RECV) {
            assertTrue(seen.contains(new Place(program.peer(op), program.mate(op))));
          }
          assertTrue(op == 0 || seen.contains(new Place(die, op - 1)));
          assertTrue(seen.add(new Place(die, op)));
        });

    assertEquals(schedule.operations(), seen.size());
  }

  @Test
  void saysWhoWaitsForEver() {
    Schedule stuck = Schedule.of(new Embrace(), Hops.all(Codec.NONE));

    IllegalArgumentException trouble =
        assertThrows(IllegalArgumentException.class, () -> Walk.alone(stuck, (die, op) -> {}));

    assertEquals("die 0 waits for ever at operation 0", trouble.getMessage());
  }

  @Test
  void throwsTheTroubleOfTheFirstDieWhateverTheThreads() {
    Schedule schedule =
        Schedule.of(
            Algorithms.find("ring").orElseThrow().algorithm(Collective.ALL_REDUCE, Layout.row(6)),
            Hops.all(Codec.NONE));

    IllegalStateException trouble =
        assertThrows(
            IllegalStateException.class,
            () ->
                Walk.together(
                    schedule,
                    3,
                    (die, op) -> {
                      throw new IllegalStateException("die " + die);
                    }));

    assertEquals("die 0", trouble.getMessage());
  }

  /** Two dies that each wait for the other before they send. */
  private record Embrace() implements Algorithm {
    @Override
    public String name() {
      return "embrace";
    }

    @Override
    public Collective collective() {
      return Collective.SENDRECV;
    }

    @Override
    public int dies() {
      return 2;
    }

    @Override
    public int pieces() {
      return 1;
    }

    @Override
    public void write(int die, Script script) {
      script.store(1 - die, new Range(1, 1));
      script.send(1 - die, new Range(0, 1));
    }
  }
}
