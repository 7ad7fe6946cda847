package vail.sim.link;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The receiving ends of a node's links. Knows of each link which parcel is due, whatever becomes of
 * its lines: what came before is not handed over again, and what is not sound ends the line.
 */
final class LinkReceiver {
  private final Terms terms;
  private final Consumer<Parcel> receiver;
  private final Consumer<Throwable> trouble;
  private final Map<Integer, End> ends = new HashMap<>();

  LinkReceiver(Terms terms, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    this.terms = terms;
    this.receiver = receiver;
    this.trouble = trouble;
  }

  /** Takes a line that somebody has made to this node. */
  void accept(Line line) {
    Visit visit = new Visit(line);
    line.read(visit::take, () -> {});
  }

  /** What is known of a link. */
  private static final class End {
    private int due;
    private Optional<Line> line = Optional.empty();
  }

  /** A line, while it lasts. */
  private final class Visit implements LineReader.Frames {
    private final Line line;
    private final LineReader reader = new LineReader(terms.mostBytes(), this);
    private Optional<End> end = Optional.empty();
    private boolean over;

    Visit(Line line) {
      this.line = line;
    }

    void take(Buffer bytes) {
      if (over) {
        return;
      }
      try {
        reader.take(bytes);
      } catch (VailFormatException e) {
        over = true;
        int due = end.map(each -> each.due).orElse(0);
        line.write(new Ack(due, Optional.of(e.fault())).toBytes());
        line.close();
      }
    }

    @Override
    public void greeting(Greeting greeting) {
      if (greeting.run() != terms.run()) {
        throw new VailFormatException(Fault.BAD_FIELD, 28, "this is another run");
      }
      End found = ends.computeIfAbsent(greeting.link(), _ -> new End());
      found.line.filter(older -> !older.equals(line)).ifPresent(Line::close);
      found.line = Optional.of(line);
      end = Optional.of(found);
      line.write(Ack.of(found.due).toBytes());
    }

    @Override
    public void parcel(int number, Parcel parcel) {
      End found =
          end.orElseThrow(() ->
              new VailFormatException(Fault.BAD_FIELD, 5, "a parcel where a greeting is due"));
      if (number > found.due) {
        throw new VailFormatException(
            Fault.BAD_FIELD, 8, "parcel %d comes where %d is due".formatted(number, found.due));
      }
      if (number == found.due) {
        found.due++;
        hand(parcel);
      }
      line.write(Ack.of(found.due).toBytes());
    }
  }

  /** What a node does not like in a sound parcel is no trouble of the link. */
  private void hand(Parcel parcel) {
    try {
      receiver.accept(parcel);
    } catch (RuntimeException e) {
      trouble.accept(e);
    }
  }
}
