package vail.sim.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;

class StepsTest {
  /** As textbooks count them. */
  @ParameterizedTest
  @CsvSource({
    "ring, ALL_REDUCE, 8, 14",
    "ring, ALL_GATHER, 8, 7",
    "ring, BROADCAST, 5, 4",
    "ring, ALL_REDUCE, 1, 0",
    "direct, REDUCE_SCATTER, 8, 1",
    "direct, ALL_REDUCE, 8, 2",
    "direct, ALL_TO_ALL, 6, 1",
    "recursive_doubling, ALL_REDUCE, 8, 3",
    "halving_doubling, ALL_REDUCE, 8, 6",
    "halving_doubling, ALL_GATHER, 16, 4"
  })
  void areTheLongestChainOfMessages(String algorithm, Collective collective, int dies, int count) {
    for (Codec codec : Codec.values()) {
      assertEquals(count, Steps.of(schedule(algorithm, collective, dies, codec)).count());
    }
  }

  @ParameterizedTest
  @CsvSource({"tree, ALL_REDUCE, 7", "double_tree, ALL_REDUCE, 8", "torus, ALL_REDUCE, 6"})
  void growFromEachMessageToTheNext(String algorithm, Collective collective, int dies) {
    Schedule schedule = schedule(algorithm, collective, dies, Codec.SINGLE);
    Steps steps = Steps.of(schedule);
    for (int die = 0; die < dies; die++) {
      Program program = schedule.program(die);
      for (int op = 0; op < program.size(); op++) {
        if (program.kind(op) == OpKind.RECV) {
          int sent = steps.of(program.peer(op), program.mate(op));
          assertTrue(steps.of(die, op) > sent);
          assertTrue(sent < steps.count());
        }
      }
    }
  }

  private static Schedule schedule(String name, Collective collective, int dies, Codec codec) {
    return Schedule.of(
        Algorithms.find(name).orElseThrow().algorithm(collective, Layout.row(dies)),
        Hops.all(codec));
  }
}
