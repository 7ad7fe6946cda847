package vail.sim.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/** What a die sends and receives, in the order of its script. */
final class Moves implements Script {
  /**
   * A message.
   *
   * @param to whom
   * @param pieces how many
   * @param phase fences before it in its channel; what has the same phase goes on at the same time
   */
  record Send(int to, int pieces, int phase) {}

  private final List<Send> sends = new ArrayList<>();
  private final Map<Integer, List<Boolean>> added = new HashMap<>();
  private final Map<Integer, Integer> phases = new HashMap<>();
  private int channel;

  private Moves() {}

  static Moves of(Algorithm algorithm, int die) {
    Moves moves = new Moves();
    algorithm.write(die, moves);
    return moves;
  }

  List<Send> sends() {
    return sends;
  }

  /** Whether what came from a die as its k-th message was added to something. */
  boolean isAdded(int from, int k) {
    return added.getOrDefault(from, List.of()).get(k);
  }

  @Override
  public void channel(int number) {
    channel = number;
  }

  @Override
  public void send(int to, Range pieces) {
    if (pieces.count() > 0) {
      sends.add(new Send(to, pieces.count(), phases.getOrDefault(channel, 0)));
    }
  }

  @Override
  public void store(int from, Range pieces) {
    receive(from, pieces, false);
  }

  @Override
  public void reduce(int from, Range pieces) {
    receive(from, pieces, true);
  }

  private void receive(int from, Range pieces, Boolean adds) {
    if (pieces.count() > 0) {
      added.computeIfAbsent(from, _ -> new ArrayList<>()).add(adds);
    }
  }

  @Override
  public void copy(Range from, Range to) {}

  @Override
  public void add(Range from, Range to) {}

  @Override
  public void fence(Range pieces) {
    phases.merge(channel, 1, Integer::sum);
  }
}
