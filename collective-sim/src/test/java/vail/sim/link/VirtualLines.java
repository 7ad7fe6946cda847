package vail.sim.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Lines in virtual time: whatever is said arrives {@link #LATENCY} later, in its order. */
public final class VirtualLines implements Lines {
  /** Of a line in one direction, in nanoseconds. */
  public static final long LATENCY = 10;

  private final VirtualTime time;
  private final Map<Integer, Consumer<Line>> acceptors = new HashMap<>();
  private final Set<End> ends = new HashSet<>();

  /** Lines that live in a time. */
  public VirtualLines(VirtualTime time) {
    this.time = time;
  }

  @Override
  public Future<Void> open(int node, Consumer<Line> acceptor) {
    acceptors.put(node, acceptor);
    return Future.succeededFuture();
  }

  /** Takes no more connections to a node. */
  void shut(int node) {
    acceptors.remove(node);
  }

  /** Cuts all lines there are. */
  void cut() {
    List.copyOf(ends).forEach(End::gone);
  }

  @Override
  public Future<Line> connect(int link, int to) {
    Promise<Line> made = Promise.promise();
    time.after(
        2 * LATENCY,
        () -> {
          if (acceptors.containsKey(to)) {
            End here = new End();
            End there = new End();
            here.other = there;
            there.other = here;
            acceptors.get(to).accept(there);
            made.complete(here);
          } else {
            made.fail("nobody listens");
          }
        });
    return made.future();
  }

  private final class End implements Line {
    private End other = this;
    private Consumer<Buffer> reader = _ -> {};
    private Runnable closed = () -> {};

    End() {
      ends.add(this);
    }

    @Override
    public void write(Buffer frame) {
      if (ends.contains(this)) {
        time.after(LATENCY, () -> other.take(frame));
      }
    }

    private void take(Buffer bytes) {
      if (ends.contains(this)) {
        reader.accept(bytes);
      }
    }

    @Override
    public void read(Consumer<Buffer> bytes, Runnable whenClosed) {
      reader = bytes;
      closed = whenClosed;
    }

    @Override
    public void close() {
      if (ends.remove(this)) {
        time.after(LATENCY, other::gone);
      }
    }

    private void gone() {
      if (ends.remove(this)) {
        closed.run();
      }
    }
  }
}
