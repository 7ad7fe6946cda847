package vail.sim.inject;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import java.util.Optional;
import java.util.function.Consumer;
import vail.sim.link.Ack;
import vail.sim.link.Line;

/** The sending end of a line, where frames pass both ways and something may be done to them. */
final class FaultyLine implements Line {
  private final Line line;
  private final int link;
  private final Injector injector;
  private final Channel forth;
  private final Channel back;
  private final RecordParser answers = RecordParser.newFixed(Ack.BYTES);
  private Consumer<Buffer> reader = _ -> {};
  private Runnable closed = () -> {};

  FaultyLine(Line line, int link, Injector injector) {
    this.line = line;
    this.link = link;
    this.injector = injector;
    Gate gate = injector.target(link).gate();
    forth = new Channel(this, frame -> gate.pass(() -> line.write(frame.bytes())));
    back = new Channel(this, frame -> reader.accept(frame.bytes()));
    answers.handler(answer -> back.take(new Frame(answer)));
  }

  @Override
  public void write(Buffer frame) {
    forth.take(new Frame(frame));
  }

  @Override
  public void read(Consumer<Buffer> bytes, Runnable whenClosed) {
    reader = bytes;
    closed = whenClosed;
    line.read(answers::handle, whenClosed);
  }

  @Override
  public void close() {
    line.close();
  }

  Optional<Injection> strike(Frame frame) {
    return injector.strike(link, frame);
  }

  boolean isDead() {
    return injector.isDead(link);
  }

  /** Does it when it is late, but nobody has asked yet. */
  void later(Runnable task) {
    injector.timer().after(injector.delay(), task);
  }

  /** Lets the other end take nothing for a while. */
  void stall() {
    Gate gate = injector.target(link).gate();
    gate.shut();
    injector.timer().after(injector.stall(), gate::open);
  }

  /** Cuts the link for a while. */
  void part() {
    injector.target(link).refuse(Kind.REFUSALS);
    cut();
  }

  /** Ends the node at its other end. */
  void crash() {
    injector.crash(link);
    cut();
  }

  /** Whoever is writing learns of it a little later, as with any line. */
  private void cut() {
    line.close();
    injector.timer().after(1, closed);
  }
}
