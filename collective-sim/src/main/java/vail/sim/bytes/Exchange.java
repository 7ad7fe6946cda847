package vail.sim.bytes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import vail.fault.VailFormatException;
import vail.sim.plan.Codec;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;
import vail.sim.plan.Steps;
import vail.sim.plan.Walk;

/**
 * Does a schedule with real frames: what a die goes on with is what it has decoded. Dies work side
 * by side; all frames and values are the same on any number of threads.
 */
final class Exchange {
  private final Schedule schedule;
  private final Steps steps;
  private final Arithmetic arithmetic;
  private final Store[] stores;
  private final Arrival[] arrivals;
  private final FrameCoders coders;
  private final Books.Installed books;
  private final Ledger ledger;
  private final Traffic traffic;
  private final Map<Sender, Message> messages = new ConcurrentHashMap<>();

  private record Sender(int die, int send) {}

  /** Frames, and beside them, for the ledger only, what their sender has put in. */
  private record Message(List<Frame> frames, Chunk sent) {}

  /** What a die has received last. */
  private record Arrival(List<Frame> frames, Chunk values) {
    /** Sums lie where the values were if the die itself has decoded them: nobody else has those. */
    Chunk addedTo(Chunk held, Arithmetic arithmetic) {
      boolean isOwn = frames.stream().allMatch(Frame.Coded.class::isInstance);
      return isOwn ? held.plusInto(values, arithmetic) : held.plus(values, arithmetic);
    }
  }

  Exchange(Load load, Steps steps, Coder coder, Books.Installed books) {
    schedule = load.schedule();
    this.steps = steps;
    arithmetic = load.arithmetic();
    stores = load.stores();
    arrivals = new Arrival[stores.length];
    coders = new FrameCoders(load, coder);
    this.books = books;
    ledger = new Ledger(schedule, steps);
    traffic = new Traffic(schedule, load.partition().lanes());
  }

  void run(int threads) {
    Walk.together(schedule, threads, this::visit);
  }

  private void visit(int die, int op) {
    Program program = schedule.program(die);
    Store store = stores[die];
    int first = program.first(op);
    int count = program.count(op);
    switch (program.kind(op)) {
      case ENCODE -> encode(die, op);
      case SEND, FORWARD -> send(die, op);
      case RECV -> {
        receive(die, op);
        keep(die, op);
      }
      case DECODE -> keep(die, op);
      case REDUCE ->
          store.write(first, arrivals[die].addedTo(store.read(first, count), arithmetic));
      case ADD ->
          store.write(
              first,
              store.read(first, count).plus(store.read(program.peer(op), count), arithmetic));
      case COPY -> store.write(first, store.read(program.peer(op), count));
      case HISTOGRAM, TREE, FENCE -> {
        // The first two are a part of encoding; lanes go together anyway.
      }
    }
  }

  private void encode(int die, int op) {
    Program program = schedule.program(die);
    int send = op + 1;
    Chunk values = stores[die].read(program.first(op), program.count(op));
    Frame frame = coders.encode(values, schedule.codec(die, send), steps.of(die, send), books);
    stores[die].note(program.first(op), List.of(frame));
  }

  private void send(int die, int op) {
    Program program = schedule.program(die);
    Chunk values = stores[die].read(program.first(op), program.count(op));
    List<Frame> frames =
        schedule.codec(die, op) == Codec.NONE
            ? List.of(new Frame.Plain(values))
            : stores[die].frames(program.first(op), program.count(op));
    traffic.note(die, op, frames);
    messages.put(new Sender(die, op), new Message(frames, values));
  }

  private void receive(int die, int op) {
    Program program = schedule.program(die);
    Sender from = new Sender(program.peer(op), program.mate(op));
    Message message = Objects.requireNonNull(messages.remove(from), "a message sent once");
    try {
      Chunk values = coders.decode(message.frames(), books.books());
      values.learn(message.sent());
      ledger.note(from.die(), from.send(), values);
      arrivals[die] = new Arrival(message.frames(), values);
    } catch (VailFormatException e) {
      throw new VailFormatException(
          e.fault(),
          e.offset(),
          "in the frame from die %d to die %d in step %d"
              .formatted(from.die(), die, steps.of(from.die(), from.send())));
    }
  }

  /** Puts what has arrived into the store, unless it is still to be decoded or added. */
  private void keep(int die, int op) {
    Program program = schedule.program(die);
    if (program.keeps(op)) {
      stores[die].write(program.first(op), arrivals[die].values());
      if (program.kind(op) == OpKind.DECODE) {
        stores[die].note(program.first(op), arrivals[die].frames());
      }
    }
  }

  /** What it has left, for a certificate. */
  Certificate.Side side() {
    return new Certificate.Side(List.of(stores), ledger);
  }

  Traffic traffic() {
    return traffic;
  }
}
