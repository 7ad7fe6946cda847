package vail.sim.event;

import java.util.Arrays;
import vail.sim.net.Link;
import vail.sim.net.Relay;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;

/** The nodes that one thread runs: takes their events in order, and makes those that follow. */
final class Shard {
  private final Run run;
  private final Mail mail;
  private final Watcher watcher;
  private final boolean cutsThrough;
  private final Waits linkWaits = new Waits();
  private final Waits[] unitWaits = new Waits[Units.KINDS];
  private long done;
  private long events;
  private long sentBytes;
  private long messageBytes;
  private long last;

  Shard(Run run, Mail mail, Watcher watcher) {
    this.run = run;
    this.mail = mail;
    this.watcher = watcher;
    cutsThrough = run.job.relay() == Relay.CUT_THROUGH;
    for (int kind = 0; kind < unitWaits.length; kind++) {
      unitWaits[kind] = new Waits();
    }
  }

  /** Starts what waits for nothing at each die of this thread. */
  void start() {
    for (int die = mail.from(); die < Math.min(mail.to(), run.schedule.dies()); die++) {
      start(die);
    }
  }

  /** Runs all nodes of this thread up to a time, which itself is not reached. */
  void run(long horizon) {
    mail.run(this, horizon);
  }

  private void start(int die) {
    Program program = run.schedule.program(die);
    run.pending[die] = pending(program);
    run.turns[die] = new Turns(program, run.lanes);
    for (int lane = 0; lane < run.lanes; lane++) {
      for (int op = 0; op < program.size(); op++) {
        if (program.needs(op) == 0 && program.kind(op) != OpKind.RECV) {
          begin(die, op, lane, 0);
        }
      }
    }
  }

  /** Runs one node. */
  void run(int node, long horizon) {
    EventQueue queue = run.queues[node];
    for (long now = queue.firstTime(); now < horizon; now = queue.firstTime()) {
      int die = queue.die();
      int op = queue.operation();
      int lane = queue.lane();
      run.digests[node] = mix(run.digests[node] + now, queue.order());
      long tail = queue.tail();
      queue.remove();
      events++;
      if (die == node) {
        end(die, op, lane, now);
      } else {
        carry(node, die, op, lane, now, tail);
      }
    }
  }

  private int[] pending(Program program) {
    int[] pending = new int[program.joins() * run.lanes];
    for (int op = 0; op < program.size(); op++) {
      int join = program.join(op) * run.lanes;
      if (join >= 0) {
        Arrays.fill(pending, join, join + run.lanes, program.needs(op));
        if (program.kind(op) == OpKind.FENCE) {
          pending[join] *= run.lanes;
        }
      }
    }
    return pending;
  }

  private void end(int die, int op, int lane, long now) {
    done++;
    last = Math.max(last, now);
    Program program = run.schedule.program(die);
    for (int i = program.nextStart(op), end = program.nextStart(op + 1); i < end; i++) {
      int next = program.next(i);
      if (program.join(next) == Program.NO_JOIN || isLast(program, die, next, lane)) {
        begin(die, next, lane, now);
      }
    }
  }

  /** Whether what has ended was the last that an operation waited for. */
  private boolean isLast(Program program, int die, int op, int lane) {
    int joined = program.kind(op) == OpKind.FENCE ? 0 : lane;
    return --run.pending[die][program.join(op) * run.lanes + joined] == 0;
  }

  private void begin(int die, int op, int lane, long now) {
    Program program = run.schedule.program(die);
    OpKind kind = program.kind(op);
    if (kind.sends()) {
      send(program, die, op, lane, now);
    } else if (kind == OpKind.FENCE) {
      for (int each = 0; each < run.lanes; each++) {
        end(die, op, each, now);
      }
    } else {
      work(die, op, lane, now);
    }
  }

  /** Sends a message if it is its turn, and those behind it that are ready. */
  private void send(Program program, int die, int op, int lane, long now) {
    Turns turns = run.turns[die];
    if (turns.isNext(op, lane)) {
      int queue = program.queue(op);
      do {
        count(program, turns.op(queue), turns.lane(queue));
        carry(
            die,
            program.peer(turns.op(queue)),
            program.mate(turns.op(queue)),
            turns.lane(queue),
            now,
            now);
      } while (turns.advance(queue));
    }
  }

  private void count(Program program, int op, int lane) {
    done++;
    sentBytes += run.partition.bytes(program.first(op), program.count(op), lane);
    messageBytes += run.sizes.wire(program.peer(op), program.mate(op), lane);
  }

  private void work(int die, int op, int lane, long now) {
    Program program = run.schedule.program(die);
    int kind = program.kind(op).code();
    long bytes = run.partition.bytes(program.first(op), program.count(op), lane);
    long time = run.units.time(kind, bytes);
    long start = run.units.begin(die, kind, now, time);
    unitWaits[kind].add(start - now);
    long end = start + time;
    watcher.work(die, op, lane, start, end);
    mail.deliver(die, end, EventQueue.major(kind, op), EventQueue.minor(die, lane), end);
  }

  /** Sends a message one link further. */
  private void carry(int node, int die, int receive, int lane, long now, long tail) {
    int number = run.wiring.towards(node, die);
    Link link = run.wiring.link(number);
    long wire = run.sizes.wire(die, receive, lane);
    long time = run.sizes.busy(link, die, receive, lane);
    long start = run.links.begin(number, now, time, wire);
    linkWaits.add(start - now);
    // What is cut through cannot leave faster than it comes.
    long end = Math.max(start + time, tail);
    watcher.carry(number, die, receive, lane, start, end);
    long arrival = end + link.latency();
    int to = run.wiring.neighbour(number);
    long head = cutsThrough && to != die ? start + link.latency() : arrival;
    long major = EventQueue.major(Units.KINDS + number, receive);
    mail.post(to, head, major, EventQueue.minor(die, lane), arrival);
    last = Math.max(last, arrival);
  }

  long done() {
    return done;
  }

  long events() {
    return events;
  }

  long sentBytes() {
    return sentBytes;
  }

  long messageBytes() {
    return messageBytes;
  }

  long last() {
    return last;
  }

  Waits linkWaits() {
    return linkWaits;
  }

  Waits unitWaits(int kind) {
    return unitWaits[kind];
  }

  private static long mix(long state, long value) {
    long mixed = (state ^ value) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }
}
