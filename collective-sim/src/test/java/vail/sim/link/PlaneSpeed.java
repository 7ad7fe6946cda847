package vail.sim.link;

import com.sun.management.OperatingSystemMXBean;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import vail.sim.bytes.Part;

/**
 * Measures how much of what a connection of Netty carries is left when parcels are numbered,
 * checked and acknowledged, and how fast they change hands within a JVM: {@code java -cp …
 * vail.sim.link.PlaneSpeed [BYTES [PARCELS [RUNS]]]}. Both ends are event loops of one process. Of
 * each way two figures are printed, each the middle one of all runs, which take turns: gigabytes of
 * parcels a second, and a second of processor time, which others on the computer move less.
 */
final class PlaneSpeed {
  private static final long WINDOW = 8L << 20;
  private static final long MOST = 256L << 20;
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(2));
  private final Context sender = context();
  private final Context receiver = context();
  private final int bytes;
  private final int count;

  private PlaneSpeed(int bytes, int count) {
    this.bytes = bytes;
    this.count = count;
  }

  public static void main(String[] arguments) {
    int bytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1 << 20;
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9;
    List<Way> ways =
        List.of(
            new Way("raw Netty", runs),
            new Way("connection of Vert.x", runs),
            new Way("link", runs),
            new Way("in the JVM", runs));
    for (int run = 0; run < runs; run++) {
      PlaneSpeed speed = new PlaneSpeed(bytes, count);
      try (RawNetty netty = new RawNetty(bytes, count)) {
        ways.get(0).take(speed.rate(end -> netty.run((int) WINDOW, end)));
      }
      ways.get(1).take(speed.rate(speed::plain));
      ways.get(2).take(speed.rate(end -> speed.over(speed.sockets(), end)));
      ways.get(3).take(speed.rate(end -> speed.over(new MemoryPlane(WINDOW, new Nobody()), end)));
      speed.vertx.close().await();
    }
    System.out.printf("%d parcels of %d bytes%n", count, bytes);
    ways.forEach(way -> System.out.println(way.words(ways.getFirst())));
  }

  /** Gigabytes a second, and a second of processor time. */
  private record Rates(double wall, double processor) {}

  private record Way(String name, List<Rates> all) {
    Way(String name, int runs) {
      this(name, new ArrayList<>(runs));
    }

    void take(Rates rates) {
      all.add(rates);
    }

    private double middle(ToDoubleFunction<Rates> figure) {
      return all.stream().mapToDouble(figure).sorted().toArray()[all.size() / 2];
    }

    String words(Way first) {
      double wall = middle(Rates::wall);
      double processor = middle(Rates::processor);
      return "%-21s %7.2f GB/s, %4.2f of the first; %7.2f GB a processor's second, %4.2f of the first"
          .formatted(
              name,
              wall,
              wall / first.middle(Rates::wall),
              processor,
              processor / first.middle(Rates::processor));
    }
  }

  private static final class Nobody implements LinkWatch {}

  /** A context of an event loop of its own. */
  private Context context() {
    Promise<Context> found = Promise.promise();
    vertx
        .deployVerticle(
            new AbstractVerticle() {
              @Override
              public void start() {
                found.complete(context);
              }
            })
        .await();
    return found.future().await();
  }

  private Rates rate(Consumer<Promise<Long>> way) {
    Promise<Long> end = Promise.promise();
    long processor = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    way.accept(end);
    double all = (double) bytes * count;
    double wall = all / (end.future().await() - start);
    return new Rates(wall, all / (PROCESS.getProcessCpuTime() - processor));
  }

  private LinkPlane sockets() {
    Timer timer =
        (nanos, task) -> vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(nanos), _ -> task.run());
    return new LinkPlane(
        new Terms(1, WINDOW, MOST, TimeUnit.SECONDS.toNanos(5), 1),
        new Ways(new SocketLines(vertx, "127.0.0.1", Duration.ofSeconds(1)), timer, new Nobody()));
  }

  private void over(Plane plane, Promise<Long> end) {
    int[] seen = new int[1];
    Consumer<Parcel> take =
        _ -> {
          if (++seen[0] == count) {
            end.complete(System.nanoTime());
          }
        };
    Part part = new Part(new int[] {bytes}, Part.Form.PLAIN, new byte[bytes], 0, bytes);
    Parcel parcel = new Parcel(0, 1, 0, 0, 0, List.of(part));
    on(receiver, () -> plane.open(1, take, end::tryFail)).await();
    on(sender, () -> plane.connect(0, 1, end::tryFail).onSuccess(wire -> send(wire, parcel, count)))
        .await();
  }

  private static void send(Wire wire, Parcel parcel, int left) {
    if (left > 0) {
      var _ = wire.write(parcel).onSuccess(_ -> send(wire, parcel, left - 1));
    }
  }

  /** The same bytes over a connection that is only held back by its queue. */
  private void plain(Promise<Long> end) {
    long[] seen = new long[1];
    int port =
        on(
                receiver,
                () ->
                    vertx
                        .createNetServer(new NetServerOptions().setHost("127.0.0.1").setPort(0))
                        .connectHandler(socket ->
                            socket.handler(part -> {
                              seen[0] += part.length();
                              if (seen[0] == (long) bytes * count) {
                                end.complete(System.nanoTime());
                              }
                            }))
                        .listen())
            .await()
            .actualPort();
    on(sender, () -> vertx.createNetClient().connect(port, "127.0.0.1").onSuccess(this::pump))
        .await();
  }

  private void pump(NetSocket socket) {
    int[] left = {count};
    Buffer buffer = Buffer.buffer(new byte[bytes]);
    socket.setWriteQueueMaxSize((int) WINDOW);
    Runnable write =
        () -> {
          while (left[0] > 0 && !socket.writeQueueFull()) {
            left[0]--;
            var _ = socket.write(buffer.copy());
          }
        };
    socket.drainHandler(_ -> write.run());
    write.run();
  }

  private interface Work<T> {
    Future<T> begin();
  }

  private static <T> Future<T> on(Context context, Work<T> work) {
    Promise<T> done = Promise.promise();
    context.runOnContext(_ -> work.begin().onComplete(done));
    return done.future();
  }
}
