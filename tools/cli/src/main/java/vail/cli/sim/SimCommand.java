package vail.cli.sim;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vail.backend.Backend;
import vail.cli.ByteSize;
import vail.cli.Exit;
import vail.cli.Names;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.ThreadsOption;
import vail.cli.UsageException;
import vail.json.JsonObject;
import vail.sim.net.Topology;
import vail.sim.plan.Collective;
import vail.sim.team.Team;

/** Says how long a collective takes with and without compression. */
@Command(
    name = "sim",
    description = {
      "Say how long a collective takes without compression, with a codebook fixed before, and with"
          + " one made for each chunk.",
      "",
      "The columns are those of nccl-tests, with ours to the right. Sizes are those of each die's"
          + " data; speeds are one way."
    },
    footer = {
      "",
      "Columns to the right of those of nccl-tests:",
      "  ratio     bytes of messages to those of their values",
      "  wireB     bytes on all links, headers and flits included",
      "  wirebw    GB/s on the link that is busy longest",
      "  enc, dec  microseconds that encoders and decoders of the busiest die work",
      "  exposed   microseconds that the codec adds to what the same messages take without its"
          + " time; less than 0 where it happens to keep messages out of each other's way",
      "  vs-none, vs-3stage  times faster than without codec, and than three stages",
      "  bound     what is busy longest and more than half the time, a link or a unit of the codec;"
          + " or the chain of steps that wait for each other, where nothing is"
    })
public final class SimCommand implements Callable<Integer> {
  private static final int MOST_CHUNKS = 1 << 16;
  private static final ByteSize MOST = new ByteSize(1L << 30);
  private static final ByteSize MOST_BYTES = new ByteSize(4L << 20);
  private static final ByteSize MOST_LIVE = new ByteSize(1L << 20);

