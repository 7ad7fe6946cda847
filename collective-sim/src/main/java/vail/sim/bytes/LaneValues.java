package vail.sim.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vail.code.Histogram;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Chunk.Piece;
import vail.sim.plan.Codec;
import vail.sim.plan.Origins;
import vail.sim.plan.Program;

/**
 * The values of one die in one lane, operation by operation: each takes what the script means,
 * whatever the order in which they are done. No two threads do the same operation; whoever does one
 * has seen the end of those it waits for.
 */
public final class LaneValues {
  private final LaneSetting setting;
  private final Owner owner;
  private final Program program;
  private final Origins origins;
  private final Store input;
  private final Chunk[] values;
  private final List<List<Frame>> frames = new ArrayList<>();

  /** Whose values they are, in which lane, and the books of that die. */
  record Owner(int die, int lane, Shelf shelf) {}

  LaneValues(LaneSetting setting, Owner owner, Origins origins, Store input) {
    this.setting = setting;
    this.owner = owner;
    this.origins = origins;
    this.input = input;
    program = setting.load().schedule().program(owner.die);
    values = new Chunk[program.size()];
    for (int op = 0; op < program.size(); op++) {
      frames.add(List.of());
    }
  }

  /** Bytes of the values that an operation is about. */
  public long bytes(int op) {
    return setting.load().partition().bytes(program.first(op), program.count(op), owner.lane);
  }

  /** What a SEND or FORWARD puts on a link. */
  public List<Part> message(int send) {
    if (codec(send) == Codec.NONE) {
      return List.of(Part.of(new Frame.Plain(read(send, program.first(send)))));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < program.count(send); i += parts.getLast().pieces()) {
      parts.add(Part.of(frame(origins.of(send, i), program.first(send) + i)));
    }
    return parts;
  }

  /**
   * Takes what a RECV has been sent.
   *
   * @throws VailFormatException if these are not the pieces that are due
   */
  public void arrive(int receive, List<Part> parts) {
    int pieces = parts.stream().mapToInt(Part::pieces).sum();
    if (pieces != program.count(receive)) {
      throw new VailFormatException(
          Fault.BAD_FIELD, 0, pieces + " pieces where " + program.count(receive) + " are due");
    }
    List<Frame> arrived = parts.stream().map(Part::frame).toList();
    frames.set(receive, arrived);
    if (codec(receive) == Codec.NONE) {
      values[receive] = decode(arrived);
    }
  }

  /** Does an operation that moves nothing. */
  public void work(int op) {
    switch (program.kind(op)) {
      case ENCODE -> frames.set(op, List.of(encode(op)));
      case DECODE -> {
        values[op] = decode(frames.get(program.source(op)));
        note(program.source(op), values[op]);
      }
      case REDUCE ->
          values[op] = read(op, program.first(op)).plus(values[op - 1], setting.arithmetic());
      case ADD -> values[op] = read(op, program.first(op)).plus(added(op), setting.arithmetic());
      case COPY -> values[op] = read(op, program.peer(op));
      case HISTOGRAM, TREE -> {
        // A part of encoding, which follows.
      }
      case SEND, FORWARD, RECV, FENCE ->
          throw new IllegalArgumentException(program.kind(op) + " is no work");
    }
  }

  private Frame encode(int op) {
    int send = op + 1;
    Chunk chunk = read(op, program.first(op));
    int step = setting.steps().of(owner.die, send);
    return setting.coders().encode(chunk, codec(send), step, owner.shelf.books());
  }

  private void note(int receive, Chunk received) {
    Tally tally = owner.shelf.tally();
    if (codec(receive) == Codec.SINGLE) {
      List<Histogram> block =
          tally.samplesNext() ? List.of(setting.coders().block(received)) : List.of();
      tally.received(program.peer(receive), frames.get(receive), block);
    }
  }

  private Chunk decode(List<Frame> arrived) {
    return setting.coders().decode(arrived, owner.shelf.books().books());
  }

  private Codec codec(int op) {
    return setting.load().schedule().codec(owner.die, op);
  }

  /** The values that a RECV has brought, as the die went on with them. */
  Chunk received(int receive) {
    return values[codec(receive) == Codec.NONE ? receive : receive + 1];
  }

  private Frame frame(int origin, int piece) {
    int at = program.first(origin);
    for (Frame frame : frames.get(origin)) {
      if (at == piece) {
        return frame;
      }
      at += frame.pieces();
    }
    throw new IllegalStateException("no frame begins with piece " + piece);
  }

  private Chunk read(int op, int first) {
    return read(op, 0, first);
  }

  private Chunk added(int op) {
    return read(op, program.count(op), program.peer(op));
  }

  /** Pieces from one on, of which the first is the so-manieth that an operation takes. */
  private Chunk read(int op, int taken, int first) {
    return Chunk.of(
        IntStream.range(0, program.count(op))
            .mapToObj(i -> piece(origins.of(op, taken + i), first + i))
            .toArray(Piece[]::new));
  }

  private Piece piece(int origin, int piece) {
    return origin == Origins.INPUT
        ? new Piece(input.read(piece, 1), 0)
        : new Piece(values[origin], piece - program.first(origin));
  }

  /** The values of a piece at the end. */
  Chunk output(int piece) {
    return Chunk.of(piece(origins.last(piece), piece));
  }
}
