package vail.sim.inject;

import java.util.ArrayDeque;

/** Lets everything pass at once or, while it is shut, nothing. */
final class Gate {
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean shut;

  void pass(Runnable task) {
    if (shut) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  void shut() {
    shut = true;
  }

  /** What has waited passes in its order, until somebody shuts it again. */
  void open() {
    shut = false;
    while (!shut && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
