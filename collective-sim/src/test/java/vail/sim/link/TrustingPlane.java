package vail.sim.link;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** A plane with a bug: its receiving ends take whatever number a parcel has. */
public final class TrustingPlane implements Plane {
  private final Terms terms;
  private final Ways ways;
  private final LinkPlane sound;

  /** A plane over lines. */
  public TrustingPlane(Terms terms, Ways ways) {
    this.terms = terms;
    this.ways = ways;
    sound = new LinkPlane(terms, ways);
  }

  @Override
  public Future<Void> open(int node, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    return ways.lines().open(node, line -> accept(line, receiver, trouble));
  }

  private void accept(Line line, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    LineReader reader =
        new LineReader(
            terms.mostBytes(),
            new LineReader.Frames() {
              private int taken;

              @Override
              public void greeting(Greeting greeting) {
                answer();
              }

              @Override
              public void parcel(int number, Parcel parcel) {
                taken = number + 1;
                receiver.accept(parcel);
                answer();
              }

              private void answer() {
                line.write(Ack.of(taken).toBytes());
              }
            });
    line.read(
        bytes -> {
          try {
            reader.take(bytes);
          } catch (RuntimeException e) {
            trouble.accept(e);
          }
        },
        () -> {});
  }

  @Override
  public Future<Wire> connect(int link, int to, Consumer<Throwable> trouble) {
    return sound.connect(link, to, trouble);
  }
}
