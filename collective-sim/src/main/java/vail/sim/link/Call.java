package vail.sim.link;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.parsetools.RecordParser;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/** A line, as the sending end of a link sees it while it lasts: greets, sends, hears answers. */
final class Call {
  private final LinkSender sender;
  private final Line line;
  private final Terms terms;
  private final Timer timer;
  private final RecordParser answers = RecordParser.newFixed(Ack.BYTES);
  private boolean greeted;
  private boolean asked;
  private boolean heard;
  private boolean watched;
  private boolean over;

  Call(LinkSender sender, Line line, Terms terms, Timer timer) {
    this.sender = sender;
    this.line = line;
    this.terms = terms;
    this.timer = timer;
    answers.handler(this::hear);
  }

  void greet(Greeting greeting) {
    line.read(this::take, () -> lose(Loss.CLOSED));
    line.write(Buffer.buffer(ParcelFormat.greeting(greeting)));
    watch();
  }

  /**
   * The greeting was answered: sends what has been sent before on other lines, from a number on.
   */
  void start(int number, Iterable<Parcel> parcels) {
    greeted = true;
    int next = number;
    for (Parcel parcel : parcels) {
      send(next++, parcel);
    }
  }

  /** Sends a parcel, or leaves it to the answer of the greeting that is still to come. */
  void send(int number, Parcel parcel) {
    if (!greeted || over) {
      return;
    }
    line.write(ParcelFormat.frame(parcel, number));
    watch();
  }

  /** Whether the other end has been asked whether it has all, and has answered; asks if not. */
  boolean asked(Greeting greeting) {
    if (asked || !greeted) {
      return asked;
    }
    asked = true;
    line.write(Buffer.buffer(ParcelFormat.greeting(greeting)));
    watch();
    return false;
  }

  void close() {
    over = true;
    line.close();
  }

  private void take(Buffer bytes) {
    try {
      answers.handle(bytes);
    } catch (VailFormatException e) {
      lose(Loss.of(e.fault()));
    }
  }

  private void hear(Buffer bytes) {
    if (over) {
      return;
    }
    Ack ack = Ack.read(bytes);
    heard = true;
    if (ack.fault().isPresent()) {
      lose(Loss.of(ack.fault().get()));
    } else if (!sender.mayName(ack.due())) {
      lose(Loss.of(Fault.BAD_FIELD));
    } else if (greeted) {
      sender.answered(this, ack.due());
    } else {
      sender.greeted(this, ack.due());
    }
  }

  /** Gives the line up if nothing is heard for too long while something is waited for. */
  private void watch() {
    if (!watched && !over && (!greeted || sender.waits())) {
      watched = true;
      heard = false;
      timer.after(terms.silence(sender.onTheWay()), this::check);
    }
  }

  private void check() {
    watched = false;
    if (!heard && (!greeted || sender.waits())) {
      lose(Loss.SILENT);
    } else {
      watch();
    }
  }

  private void lose(Loss why) {
    if (!over) {
      close();
      sender.lost(this, why);
    }
  }
}
