package vail.cli.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import vail.cli.UsageException;
import vail.json.JsonObject;
import vail.sim.event.Wiring;
import vail.sim.live.Watch;
import vail.sim.web.Desk;
import vail.sim.web.Meters;
import vail.sim.web.RunLog;

/** Answers a page by what {@code vail sim} does; what would take long is for the command line. */
public final class SimDesk implements Desk {
  private static final int MOST_DIES = 256;

  /** Dies times dies times sub-chunks: messages of the busiest schedules. */
  private static final long MOST_MESSAGES = 1 << 18;

  private static final int MOST_CHUNKS = 4096;
  private static final int MOST_LIVE_DIES = 64;
  private static final int MOST_LIVE_CHUNKS = 2;
  private static final long MOST_BYTES = 64L << 30;
  private static final long MOST_REAL_BYTES = 512 << 10;
  private static final long MOST_LIVE_BYTES = 128 << 10;
  private static final int MOST_BOOKS_DIES = 16;
  private static final long MOST_BOOKS_BYTES = 64 << 10;

  /** Recorded tensors of three kinds, for a book that is made of the first. */
  private static final List<String> DRIFT =
      List.of(
          "--dilation=0",
          "--data=sample:step00280/activations",
          "--drift=sample:step01000/activation_grads@6,sample:step01000/activations@12");

  private static final int LEAST_ROUNDS = 13;
  private static final int MOST_ROUNDS = 40;

  private final Meters meters;
  private Optional<JsonObject> health = Optional.empty();

  /** A desk whose runs are counted. */
  public SimDesk(Meters meters) {
    this.meters = meters;
  }

  /**
   * A kind of question.
   *
   * @param mode of the command
   * @param codec those that are compared
   * @param dies at most
   * @param bytes of each at most
   * @param chunks at most
   */
  private record Kind(String mode, String codec, int dies, long bytes, int chunks) {
    List<String> arguments(JsonObject question) {
      List<String> arguments = new ArrayList<>(Question.arguments(question, bytes, chunks));
      arguments.addAll(List.of("--mode", mode, "--codec", codec));
      if (question.find("rounds").isPresent()) {
        checkRounds(question.string("rounds"));
        arguments.addAll(DRIFT);
      }
      return arguments;
    }

    JsonObject limits() {
      return JsonObject.builder().put("bytes", bytes).put("chunks", chunks).build();
    }
  }

  private static final Kind EVENTS =
      new Kind("events", "none,single,three", MOST_DIES, MOST_BYTES, MOST_CHUNKS);
  private static final Kind CLOSED =
      new Kind("closed", "none,single,three", MOST_DIES, MOST_BYTES, MOST_CHUNKS);
  private static final Kind BYTES =
      new Kind("bytes", "single", MOST_DIES, MOST_REAL_BYTES, MOST_CHUNKS);
  private static final Kind BOOKS =
      new Kind("live", "single", MOST_BOOKS_DIES, MOST_BOOKS_BYTES, MOST_LIVE_CHUNKS);
  private static final Kind LIVE =
      new Kind("live", "single", MOST_LIVE_DIES, MOST_LIVE_BYTES, MOST_LIVE_CHUNKS);

  private static JsonObject limits() {
    return JsonObject.builder().put("live", LIVE.limits()).put("books", BOOKS.limits()).build();
  }

  @Override
  public JsonObject answer(String name, JsonObject question) {
    return switch (name) {
      case "choices" -> Choices.json(limits());
      case "simulate" -> ask(EVENTS, question, Audience.NOBODY, PageAnswer::simulated);
      case "what-if" -> whatIf(question);
      case "measure" -> ask(BYTES, question, Audience.NOBODY, PageAnswer::measured);
      default -> throw new UnknownQuestionException(name);
    };
  }

  /** Formulas answer at once; where there are none, runs do. */
  private static JsonObject whatIf(JsonObject question) {
    try {
      return ask(CLOSED, question, Audience.NOBODY, PageAnswer::whatIf);
    } catch (IllegalArgumentException e) {
      return ask(EVENTS, question, Audience.NOBODY, PageAnswer::whatIf);
    }
  }

  @Override
  public void run(JsonObject question, Consumer<JsonObject> events) {
    Audience audience =
        (job, pace) -> {
          Watch counted = new RunLog(job, meters.watch(new Wiring(job.topology())));
          return pace.campaign().isPresent()
              ? new DriftProgress(events, counted, pace.campaign().get())
              : new LiveProgress(events, counted, job, pace);
        };
    Kind kind = question.find("rounds").isPresent() ? BOOKS : LIVE;
    events.accept(ask(kind, question, audience, PageAnswer::lived));
  }

  /** Whether values come through the codec as they were; tried once. */
  @Override
  public synchronized JsonObject health() {
    if (health.isEmpty()) {
      JsonObject small =
          JsonObject.builder()
              .put("collective", "all_reduce")
              .put("topology", "ring:2")
              .put("size", "4KiB")
              .build();
      boolean holds = ask(BYTES, small, Audience.NOBODY, report -> report.findings().holds());
      health =
          Optional.of(
              JsonObject.builder()
                  .put("status", holds ? "up" : "the codec does not give back what it got")
                  .build());
    }
    return health.get();
  }

  private static <T> T ask(
      Kind kind, JsonObject question, Audience audience, Function<Report, T> then) {
    try {
      return Asking.ask(kind.arguments(question), setup -> check(kind, setup), audience, then);
    } catch (ParameterException | TypeConversionException | UsageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkRounds(String rounds) {
    int count = rounds.matches("[0-9]{1,3}") ? Integer.parseInt(rounds) : 0;
    if (count < LEAST_ROUNDS || count > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "rounds: %d to %d are accepted, not '%s'".formatted(LEAST_ROUNDS, MOST_ROUNDS, rounds));
    }
  }

  private static void check(Kind kind, Setup setup) {
    long dies = setup.dies();
    if (dies > kind.dies || dies * dies * setup.lanes() > MOST_MESSAGES) {
      throw new IllegalArgumentException(
          "%d dies with %d sub-chunks are too many for this page; ./vail sim runs more"
              .formatted(dies, setup.lanes()));
    }
  }
}
