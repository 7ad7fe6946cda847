package vail.cli.sim;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import vail.cli.Names;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Waits;
import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;
import vail.sim.plan.Shares;

/** Reads from a run who has worked how much. */
final class Work {
  /** What is busy less than this share of the time is not what one waits for. */
  private static final double BUSY = 0.5;

  private static final List<OpKind> CODEC =
      List.of(OpKind.HISTOGRAM, OpKind.TREE, OpKind.ENCODE, OpKind.DECODE);

  /** What takes up each value once. */
  private static final Set<OpKind> PASSES =
      EnumSet.of(OpKind.HISTOGRAM, OpKind.ENCODE, OpKind.DECODE);

  private Work() {}

  /** The same job with codecs that take no time. */
  static Job withoutCodec(Job job) {
    Die die = job.die();
    return new Job(
        job.schedule(),
        job.shares(),
        job.sizes(),
        job.topology(),
        job.relay(),
        new Die(Service.FREE, Service.FREE, Service.FREE, Service.FREE, die.reduce(), die.copy()));
  }

  static Row.Work of(Job job, Outcome outcome, OptionalLong exposed) {
    int link = busiestLink(outcome);
    return new Row.Work(
        outcome.wireBytes(),
        codedBytes(job),
        outcome.sentBytes() == 0 ? 1 : (double) outcome.messageBytes() / outcome.sentBytes(),
        link < 0 ? 0 : outcome.linkBytes(link),
        busiest(outcome, OpKind.HISTOGRAM)
            + busiest(outcome, OpKind.TREE)
            + busiest(outcome, OpKind.ENCODE),
        busiest(outcome, OpKind.DECODE),
        exposed,
        outcome.linkWaits(),
        unitWaits(outcome),
        bound(job, outcome, link),
        outcome.digest());
  }

  private static long codedBytes(Job job) {
    long sum = 0;
    for (int die = 0; die < job.schedule().dies(); die++) {
      sum += codedBytes(job.shares(), job.schedule().program(die));
    }
    return sum;
  }

  private static long codedBytes(Shares shares, Program program) {
    long parts = 0;
    for (int op = 0; op < program.size(); op++) {
      if (PASSES.contains(program.kind(op))) {
        for (int lane = 0; lane < shares.lanes(); lane++) {
          parts += shares.parts(program.first(op), program.count(op), lane);
        }
      }
    }
    return Math.ceilDiv(parts, shares.partsOfByte());
  }

  private static Waits unitWaits(Outcome outcome) {
    Waits sum = new Waits();
    for (OpKind kind : CODEC) {
      sum.add(outcome.unitWaits(kind));
    }
    return sum;
  }

  private static int busiestLink(Outcome outcome) {
    int best = -1;
    for (int link = 0; link < outcome.links(); link++) {
      if (best < 0 || outcome.linkBusy(link) > outcome.linkBusy(best)) {
        best = link;
      }
    }
    return best;
  }

  private static String bound(Job job, Outcome outcome, int link) {
    String name = "chain";
    double most = BUSY * outcome.time();
    if (link >= 0 && outcome.linkBusy(link) > most) {
      most = outcome.linkBusy(link);
      name = "link " + linkName(outcome, link);
    }
    for (OpKind kind : OpKind.values()) {
      double busy =
          Die.serves(kind) ? (double) busiest(outcome, kind) / job.die().of(kind).units() : 0;
      if (busy > most) {
        most = busy;
        name = Names.of(kind);
      }
    }
    return name;
  }

  /** How long the die worked that did most of a kind. */
  private static long busiest(Outcome outcome, OpKind kind) {
    long most = 0;
    for (int die = 0; die < outcome.dies(); die++) {
      most = Math.max(most, outcome.unitBusy(die, kind));
    }
    return most;
  }

  private static String linkName(Outcome outcome, int link) {
    int node = 0;
    while (outcome.firstLink(node + 1) <= link) {
      node++;
    }
    return node + ">" + outcome.neighbour(link);
  }
}
