package vail.cli.sim;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import vail.cli.UsageException;
import vail.json.JsonObject;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Edition;
import vail.sim.live.Upkeep;

/** The same collective over and over, with a book that dies change while they run. */
final class RoundOptions {
  private static final int MOST = 10_000;

  /** Excess bits a symbol that ring the alarm, if nobody says how many. */
  private static final double ALARM = 0.15;

  /** Of the alarm: drift is over when there is less. */
  private static final double CALM = 0.7;

  private static final int IN_A_ROW = 2;
  private static final int TRIAL = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern CHANGE = Pattern.compile("(.+)@(\\d{1,5})");

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "--mode live: so many collectives in a row, with one book for the codec single that is"
              + " changed while dies run: they report what they send, and when the values have"
              + " drifted, a new book is trained aside, shipped to all dies, and used once all"
              + " have it. The old one comes back if it is better on what follows. The first book"
              + " is that of --books, or made of the first values. Other codecs run once.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--drift",
      paramLabel = "FILE[:TENSOR]@ROUND",
      split = ",",
      description =
          "--rounds: other values from a round on, counted from 0; names are those of --data.")
  private List<String> changes = List.of();

  @Option(
      names = "--drift-alarm",
      paramLabel = "BITS",
      description =
          "--rounds: excess bits a symbol over the entropy that, two rounds in a row, ring the"
              + " alarm (default: 0.15).")
  private Optional<Double> alarm = Optional.empty();

  boolean given() {
    return rounds.isPresent() || !changes.isEmpty() || alarm.isPresent();
  }

  /**
   * The same material, for several rounds if they are wanted.
   *
   * @param data may name the first book, which else is made of the first values
   */
  Material over(Material once, DataOptions data) throws IOException {
    if (rounds.isEmpty()) {
      if (given()) {
        throw new UsageException("--drift and --drift-alarm: --rounds says how many there are");
      }
      return once;
    }
    if (rounds.get() < 1 || rounds.get() > MOST) {
      throw new UsageException(
          "--rounds: 1 to %d are accepted, not %d".formatted(MOST, rounds.get()));
    }
    Edition first =
        data.book(once.type())
            .map(book -> new Edition(0, book))
            .orElseGet(() -> Edition.first(once.type(), once.vectors()));
    Campaign campaign = new Campaign(rounds.get(), values(once), first, limits());
    Coder coder = once.coder().with(first.alone());
    return new Material(once.type(), once.vectors(), coder, Optional.of(campaign));
  }

  private Upkeep.Limits limits() {
    double bits = alarm.orElse(ALARM);
    if (!(bits > 0)) {
      throw new UsageException("--drift-alarm: more than 0 is accepted, not " + bits);
    }
    return new Upkeep.Limits(bits, CALM * bits, IN_A_ROW, TRIAL, PATIENCE);
  }

  private NavigableMap<Integer, Campaign.Values> values(Material once) throws IOException {
    NavigableMap<Integer, Campaign.Values> values = new TreeMap<>();
    values.put(0, new Campaign.Values("as it began", once.vectors()));
    for (String change : changes) {
      Matcher parts = CHANGE.matcher(change);
      if (!parts.matches()) {
        throw new UsageException(
            "--drift '%s': FILE[:TENSOR]@ROUND is accepted, like other.safetensors@8"
                .formatted(change));
      }
      int round = Integer.parseInt(parts.group(2));
      if (round < 1 || round >= rounds.orElse(0)) {
        throw new UsageException(
            "--drift %s: rounds 1 to %d follow the first".formatted(change, rounds.orElse(0) - 1));
      }
      String name = parts.group(1);
      values.put(
          round, new Campaign.Values(name, RecordedVectors.read("--drift", name, once.type())));
    }
    return values;
  }

  /** Adds what decides a run. */
  void add(JsonObject.Builder words) {
    rounds.ifPresent(
        count -> words.put("rounds", count).put("driftAlarmBits", alarm.orElse(ALARM)));
    if (!changes.isEmpty()) {
      words.put("drift", String.join(",", changes));
    }
  }
}
