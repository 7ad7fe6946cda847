package vail.sim.plan;

/** Turns the script of one die into operations: follows who wrote what, and puts codecs in. */
final class Lowering implements Script {
  private final int die;
  private final Hops hops;
  private final int pieces;
  private final Held held;
  private final ProgramBuilder program = new ProgramBuilder();

  /** The die at the start. */
  Lowering(Algorithm algorithm, int die, Hops hops) {
    this.die = die;
    this.hops = hops;
    pieces = algorithm.pieces() * algorithm.vectors();
    Range input = algorithm.collective().input(die, algorithm.dies(), algorithm.pieces());
    held = new Held(pieces, input);
  }

  /** All of an algorithm's operations for a die, not yet matched with those of other dies. */
  static ProgramBuilder of(Algorithm algorithm, int die, Hops hops) {
    Lowering lowering = new Lowering(algorithm, die, hops);
    algorithm.write(die, lowering);
    return lowering.program;
  }

  @Override
  public void channel(int number) {
    program.channel(number);
  }

  @Override
  public void send(int to, Range range) {
    if (isWork(to, range)) {
      Codec codec = hops.codec(die, to, range.count());
      if (codec == Codec.NONE) {
        int op = program.add(OpKind.SEND, to, range);
        afterValues(op, range);
      } else if (hasFrames(range, codec)) {
        program.add(OpKind.FORWARD, to, range);
        afterFrames(range);
      } else {
        int frame = encode(to, range, codec);
        held.frame(range, frame);
        then(OpKind.SEND, to, range, frame);
      }
    }
  }

  @Override
  public void store(int from, Range range) {
    if (isWork(from, range)) {
      int received = program.add(OpKind.RECV, from, range);
      if (hops.codec(from, die, range.count()) == Codec.NONE) {
        held.write(range, received, Held.NOBODY);
      } else {
        held.write(range, then(OpKind.DECODE, from, range, received), received);
      }
    }
  }

  @Override
  public void reduce(int from, Range range) {
    if (isWork(from, range)) {
      int received = program.add(OpKind.RECV, from, range);
      if (hops.codec(from, die, range.count()) != Codec.NONE) {
        received = then(OpKind.DECODE, from, range, received);
      }
      int sum = then(OpKind.REDUCE, from, range, received);
      afterValues(sum, range);
      held.write(range, sum, Held.NOBODY);
    }
  }

  @Override
  public void copy(Range from, Range to) {
    if (isWork(Held.NOBODY, from) && isWork(Held.NOBODY, to)) {
      int copy = program.add(OpKind.COPY, from.first(), to);
      afterValues(copy, from);
      held.write(to, copy, Held.NOBODY);
    }
  }

  @Override
  public void add(Range from, Range to) {
    if (isWork(Held.NOBODY, from) && isWork(Held.NOBODY, to)) {
      int sum = program.add(OpKind.ADD, from.first(), to);
      afterValues(sum, from);
      afterValues(sum, to);
      held.write(to, sum, Held.NOBODY);
    }
  }

  @Override
  public void fence(Range range) {
    if (held.isWritten(range)) {
      int fence = program.add(OpKind.FENCE, die, range);
      afterWritten(range);
      afterEncoded(range);
      held.fence(range, fence);
    }
  }

  private boolean isWork(int peer, Range range) {
    if (range.end() > pieces || peer == die) {
      throw new IllegalArgumentException(
          "die " + die + " moves " + range + " of " + pieces + " with die " + peer);
    }
    return range.count() > 0;
  }

  private int encode(int to, Range range, Codec codec) {
    if (codec == Codec.SINGLE) {
      int op = program.add(OpKind.ENCODE, to, range);
      afterValues(op, range);
      return op;
    }
    int histogram = program.add(OpKind.HISTOGRAM, to, range);
    afterValues(histogram, range);
    int tree = then(OpKind.TREE, to, range, histogram);
    return then(OpKind.ENCODE, to, range, tree);
  }

  private int then(OpKind kind, int peer, Range range, int before) {
    int op = program.add(kind, peer, range);
    program.after(before);
    return op;
  }

  private void afterValues(int op, Range range) {
    for (int i = held.begin(range); held.before(i, range); i++) {
      if (held.value(i) == Held.ABSENT) {
        throw new IllegalArgumentException(
            "die " + die + " has no " + range + " for operation " + op);
      }
    }
    afterWritten(range);
  }

  private void afterWritten(Range range) {
    for (int i = held.begin(range); held.before(i, range); i++) {
      if (held.value(i) >= 0) {
        program.after(held.value(i));
      }
    }
  }

  /** Frames that are received need no wait of their own: their values do. */
  private void afterEncoded(Range range) {
    for (int i = held.begin(range); held.before(i, range); i++) {
      if (held.frame(i) >= 0 && program.kind(held.frame(i)) == OpKind.ENCODE) {
        program.after(held.frame(i));
      }
    }
  }

  private void afterFrames(Range range) {
    for (int i = held.begin(range); held.before(i, range); i++) {
      int value = held.value(i);
      boolean isFenced = value > held.frame(i) && program.kind(value) == OpKind.FENCE;
      program.after(isFenced ? value : held.frame(i));
    }
  }

  /** Whether the range is just some whole frames of a codec. */
  private boolean hasFrames(Range range, Codec codec) {
    int covered = 0;
    int last = Held.NOBODY;
    for (int i = held.begin(range); held.before(i, range); i++) {
      int frame = held.frame(i);
      if (frame == Held.NOBODY || codecOf(frame) != codec) {
        return false;
      }
      if (frame != last) {
        covered += program.pieces(frame).count();
        last = frame;
      }
    }
    return covered == range.count();
  }

  private Codec codecOf(int frame) {
    int peer = program.peer(frame);
    int count = program.pieces(frame).count();
    return program.kind(frame) == OpKind.RECV
        ? hops.codec(peer, die, count)
        : hops.codec(die, peer, count);
  }
}
