package vail.cli.sim;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;
import vail.cli.BadInputException;
import vail.cli.UsageException;
import vail.sim.net.Clock;
import vail.sim.net.Flit;
import vail.sim.net.Graph;
import vail.sim.net.GraphFile;
import vail.sim.net.Grid;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Preset;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.net.Topology;

/** Dies and the links between them. */
final class NetworkOptions {
  private static final int DEFAULT_DIES = 8;
  private static final Rate DEFAULT_RATE = Rate.ofGigabytes(100);
  private static final Span DEFAULT_LATENCY = new Span(1_000_000);

  enum Compat {
    NONE,
    ASTRA
  }

  enum Flits {
    NONE,
    UCIE
  }

  @Option(names = "--dies", paramLabel = "N", description = "Dies (default: 8 in a ring).")
  private Optional<Integer> dies = Optional.empty();

  @Option(
      names = "--topology",
      paramLabel = "NAME",
      description =
          "ring:8 (links go one way), biring:8, mesh:4x4, torus:4x4x4, switch:16, full:16, or a"
              + " product of them like full:8,switch:4, or a JSON file.")
  private Optional<String> topology = Optional.empty();

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "A known kind of link, one way; an unknown name lists all.")
  private Optional<String> preset = Optional.empty();

  @Option(
      names = "--link-rate",
      paramLabel = "RATE",
      split = ",",
      converter = Speed.Converter.class,
      description = "One way, for all axes or one an axis (default: 100GB/s).")
  private List<Speed> rates = List.of();

  @Option(
      names = "--link-latency",
      paramLabel = "TIME",
      split = ",",
      converter = Span.Converter.class,
      description = "For all axes or one an axis (default: 1us).")
  private List<Span> latencies = List.of();

  @Option(
      names = "--flit",
      paramLabel = "KIND",
      defaultValue = "none",
      description = "Padding to flits: none, or ucie, 236 of 256 bytes (default: none).")
  private Flits flits = Flits.NONE;

  @Option(
      names = "--relay",
      paramLabel = "KIND",
      defaultValue = "store_and_forward",
      description = "What a node does that is on the way: store_and_forward or cut_through.")
  private Relay relay = Relay.STORE_AND_FORWARD;

  @Option(
      names = "--compat",
      paramLabel = "NAME",
      defaultValue = "none",
      description =
          "Units of another simulator: astra counts whole nanoseconds, rounded down, and"
              + " takes GB/s as 2^30 bytes a second.")
  private Compat compat = Compat.NONE;

  Relay relay() {
    return relay;
  }

  Optional<Preset> preset() {
    return preset.map(name ->
        Preset.find(name)
            .orElseThrow(() ->
                new UsageException(
                    "--preset: '%s' is not known; accepted are %s".formatted(name, presets()))));
  }

  static String presets() {
    return Preset.all().stream().map(Preset::name).collect(Collectors.joining(", "));
  }

  /** The topology that was asked for. */
  Topology topology() throws IOException {
    if (dies.filter(count -> count < 1 || count > Grids.MOST_DIES).isPresent()) {
      throw new UsageException(
          "--dies: 1 to %d are accepted, not %d".formatted(Grids.MOST_DIES, dies.get()));
    }
    String name = topology.orElseGet(() -> "ring:" + dies.orElse(DEFAULT_DIES));
    boolean isFile = Files.isRegularFile(Path.of(name));
    if (!isFile && (name.contains("/") || name.endsWith(".json"))) {
      throw new UsageException("--topology: there is no file " + name);
    }
    Topology found = isFile ? graph(name) : grid(name);
    if (dies.isPresent() && dies.get() != found.dies()) {
      throw new UsageException(
          "--dies %d does not fit --topology %s of %d dies"
              .formatted(dies.get(), name, found.dies()));
    }
    return found;
  }

  private Grid grid(String name) {
    try {
      return Grids.parse(name, links());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--topology: " + e.getMessage());
    }
  }

  private Graph graph(String name) throws IOException {
    MemorySegment text = MemorySegment.ofArray(Files.readAllBytes(Path.of(name)));
    return BadInputException.naming(
        name,
        () -> GraphFile.read(Path.of(name).getFileName().toString(), text, links().getFirst()));
  }

  private List<Link> links() {
    List<Rate> given =
        rates.isEmpty() ? List.of(defaultRate()) : rates.stream().map(this::rate).toList();
    List<Span> waits = latencies.isEmpty() ? List.of(defaultLatency()) : latencies;
    int count = Math.max(given.size(), waits.size());
    if (Math.min(given.size(), waits.size()) > 1 && given.size() != waits.size()) {
      throw new UsageException("--link-rate and --link-latency have different numbers of axes");
    }
    return IntStream.range(0, count)
        .mapToObj(i -> link(given.get(i % given.size()), waits.get(i % waits.size())))
        .toList();
  }

  private Rate rate(Speed speed) {
    return compat == Compat.ASTRA ? speed.binary() : speed.rate();
  }

  private Link link(Rate rate, Span latency) {
    return new Link(
        rate,
        latency.picoseconds(),
        flits == Flits.UCIE ? Flit.UCIE : Flit.NONE,
        compat == Compat.ASTRA ? Clock.TRUNCATED_NANOSECONDS : Clock.PICOSECONDS);
  }

  private Rate defaultRate() {
    return preset().map(Preset::rate).orElse(DEFAULT_RATE);
  }

  private Span defaultLatency() {
    if (preset().isEmpty()) {
      return DEFAULT_LATENCY;
    }
    return new Span(
        preset()
            .get()
            .latency()
            .orElseThrow(() ->
                new UsageException(
                    "--link-latency: nobody says what it is for --preset " + preset.get())));
  }
}
