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
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Lanes;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.link.LinkPlane;
import vail.sim.link.MemoryPlane;
import vail.sim.link.Plane;
import vail.sim.link.SocketLines;
import vail.sim.link.Terms;
import vail.sim.link.Ways;
import vail.sim.team.RankLostException;
import vail.sim.team.Team;

/** Runs a job with dies that are really there: a verticle for each node of the topology. */
public final class Live {
  private static final long WINDOW = 8L << 20;
  private static final long MOST_BYTES = 256L << 20;

  /**
   * A link that is silent for so long is tried anew, and given up after so many tries: a node that
   * is gone ends a run within 18 s.
   */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private static final int TRIES = 8;

  private final Vertx vertx;
  private final Team team;
  private final DeliveryOptions patience;
  private final SocketLines lines;
  private final Promise<Void> trouble = Promise.promise();
  private final String name = UUID.randomUUID().toString();

  private Live(Vertx vertx, LiveOptions options, Team team) {
    this.vertx = vertx;
    this.team = team;
    patience = new DeliveryOptions().setSendTimeout(options.limit().toMillis());
    lines = new SocketLines(vertx, team.host(), SILENCE);
    team.onLoss(trouble::tryFail);
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
    return run(job, values, options, watch, Team.alone());
  }

  /**
   * The same together with other JVMs: each runs its share of the dies, and afterwards holds their
   * results alone.
   *
   * @throws RankLostException if another has gone or could not go on
   */
  public static LiveOutcome run(
      Job job, Lanes values, LiveOptions options, Watch watch, Team team) {
    return run(job, Rounds.once(values), options, watch, team);
  }

  /** The same several times over, with other values; between two rounds nobody does anything. */
  public static LiveOutcome run(
      Job job, Rounds rounds, LiveOptions options, Watch watch, Team team) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    ExecutorService threads = threads(options.threads(), "vail-codec-");
    ExecutorService aside = threads(1, "vail-aside-");
    try (Pacer pacer = new Pacer()) {
      Live live = new Live(vertx, options, team);
      Wiring wiring = new Wiring(job.topology());
      Notes notes = new Notes(watch, options.faults(), wiring, live::after, SILENCE.toNanos());
      Plane plane =
          switch (options.transport()) {
            case SOCKET -> live.sockets(notes);
            case MEMORY -> new MemoryPlane(WINDOW, notes);
          };
      Stage stage =
          new Stage(
              live.name,
              job,
              wiring,
              rounds,
              plane,
              new Pace(options.dilation(), pacer),
              new Workers(threads, aside, live::after),
              notes,
              live::fail);
      return live.run(stage, notes);
    } finally {
      threads.shutdownNow();
      aside.shutdownNow();
      vertx.close().await();
    }
  }

  /**
   * What a run is worth: each JVM holds the outcomes of its own dies against those of the schedule
   * without codec, and all hear of all.
   *
   * @throws RankLostException if another has gone or could not go on
   */
  public static Certificate certificate(Lanes values, int dies, Team team) {
    Certificate own = values.certificate(die -> team.rank().has(die, dies));
    return team.rank().of() == 1
        ? own
        : Certificate.of(
            team.gather("certificate", own.words()).await().stream()
                .map(Certificate::parse)
                .toList());
  }

  /** All JVMs call a run as the first of them does. */
  private Plane sockets(Notes notes) {
    UUID own = UUID.randomUUID();
    String run =
        team.gather("run", String.valueOf(own.getLeastSignificantBits())).await().getFirst();
    return new LinkPlane(
        new Terms(Long.parseLong(run), WINDOW, MOST_BYTES, SILENCE.toNanos(), TRIES),
        new Ways(notes.over(lines), this::after, notes));
  }

  private void fail(Throwable why) {
    if (trouble.tryFail(why)) {
      team.fail(why);
    }
  }

  private void after(long nanos, Runnable task) {
    vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), _ -> task.run());
  }

  /** Threads for work; what comes when a run has ended is done by nobody. */
  private static ExecutorService threads(int count, String name) {
    return new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name(name, 0).factory(),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private LiveOutcome run(Stage stage, Notes notes) {
    int dies = stage.job().schedule().dies();
    List<Integer> own =
        IntStream.range(0, stage.wiring().nodes())
            .filter(node -> team.rank().has(node, dies))
            .boxed()
            .toList();
    List<NodeVerticle> nodes = own.stream().map(node -> new NodeVerticle(node, stage)).toList();
    await(
        Future.all(nodes.stream().map(vertx::deployVerticle).toList())
            .compose(_ -> findEachOther())
            .compose(_ -> tell(Step.LINK, own))
            .compose(_ -> team.gather("linked", "")));
    long nanos = 0;
    for (int round = 0; round < stage.rounds().count(); round++) {
      nanos += run(stage.rounds(), round, own);
    }
    long all = nanos;
    return await(
        tell(Step.SETTLE, own)
            .compose(_ -> team.gather("settled", ""))
            .compose(_ -> tell(Step.END, own))
            .compose(_ -> team.gather("ended", sum(all, nodes)))
            .map(words -> outcome(words, notes)));
  }

  /** Runs a round; the values of the next are made before, for no die waits for them later. */
  private long run(Rounds rounds, int round, List<Integer> own) {
    if (round + 1 < rounds.count()) {
      var _ = rounds.lanes(round + 1);
    }
    long nanos = await(timed(own));
    rounds.ended(round, nanos);
    return nanos;
  }

  /** Waits until something is done, or until there is trouble somewhere. */
  private <T> T await(Future<T> step) {
    Promise<T> end = Promise.promise();
    step.onSuccess(end::tryComplete).onFailure(this::fail);
    trouble.future().onFailure(end::tryFail);
    return end.future().await();
  }

  private Future<Void> findEachOther() {
    return team.rank().of() == 1
        ? Future.succeededFuture()
        : team.gather("places", lines.places())
            .compose(all -> {
              all.forEach(lines::place);
              return Future.succeededFuture();
            });
  }

  private Future<Long> timed(List<Integer> own) {
    long start = System.nanoTime();
    return tell(Step.GO, own)
        .compose(_ -> team.gather("done", ""))
        .map(_ -> System.nanoTime() - start);
  }

  private static String sum(long nanos, List<NodeVerticle> nodes) {
    return nanos + " " + nodes.stream().mapToLong(NodeVerticle::bytes).sum();
  }

  /** What the first took, and what all have carried. */
  private static LiveOutcome outcome(List<String> sums, Notes notes) {
    long nanos = Long.parseLong(sums.getFirst().split(" ", -1)[0]);
    long bytes = sums.stream().mapToLong(each -> Long.parseLong(each.split(" ", -1)[1])).sum();
    return new LiveOutcome(nanos, bytes, notes.planned(), notes.injected(), notes.recoveries());
  }

  private Future<Void> tell(Step step, List<Integer> nodes) {
    return Future.all(
            nodes.stream()
                .map(node -> vertx.eventBus().request(step.address(name, node), "", patience))
                .toList())
        .mapEmpty();
  }
}