  private final Shell shell;
  private final Audience audience;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COLLECTIVE",
      description =
          "all_reduce, reduce_scatter, all_gather, all_to_all, broadcast, reduce, sendrecv.")
  private Collective collective = Collective.ALL_REDUCE;

  @Option(
      names = "--mode",
      defaultValue = "events",
      description =
          "closed: formulas only; events: a run, message by message; bytes: the same, with real"
              + " values through the real codec at every hop; live: the same by dies that really"
              + " run, beside the model; bound: what no all_gather"
              + " of the same sub-chunks in equal steps beats, one a link and step, without the"
              + " codec's time; cuts of other sizes may be faster (default: events).")
  private Mode mode = Mode.EVENTS;

  @Option(
      names = "--chunks",
      paramLabel = "P",
      defaultValue = "16",
      description = "Sub-chunks of each piece, which follow each other (default: 16).")
  private int lanes;

  @Mixin private ThreadsOption threads;
  @Mixin private SizeOptions sizes;
  @Mixin private TestOptions test;
  @Mixin private NetworkOptions network;
  @Mixin private AlgorithmOptions algorithms;
  @Mixin private CodecOptions codecs;
  @Mixin private DataOptions data;
  @Mixin private DieOptions dies;

  @Mixin private EnergyOptions energy;
  @Mixin private OutputOptions outputs;

  /** A command of this shell. */
  public SimCommand(Shell shell) {
    this.shell = shell;
    audience = (job, pace) -> dies.tell(job, pace, shell.err()::println);
  }

  /** A command whose live runs are looked at. */
  SimCommand(Shell shell, Audience audience) {
    this.shell = shell;
    this.audience = audience;
  }

  @Override
  public Integer call() throws IOException {
    outputs.check(mode == Mode.EVENTS || mode == Mode.BYTES || dies.hasRounds());
    Optional<JsonObject> earlier = outputs.earlier(shell);
    if (dies.compared().isPresent()) {
      return compare(dies.compared().get()).code();
    }
    return with(ways -> {
      Report report = report(ways, earlier);
      outputs.write(shell, report);
      return (report.findings().holds() ? Exit.DONE : Exit.CHECK_FAILED).code();
    });
  }

  /** Checks what was asked for, and opens what it wants for as long as somebody uses it. */
  <T> T with(Ways.Use<T> use) throws IOException {
    check();
    if (!mode.movesBytes()) {
      return use.of(new Ways(this::measurer, this::measurer, MOST));
    }
    try (Backend backend = data.open();
        Team team = mode == Mode.LIVE ? dies.team(shell.err()::println) : Team.alone()) {
      Material material = dies.over(data.material(sizes.type(), backend), data);
      Function<Setup, Measurer> model =
          setup ->
              new EventMeasurer(
                  setup, threads.threads(), new RealJobs(setup, material, threads.threads()));
      return use.of(
          mode == Mode.BYTES
              ? new Ways(model, model, MOST_BYTES)
              : new Ways(live(material, team), model, MOST_LIVE));
    }
  }

  private void check() {
    UnreadOptions.check(spec.commandLine().getParseResult(), mode);
    test.check(mode);
    int _ = threads.threads();
    if (lanes < 1 || lanes > MOST_CHUNKS) {
      throw new UsageException(
          "--chunks: 1 to %d are accepted, not %d".formatted(MOST_CHUNKS, lanes));
    }
  }

  private Function<Setup, LiveMeasurer> live(Material material, Team team) {
    return setup ->
        new LiveMeasurer(setup, material, new Crew(dies, team, threads.threads(), audience));
  }

  private Exit compare(Comparer.Scope scope) throws IOException {
    check();
    boolean json = outputs.wantsOnlyJson("--compare");
    try (Backend backend = data.open()) {
      Material material = data.material(sizes.type(), backend);
      Function<Setup, LiveMeasurer> runner = live(material, Team.alone());
      return new Comparer(setup(), runner, codecs.policies(), sizes.sizes(MOST_LIVE))
          .print(scope, shell, json);
    }
  }

  /** Finds the answers, and what is said besides. */
  Report report(Ways ways, Optional<JsonObject> earlier) throws IOException {
    Findings findings = find(ways.asked(), sizes.sizes(ways.largest()));
    return new Report(
        findings,
        ways.model(),
        outputs.wantsSensitivity()
            ? Optional.of(Sensitivity.of(findings, ways.model()))
            : Optional.empty(),
        earlier.map(
            before -> Difference.of(outputs.earlierName(), before, JsonReport.of(findings))));
  }

  private Measurer measurer(Setup setup) {
    return switch (mode) {
      case CLOSED -> Measurer.closed(setup);
      case EVENTS, BYTES, LIVE -> Measurer.events(setup, threads.threads());
      case BOUND -> Measurer.bound(setup);
    };
  }

  private Findings find(Function<Setup, ? extends Measurer> way, List<Long> asked)
      throws IOException {
    Setup setup = setup();
    Effort.of(setup, mode).ifPresent(shell.err()::println);
    Measurer measurer = way.apply(setup);
    Set<Policy> policies =
        mode == Mode.CLOSED
            ? codecs.policies(policy -> Measurer.isClosed(setup, policy, asked.getFirst()))
            : codecs.policies();
    SortedMap<Long, List<Row>> bySize;
    try (Progress progress = progress(policies.size() * asked.size())) {
      bySize = measurer.answers(policies, asked, () -> progress.accept(1));
    } catch (ArithmeticException e) {
      throw new UsageException("times beyond 106 days cannot be counted: ask for fewer bytes", e);
    }
    return new Findings(
        setup,
        Names.of(mode),
        Names.of(sizes.type()),
        test.operation(),
        energy.energy(network.preset()),
        values(),
        bySize);
  }

  /** Live dies speak for themselves. */
  private Progress progress(int rows) {
    return mode == Mode.LIVE
        ? Progress.silent()
        : shell.steps("simulating " + Names.of(collective), rows);
  }

  /** What was moved, where anything was. */
  private Optional<JsonObject> values() {
    return switch (mode) {
      case BYTES -> Optional.of(data.words());
      case LIVE -> Optional.of(dies.words(data.words()));
      case CLOSED, EVENTS, BOUND -> Optional.empty();
    };
  }

  /** What is asked about. */
  Setup setup() throws IOException {
    Topology topology = network.topology();
    return new Setup(
        collective,
        algorithms.algorithm(collective, topology),
        topology,
        network.relay(),
        codecs.die(),
        codecs.coding(),
        sizes.elementBytes(),
        lanes);
  }
}
