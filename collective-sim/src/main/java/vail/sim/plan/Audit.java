package vail.sim.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Follows a schedule with names of inputs for values, and sees whether it does its collective: each
 * die ends with the inputs it should have, each of them once.
 */
public final class Audit {
  /**
   * Inputs that were added up.
   *
   * @param piece of the input vector
   * @param dies whose piece is in the sum
   */
  private record Sum(int piece, BitSet dies) {
    static final Sum ABSENT = new Sum(-1, new BitSet());

    static Sum of(int piece, int die) {
      BitSet dies = new BitSet();
      dies.set(die);
      return new Sum(piece, dies);
    }

    Sum plus(Sum other) {
      if (piece != other.piece || dies.intersects(other.dies)) {
        throw new IllegalArgumentException("adds " + other + " to " + this);
      }
      BitSet both = (BitSet) dies.clone();
      both.or(other.dies);
      return new Sum(piece, both);
    }

    @Override
    public String toString() {
      return piece < 0 ? "nothing" : "piece " + piece + " of dies " + dies;
    }
  }

  private final Schedule schedule;
  private final Sum[][] held;
  private final Map<Long, Sum[]> messages = new HashMap<>();

  private Audit(Schedule schedule) {
    this.schedule = schedule;
    held = new Sum[schedule.dies()][];
    int pieces = schedule.algorithm().pieces();
    for (int die = 0; die < held.length; die++) {
      held[die] = new Sum[pieces * schedule.algorithm().vectors()];
      Arrays.fill(held[die], Sum.ABSENT);
      Range input = schedule.collective().input(die, held.length, pieces);
      for (int piece = input.first(); piece < input.end(); piece++) {
        held[die][piece] = Sum.of(piece, die);
      }
    }
  }

  /**
   * Audits a schedule.
   *
   * @throws IllegalArgumentException what is wrong, and at which die
   */
  public static void check(Schedule schedule) {
    Audit audit = new Audit(schedule);
    Walk.alone(schedule, audit::visit);
    for (int die = 0; die < schedule.dies(); die++) {
      audit.checkOutput(die);
    }
  }

  private void visit(int die, int op) {
    Program program = schedule.program(die);
    if (program.kind(op).sends()) {
      messages.put(
          key(program.peer(op), program.mate(op)),
          values(die, program.first(op), program.count(op)));
    } else {
      work(die, op);
    }
  }

  private void work(int die, int op) {
    Program program = schedule.program(die);
    if (program.kind(op) == OpKind.REDUCE) {
      add(die, op, take(die, program.source(op)));
    } else if (program.kind(op) == OpKind.ADD) {
      add(die, op, values(die, program.peer(op), program.count(op)));
    } else if (program.kind(op) == OpKind.COPY) {
      Sum[] copied = values(die, program.peer(op), program.count(op));
      System.arraycopy(copied, 0, held[die], program.first(op), copied.length);
    } else if (program.keeps(op)) {
      Sum[] kept = take(die, program.source(op));
      System.arraycopy(kept, 0, held[die], program.first(op), kept.length);
    }
  }

  private void add(int die, int op, Sum... added) {
    for (int i = 0; i < added.length; i++) {
      int piece = schedule.program(die).first(op) + i;
      held[die][piece] = plus(die, op, held[die][piece], added[i]);
    }
  }

  private Sum[] take(int die, int receive) {
    return Objects.requireNonNull(messages.remove(key(die, receive)), "a message received once");
  }

  private static Sum plus(int die, int op, Sum to, Sum added) {
    try {
      return to.plus(added);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "die " + die + ", operation " + op + " " + e.getMessage(), e);
    }
  }

  private Sum[] values(int die, int first, int count) {
    return Arrays.copyOfRange(held[die], first, first + count);
  }

  private void checkOutput(int die) {
    int pieces = schedule.algorithm().pieces();
    Range output = schedule.collective().output(die, held.length, pieces);
    for (int piece = output.first(); piece < output.end(); piece++) {
      Sum wanted = wanted(die, piece % pieces, pieces);
      if (!held[die][piece].equals(wanted)) {
        throw new IllegalArgumentException(
            "die %d ends with %s where %s should be".formatted(die, held[die][piece], wanted));
      }
    }
  }

  private Sum wanted(int die, int piece, int pieces) {
    int dies = held.length;
    return switch (schedule.collective()) {
      case ALL_REDUCE, REDUCE_SCATTER, REDUCE -> {
        BitSet all = new BitSet();
        all.set(0, dies);
        yield new Sum(piece, all);
      }
      case BROADCAST -> Sum.of(piece, 0);
      case ALL_GATHER -> Sum.of(piece, piece / (pieces / dies));
      case SENDRECV -> Sum.of(piece, Math.floorMod(die - 1, dies));
      case ALL_TO_ALL -> {
        int part = pieces / dies;
        yield Sum.of(die * part + piece % part, piece / part);
      }
    };
  }

  private static long key(int die, int receive) {
    return ((long) die << Integer.SIZE) | receive;
  }
}
