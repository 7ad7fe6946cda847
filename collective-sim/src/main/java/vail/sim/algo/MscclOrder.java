package vail.sim.algo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * Brings the steps of thread blocks that run side by side into one order for each die: each step
 * comes after those that it waits for, and dies receive in the order in which they are sent to.
 */
final class MscclOrder {
  /**
   * A thread block.
   *
   * @param id by which others wait for it
   * @param steps in their order
   */
  record Block(int id, List<MscclStep> steps) {}

  private record Pair(int from, int to) {}

  private final List<List<Block>> blocks;
  private final List<Map<Integer, Integer>> done = new ArrayList<>();
  private final List<List<MscclStep>> order = new ArrayList<>();

  /** The channels of messages that nobody has received yet. */
  private final Map<Pair, Deque<Integer>> messages = new HashMap<>();

  private MscclOrder(List<List<Block>> blocks) {
    this.blocks = blocks;
    for (int die = 0; die < blocks.size(); die++) {
      done.add(new HashMap<>());
      order.add(new ArrayList<>());
    }
  }

  /**
   * The steps of each die.
   *
   * @param blocks of each die
   * @throws VailFormatException at a step that waits for ever
   */
  static List<List<MscclStep>> of(List<List<Block>> blocks) {
    MscclOrder order = new MscclOrder(blocks);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int die = 0; die < blocks.size(); die++) {
        for (Block block : blocks.get(die)) {
          moved |= order.goOn(die, block);
        }
      }
    }
    order.checkDone();
    return order.order;
  }

  private boolean goOn(int die, Block block) {
    int before = done(die, block.id());
    int step = before;
    while (step < block.steps().size() && isDue(die, block.steps().get(step))) {
      take(die, block.steps().get(step));
      done.get(die).put(block.id(), ++step);
    }
    return step > before;
  }

  private int done(int die, int block) {
    return done.get(die).getOrDefault(block, 0);
  }

  private boolean isDue(int die, MscclStep step) {
    if (step.after().block() >= 0 && done(die, step.after().block()) <= step.after().step()) {
      return false;
    }
    Integer next = messages(step.wire().receive(), die).peek();
    return !step.kind().receives() || next != null && next == step.wire().channel();
  }

  private void take(int die, MscclStep step) {
    if (step.kind().receives()) {
      messages(step.wire().receive(), die).remove();
    }
    if (step.kind().sends()) {
      messages(die, step.wire().send()).add(step.wire().channel());
    }
    order.get(die).add(step);
  }

  private Deque<Integer> messages(int from, int to) {
    return messages.computeIfAbsent(new Pair(from, to), _ -> new ArrayDeque<>());
  }

  private void checkDone() {
    for (int die = 0; die < blocks.size(); die++) {
      for (Block block : blocks.get(die)) {
        int next = done(die, block.id());
        if (next < block.steps().size()) {
          throw new VailFormatException(
              Fault.BAD_FIELD,
              block.steps().get(next).at(),
              "step %d of thread block %d of gpu %d waits for ever"
                  .formatted(next, block.id(), die));
        }
      }
    }
  }
}
