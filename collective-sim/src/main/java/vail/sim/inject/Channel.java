package vail.sim.inject;

import java.util.ArrayDeque;
import java.util.function.Consumer;

/** One direction of a line that something may be done to. */
final class Channel {
  private final FaultyLine line;
  private final Consumer<Frame> out;
  private final Gate gate = new Gate();
  private final ArrayDeque<Frame> late = new ArrayDeque<>();

  Channel(FaultyLine line, Consumer<Frame> out) {
    this.line = line;
    this.out = out;
  }

  /** Takes a frame, which goes on unless something is done to it. */
  void take(Frame frame) {
    gate.pass(() -> {
      if (!line.isDead()) {
        line.strike(frame).ifPresentOrElse(each -> strike(each, frame), () -> send(frame));
      }
    });
  }

  private void send(Frame frame) {
    out.accept(frame);
    late.forEach(out);
    late.clear();
  }

  private void strike(Injection injection, Frame frame) {
    int choice = injection.toString().hashCode();
    switch (injection.kind()) {
      case DROP -> {}
      case DUPLICATE -> {
        send(frame);
        send(frame);
      }
      case REORDER -> late.add(frame);
      case DELAY -> {
        gate.shut();
        line.later(() -> {
          send(frame);
          gate.open();
        });
      }
      case FLIP_PAYLOAD -> send(frame.flippedPayload(choice));
      case FLIP_HEADER -> send(frame.flippedHead(choice));
      case FLIP_CHECK -> send(frame.flippedCheck(choice));
      case TRUNCATE -> send(frame.half());
      case PARTITION -> line.part();
      case STALL -> {
        line.stall();
        send(frame);
      }
      case CRASH -> line.crash();
      case STALE_BOOK -> send(frame.stale().orElse(frame));
    }
  }
}
