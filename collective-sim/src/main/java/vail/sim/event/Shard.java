package vail.sim.event;

import vail.sim.net.Link;
import vail.sim.plan.Joins;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;

/** The nodes that one thread runs: takes their events in order, and makes those that follow. */
class Shard {
  /** Chains of work that takes no time are followed so far before an event is made of it. */
  private static final int MOST_DEPTH = 32;

  /** A message on its way to the next node, filled anew for each. */
  static final class Message {
    int from;
    int send;
    int to;
    int receive;
    int lane;

    void set(int from, int send, int to, int receive, int lane) {
      this.from = from;
      this.send = send;
      this.to = to;
      this.receive = receive;
      this.lane = lane;
    }
  }

  private final Message message = new Message();
  private int depth;
  private final Run run;
  private final Mail mail;
  private final Waits linkWaits = new Waits();
  private final Waits[] unitWaits = new Waits[Units.KINDS];
  private long done;
  private long events;
  private final Amount sent;
  private final Amount carried;
  private long last;

  Shard(Run run, Mail mail) {
    this.run = run;
    this.mail = mail;
    sent = new Amount(run.shares.partsOfByte());
    carried = new Amount(run.sizes.partsOfByte());
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
    run.joins[die] = new Joins(program, run.lanes);
    run.turns[die] = new Turns(program, run.exits.apply(die), run.lanes);
    for (int lane = 0; lane < run.lanes; lane++) {
      for (int i = 0; i < program.startCount(); i++) {
        begin(program, die, program.start(i), lane, 0);
      }
    }
  }

  /** Runs one node; returns when it is due again. */
  long run(int node, long horizon) {
    EventQueues queues = run.queues;
    Program program = run.schedule.program(Math.min(node, run.schedule.dies() - 1));
    int base = queues.base(node);
    for (int source = queues.first(node);
        source != EventQueues.NOBODY;
        source = queues.first(node)) {
      long now = queues.time(source);
      if (now >= horizon) {
        return now;
      }
      long label = queues.label(source);
      int die = run.labels.die(label);
      int op = run.labels.operation(label);
      int lane = run.labels.lane(label);
      long kind = (die == node ? run.labels.local(label) : label) * 31 + source - base;
      run.digests[node] = mix(run.digests[node] + now, kind);
      events++;
      if (die == node) {
        queues.remove(node);
        end(program, die, op, lane, now);
      } else {
        long tail = run.cutsThrough ? queues.takeTail(source) : now;
        queues.remove(node);
        relay(node, die, op, lane, now, tail);
      }
    }
    return EventQueues.NEVER;
  }

  private void end(Program program, int die, int op, int lane, long now) {
    done++;
    last = Math.max(last, now);
    Joins joins = run.joins[die];
    for (int i = 0, count = program.nextCount(op); i < count; i++) {
      int next = program.next(op, i);
      if (joins.isLast(next, lane)) {
        begin(program, die, next, lane, now);
      }
    }
  }

  private void begin(Program program, int die, int op, int lane, long now) {
    OpKind kind = program.kind(op);
    if (kind.sends()) {
      send(program, die, op, lane, now);
    } else if (kind == OpKind.FENCE) {
      for (int each = 0; each < run.lanes; each++) {
        end(program, die, op, each, now);
      }
    } else {
      work(program, die, op, lane, now);
    }
  }

  /** Sends a message if it is its turn, and those behind it that are ready. */
  private void send(Program program, int die, int op, int lane, long now) {
    Turns turns = run.turns[die];
    int queue = program.queue(op);
    if (!turns.isNext(queue, op, lane)) {
      return;
    }
    do {
      int next = turns.op(queue);
      int nextLane = turns.lane(queue);
      done++;
      sent.add(parts(program, next, nextLane));
      message.set(die, next, program.peer(next), program.mate(next), nextLane);
      carried.add(carry(turns.link(queue), now, now));
    } while (turns.advance(queue));
  }

  private void work(Program program, int die, int op, int lane, long now) {
    int kind = program.kind(op).code();
    long time =
        run.units.isFree(kind)
            ? 0
            : run.units.time(kind, parts(program, op, lane), run.shares.partsOfByte());
    int unit = run.units.next(die, kind);
    long start = run.units.begin(unit, now, time);
    unitWaits[kind].add(start - now);
    long end = start + time;
    worked(die, op, lane, unit, now, start, end);
    if (end == now && depth < MOST_DEPTH) {
      // What takes no time needs no event.
      depth++;
      end(program, die, op, lane, now);
      depth--;
    } else {
      mail.end(die, unit, end, run.labels.of(die, op, lane));
    }
  }

  private long parts(Program program, int op, int lane) {
    return run.shares.parts(program.first(op), program.count(op), lane);
  }

  /** Sends on a message that is not for this node. */
  private void relay(int node, int die, int receive, int lane, long now, long tail) {
    Program there = run.schedule.program(die);
    message.set(there.peer(receive), there.mate(receive), die, receive, lane);
    var _ = carry(run.wiring.towards(node, die), now, tail);
  }

  /** Puts the message on a link; returns its size in parts of bytes. */
  private long carry(int number, long now, long tail) {
    Link link = run.wiring.link(number);
    long parts = run.sizes.parts(message.from, message.send, message.lane);
    long time = run.sizes.busy(link, message.from, message.send, message.lane);
    long start = run.links.start(number, now);
    linkWaits.add(start - now);
    // What is cut through cannot leave faster than it comes.
    long end = Math.max(start + time, tail);
    run.links.carry(number, start, end, parts);
    carried(number, message, now, start, end);
    long arrival = end + link.latency();
    boolean relayed = run.cutsThrough && run.wiring.neighbour(number) != message.to;
    long head = relayed ? start + link.latency() : arrival;
    long label = run.labels.of(message.to, message.receive, message.lane);
    mail.post(number, head, label, arrival);
    last = Math.max(last, arrival);
    return parts;
  }

  /** Told when a unit takes work; only those who record a run listen. */
  void worked(int die, int op, int lane, int unit, long now, long start, long end) {}

  /** Told when a link takes a message; only those who record a run listen. */
  void carried(int link, Message message, long now, long start, long end) {}

  long done() {
    return done;
  }

  long events() {
    return events;
  }

  /** Values of all messages. */
  Amount sent() {
    return sent;
  }

  /** The messages themselves, each counted once however far it went. */
  Amount carried() {
    return carried;
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
