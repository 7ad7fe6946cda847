package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import vail.sim.bytes.Lanes;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.link.LinkPlane;
import vail.sim.link.MemoryPlane;
import vail.sim.link.Plane;
import vail.sim.link.SocketLines;
import vail.sim.link.Terms;
import vail.sim.link.Ways;

/** Runs a job with dies that are really there: a verticle for each node of the topology. */
public final class Live {
  private static final long WINDOW = 8L << 20;
  private static final long MOST_BYTES = 256L << 20;

  /** A link that is silent for so long is tried anew, and given up after so many tries. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private static final int TRIES = 8;

  private final Vertx vertx;
  private final DeliveryOptions patience;
  private final Promise<Long> outcome = Promise.promise();
  private final UUID name = UUID.randomUUID();

  private Live(Vertx vertx, LiveOptions options) {
    this.vertx = vertx;
    patience = new DeliveryOptions().setSendTimeout(options.limit().toMillis());
  }

  /**
   * Runs a job to its end.
   *
   * @param values of all dies; they hold the results afterwards
   * @throws vail.fault.VailFormatException if a parcel or a frame in one was not sound, although
   *     its link brought it unharmed
   * @throws vail.sim.link.LinkDownException if a link did not recover
   */
  public static LiveOutcome run(Job job, Lanes values, LiveOptions options) {
    return run(job, values, options, Watch.NOBODY);
  }

  /** The same while somebody looks on. */
  public static LiveOutcome run(Job job, Lanes values, LiveOptions options, Watch watch) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    ExecutorService threads = threads(options.threads());
    try (Pacer pacer = new Pacer()) {
      Live live = new Live(vertx, options);
      Wiring wiring = new Wiring(job.topology());
      Notes notes = new Notes(watch, options.faults(), wiring, live::after, SILENCE.toNanos());
      Plane plane =
          switch (options.transport()) {
            case SOCKET -> live.sockets(notes);
            case MEMORY -> new MemoryPlane(WINDOW, notes);
          };
      Stage stage =
          new Stage(
              live.name.toString(),
              job,
              wiring,
              values,
              plane,
              new Pace(options.dilation(), pacer),
              threads,
              notes,
              live.outcome::tryFail);
      return live.run(stage, notes);
    } finally {
      threads.shutdownNow();
      vertx.close().await();
    }
  }

  private Plane sockets(Notes notes) {
    long run = name.getLeastSignificantBits();
    return new LinkPlane(
        new Terms(run, WINDOW, MOST_BYTES, SILENCE.toNanos(), TRIES),
        new Ways(notes.over(new SocketLines(vertx, SILENCE)), this::after, notes));
  }

  private void after(long nanos, Runnable task) {
    vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), _ -> task.run());
  }

  /** Threads for work; what comes when a run has ended is done by nobody. */
  private static ExecutorService threads(int count) {
    return new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("vail-codec-", 0).factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private LiveOutcome run(Stage stage, Notes notes) {
    List<NodeVerticle> nodes =
        IntStream.range(0, stage.wiring().nodes())
            .mapToObj(i -> new NodeVerticle(i, stage))
            .toList();
    Future.all(nodes.stream().map(vertx::deployVerticle).toList())
        .compose(_ -> tell(Step.LINK, nodes.size()))
        .compose(_ -> timed(nodes.size()))
        .compose(nanos -> tell(Step.END, nodes.size()).map(_ -> nanos))
        .onSuccess(outcome::tryComplete)
        .onFailure(outcome::tryFail);
    long nanos = outcome.future().await();
    long bytes = nodes.stream().mapToLong(NodeVerticle::bytes).sum();
    return new LiveOutcome(nanos, bytes, notes.injected(), notes.recoveries());
  }

  private Future<Long> timed(int nodes) {
    long start = System.nanoTime();
    return tell(Step.GO, nodes).map(_ -> System.nanoTime() - start);
  }

  private Future<Void> tell(Step step, int nodes) {
    return Future.all(
            IntStream.range(0, nodes)
                .mapToObj(node ->
                    vertx.eventBus().request(step.address(name.toString(), node), "", patience))
                .toList())
        .mapEmpty();
  }
}
