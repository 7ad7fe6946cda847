package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.BitSet;
import java.util.function.Consumer;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.LaneValues;
import vail.sim.event.Turns;
import vail.sim.link.Parcel;
import vail.sim.plan.Joins;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;

/**
 * Does the program of one die: each operation begins once what it waits for has ended. Lives on the
 * context of its node.
 */
final class DieFlow {
  private final int die;
  private final Program program;
  private final LaneValues[] lanes;
  private final Joins joins;
  private final Turns turns;
  private final Units units;
  private final Consumer<Parcel> sender;
  private final Watch watch;
  private final BitSet arrived = new BitSet();
  private final Promise<Void> done = Promise.promise();
  private long left;

  /**
   * A die about to start.
   *
   * @param lanes its values, lane by lane
   * @param turns in which its sends leave
   * @param sender takes what leaves
   * @param watch looks on
   */
  DieFlow(
      int die,
      Program program,
      LaneValues[] lanes,
      Turns turns,
      Units units,
      Consumer<Parcel> sender,
      Watch watch) {
    this.die = die;
    this.program = program;
    this.lanes = lanes;
    this.turns = turns;
    this.units = units;
    this.sender = sender;
    this.watch = watch;
    joins = new Joins(program, lanes.length);
    left = (long) program.size() * lanes.length;
  }

  /** Begins what waits for nothing; completes when all has ended. */
  Future<Void> run() {
    for (int lane = 0; lane < lanes.length; lane++) {
      for (int i = 0; i < program.startCount(); i++) {
        begin(program.start(i), lane);
      }
    }
    if (left == 0) {
      done.tryComplete();
    }
    return done.future();
  }

  /**
   * Takes in a parcel that is for this die.
   *
   * @throws VailFormatException if nobody waits for it, or it does not hold what is due
   */
  void arrive(Parcel parcel) {
    int op = parcel.receive();
    int lane = parcel.lane();
    boolean due =
        (op >= 0 && op < program.size() && program.kind(op) == OpKind.RECV)
            && program.peer(op) == parcel.from()
            && (lane >= 0 && lane < lanes.length)
            && !arrived.get(op * lanes.length + lane);
    if (!due) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          20,
          "die %d waits for no operation %d of lane %d".formatted(die, op, lane));
    }
    arrived.set(op * lanes.length + lane);
    lanes[lane].arrive(op, parcel.parts());
    end(op, lane);
  }

  private void end(int op, int lane) {
    for (int i = 0; i < program.nextCount(op); i++) {
      if (joins.isLast(program.next(op, i), lane)) {
        begin(program.next(op, i), lane);
      }
    }
    watch.ended(die, op, --left);
    if (left == 0) {
      done.tryComplete();
    }
  }

  private void begin(int op, int lane) {
    OpKind kind = program.kind(op);
    if (kind.sends()) {
      send(op, lane);
    } else if (kind == OpKind.FENCE) {
      for (int each = 0; each < lanes.length; each++) {
        end(op, each);
      }
    } else {
      watch.begins(die, kind);
      units
          .work(kind, lanes[lane].bytes(op), () -> lanes[lane].work(op))
          .onSuccess(_ -> end(op, lane))
          .onFailure(trouble -> done.tryFail(named(trouble, kind, lane)));
    }
  }

  private Throwable named(Throwable trouble, OpKind kind, int lane) {
    return trouble instanceof VailFormatException format
        ? format.metBy("die %d, %s of sub-chunk %d".formatted(die, kind.word(), lane))
        : trouble;
  }

  /** Sends if it is its turn, and what is ready behind it. */
  private void send(int op, int lane) {
    int queue = program.queue(op);
    if (!turns.isNext(queue, op, lane)) {
      return;
    }
    do {
      int next = turns.op(queue);
      int nextLane = turns.lane(queue);
      sender.accept(
          new Parcel(
              die,
              program.peer(next),
              program.mate(next),
              nextLane,
              0,
              lanes[nextLane].message(next)));
      end(next, nextLane);
    } while (turns.advance(queue));
  }
}
