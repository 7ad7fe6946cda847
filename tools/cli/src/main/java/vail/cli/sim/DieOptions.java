package vail.cli.sim;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.json.JsonObject;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.inject.Injection;
import vail.sim.inject.Phase;
import vail.sim.inject.Plan;
import vail.sim.live.LiveOptions.Transport;
import vail.sim.live.Watch;
import vail.sim.team.Team;

/** How dies that really run are run. */
final class DieOptions {
  /** Operations, and time, that one would wonder about if nothing were said. */
  private static final long MANY = 100_000;

  private static final long LONG_NANOS = 3_000_000_000L;
  private static final double NANOS_A_SECOND = 1e9;

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      description =
          "--mode live: socket, a connection for each link, or memory, references within one JVM"
              + " (default: socket).")
  private Optional<Transport> transport = Optional.empty();

  @Option(
      names = "--dilation",
      paramLabel = "N",
      description =
          "--mode live: how many times slower than the modelled ones links and codecs are, so that"
              + " this computer's own time hardly counts; 0 holds nothing back and measures this"
              + " computer (default: as slow as need be).")
  private Optional<Long> dilation = Optional.empty();

  @Option(
      names = "--faults",
      paramLabel = "PLAN",
      description =
          "--mode live: what is done to links on purpose, KIND@LINK:PHASE:NUMBER and so on after"
              + " commas, or a number, the seed of such a plan. Kinds: drop, duplicate, reorder,"
              + " delay, flip-payload, flip-header, flip-check, truncate, partition, stall, crash,"
              + " stale-book; the last two end the run. Links are numbered node by node, and port by"
              + " port. Phases: idle, encode, transfer, decode, shutdown, and with --rounds refresh-prepare and"
              + " refresh-commit (default: transfer:0, its first parcel).")
  private Optional<String> faults = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "WHAT",
      description =
          "--mode live: run all algorithms of the collective (algorithms), or of all of them"
              + " (collectives), and hold each against a model that is told by probes between two"
              + " dies what messages cost this computer.")
  private Optional<Comparer.Scope> compared = Optional.empty();

  @Mixin private TeamOptions team;

  @Mixin private RoundOptions rounds;

  /**
   * Says that a run begins, where it takes a while or several processes wait for it, and what
   * befalls its links.
   */
  Watch tell(Job job, Audience.Pace pace, Consumer<String> voice) {
    long operations = job.schedule().operations() * job.shares().lanes();
    String speed =
        pace.dilation() == 0
            ? dilation.equals(Optional.of(0L))
                ? "as fast as it goes"
                : "to see how fast this computer is"
            : "slowed down %d times, %.1f s"
                .formatted(pace.dilation(), pace.expectedNanos() / NANOS_A_SECOND);
    if (team.given() || operations > MANY || pace.expectedNanos() > LONG_NANOS) {
      voice.accept(
          "vail sim: %s%d operations of %d dies, %s"
              .formatted(
                  team.name().map("rank %s, "::formatted).orElse(""),
                  operations,
                  job.schedule().dies(),
                  speed));
    }
    return new FaultsTold(new Wiring(job.topology()), voice);
  }

  /** The processes that run the dies, all of which are there. */
  Team team(Consumer<String> voice) throws IOException {
    if (team.given() && transport() == Transport.MEMORY) {
      throw new UsageException("--rank: only --transport socket reaches another process");
    }
    return team.meet(voice);
  }

  /** What is to be compared with the model, if anything. */
  Optional<Comparer.Scope> compared() {
    if (compared.isPresent() && (faults.isPresent() || team.given() || rounds.given())) {
      throw new UsageException("--compare: the model knows of no --faults, --rank and --rounds");
    }
    return compared;
  }

  /** Whether several rounds are wanted. */
  boolean hasRounds() {
    return rounds.given();
  }

  /** The same material, for several rounds if they are wanted. */
  Material over(Material once, DataOptions data) throws IOException {
    return rounds.over(once, data);
  }

  /** What is done to links of a wiring. */
  Plan faults(Wiring wiring) {
    if (faults.isPresent() && transport() == Transport.MEMORY) {
      throw new UsageException("--faults: only --transport socket has links that may fail");
    }
    try {
      Plan plan = faults.map(text -> plan(text, wiring)).orElse(Plan.NONE);
      plan.check(wiring);
      checkPhases(plan);
      return plan;
    } catch (IllegalArgumentException e) {
      throw new UsageException("--faults: " + e.getMessage());
    }
  }

  private void checkPhases(Plan plan) {
    for (Injection each : plan.injections()) {
      if (!phases().contains(each.phase())) {
        throw new UsageException("--faults %s: only --rounds refreshes books".formatted(each));
      }
    }
  }

  private List<Phase> phases() {
    return rounds.given() ? List.of(Phase.values()) : Phase.WITHOUT_REFRESH;
  }

  private Plan plan(String text, Wiring wiring) {
    return text.matches("\\d{1,18}")
        ? Plan.of(Long.parseLong(text), wiring, phases())
        : Plan.parse(text);
  }

  Transport transport() {
    return transport.orElse(Transport.SOCKET);
  }

  Optional<Long> dilation() {
    if (dilation.filter(given -> given < 0).isPresent()) {
      throw new UsageException("--dilation: 0 or more is accepted, not " + dilation.get());
    }
    return dilation;
  }

  /** Adds what decides a run to what decides the bytes. */
  JsonObject words(JsonObject values) {
    JsonObject.Builder all = JsonObject.builder();
    values.fields().forEach(all::put);
    all.put("transport", Names.of(transport()))
        .put("dilation", dilation.map(String::valueOf).orElse("as need be"));
    faults.ifPresent(text -> all.put("faults", text));
    rounds.add(all);
    return all.build();
  }
}
