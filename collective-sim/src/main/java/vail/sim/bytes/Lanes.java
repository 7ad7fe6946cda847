package vail.sim.bytes;

import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import vail.sim.plan.OpKind;
import vail.sim.plan.Origins;
import vail.sim.plan.Program;
import vail.sim.plan.Range;
import vail.sim.plan.Schedule;

/** The values of all dies, lane by lane, for dies that run on their own. */
public final class Lanes {
  private final LaneSetting setting;
  private final LaneValues[][] values;

  /** What a load's dies hold at the start; frames of one pass are made with installed books. */
  public Lanes(Load load, Coder coder, Books.Installed books) {
    this(load, coder, Collections.nCopies(load.schedule().dies(), Shelf.of(books)));
  }

  /** The same where each die has books of its own, which may change. */
  public Lanes(Load load, Coder coder, List<Shelf> shelves) {
    this(LaneSetting.of(load, coder), shelves);
  }

  private Lanes(LaneSetting setting, List<Shelf> shelves) {
    this.setting = setting;
    Load load = setting.load();
    Schedule schedule = load.schedule();
    values = new LaneValues[schedule.dies()][load.partition().lanes()];
    for (int die = 0; die < values.length; die++) {
      Origins origins = setting.origins().get(die);
      for (int lane = 0; lane < values[die].length; lane++) {
        values[die][lane] =
            new LaneValues(
                setting,
                new LaneValues.Owner(die, lane, shelves.get(die)),
                origins,
                load.vectors().store(schedule, load.partition(), die, new Range(lane, 1)));
      }
    }
  }

  /** Dies about to do the same with other values and books. */
  public Lanes with(Vectors vectors, List<Shelf> shelves) {
    return new Lanes(setting.with(vectors), shelves);
  }

  /** The values of a die in each lane. */
  public LaneValues[] of(int die) {
    return values[die].clone();
  }

  /** Holds what the dies ended with against the same schedule without codec on one thread. */
  public Certificate certificate() {
    return certificate(_ -> true);
  }

  /** The same for some of the dies, where others run elsewhere. */
  public Certificate certificate(IntPredicate dies) {
    Load load = setting.load();
    Schedule schedule = load.schedule();
    Store[] stores = load.stores();
    Ledger ledger = new Ledger(schedule, setting.steps());
    Replay.run(
        schedule,
        load.arithmetic(),
        stores,
        (from, send, values) -> {
          if (dies.test(schedule.program(from).peer(send))) {
            ledger.note(from, send, values);
          }
        });
    Certificate.Side replay = new Certificate.Side(List.of(stores), ledger);
    return Certificate.of(load, side(dies), replay, dies);
  }

  private Certificate.Side side(IntPredicate dies) {
    Schedule schedule = setting.load().schedule();
    int pieces = schedule.algorithm().pieces();
    Store[] stores = new Store[schedule.dies()];
    Ledger ledger = new Ledger(schedule, setting.steps());
    for (int die = 0; die < stores.length; die++) {
      stores[die] = new Store(pieces * schedule.algorithm().vectors());
      if (!dies.test(die)) {
        continue;
      }
      Range output = schedule.algorithm().output(die);
      for (int piece = output.first(); piece < output.end(); piece++) {
        stores[die].write(piece, output(die, piece));
      }
      note(die, ledger);
    }
    return new Certificate.Side(List.of(stores), ledger);
  }

  private Chunk output(int die, int piece) {
    return besides(die, lane -> values[die][lane].output(piece));
  }

  private void note(int die, Ledger ledger) {
    Program program = setting.load().schedule().program(die);
    for (int op = 0; op < program.size(); op++) {
      if (program.kind(op) == OpKind.RECV) {
        int receive = op;
        Chunk received = besides(die, lane -> values[die][lane].received(receive));
        ledger.note(program.peer(op), program.mate(op), received);
      }
    }
  }

  private interface OfLane {
    Chunk of(int lane);
  }

  /** All lanes of the same pieces as one chunk. */
  private Chunk besides(int die, OfLane part) {
    Chunk[] chunks =
        IntStream.range(0, values[die].length).mapToObj(part::of).toArray(Chunk[]::new);
    return Chunk.besides(chunks);
  }
}
