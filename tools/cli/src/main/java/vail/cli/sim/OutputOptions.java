package vail.cli.sim;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vail.cli.BadInputException;
import vail.cli.Place;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.json.JsonObject;
import vail.json.JsonReader;

/** What is written, and where. */
final class OutputOptions {
  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the table as CSV.")
  private Optional<Place> csv = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write one page with the answer, pictures and all numbers.")
  private Optional<Place> html = Optional.empty();

  @Option(
      names = "--sensitivity",
      description = "Say which input moves the time of the largest size's fastest codec most.")
  private boolean sensitivity;

  @Option(
      names = "--diff",
      paramLabel = "FILE",
      description = "Say what is different from an earlier call, of which this is the --json.")
  private Optional<Place> earlier = Optional.empty();

  @Mixin private TraceOptions trace;

  boolean wantsSensitivity() {
    return sensitivity;
  }

  /** Whether one JSON document is wanted; refuses all else but the table. */
  boolean wantsOnlyJson(String option) {
    if (csv.isPresent() || html.isPresent() || sensitivity || earlier.isPresent()) {
      throw new UsageException(option + ": prints a table or --json");
    }
    return json;
  }

  /** Refuses what cannot be, before anything is run. */
  void check(boolean runs) {
    if (Stream.of(json, isHere(csv), isHere(html), trace.isHere()).filter(here -> here).count()
        > 1) {
      throw new UsageException(
          "of --json, --csv -, --html - and --trace - one can have standard output");
    }
    if (trace.isWanted() && !runs) {
      throw new UsageException(
          "--trace: only the modes events and bytes, and live with --rounds, run what could be traced");
    }
  }

  /** What an earlier call has found, where it was named. */
  Optional<JsonObject> earlier(Shell shell) throws IOException {
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    Place place = earlier.get();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = place.bytes(shell, arena);
      return Optional.of(
          BadInputException.naming(
              place.toString(), () -> JsonReport.checked(JsonReader.read(text))));
    }
  }

  /** How the earlier call is called. */
  String earlierName() {
    return earlier.map(Place::toString).orElse("");
  }

  void write(Shell shell, Report report) throws IOException {
    if (trace.isWanted()) {
      trace.write(shell, report);
    }
    if (csv.isPresent()) {
      String table = CsvReport.of(report.findings());
      csv.get().write(shell, table.getBytes(StandardCharsets.UTF_8));
    }
    if (html.isPresent()) {
      html.get().write(shell, SimPage.of(report).getBytes(StandardCharsets.UTF_8));
    }
    if (json) {
      shell.print(JsonReport.of(report));
    } else if (!isHere(csv) && !isHere(html) && !trace.isHere()) {
      shell.print(TextTable.of(report.findings()) + Foot.of(report));
    }
  }

  private static boolean isHere(Optional<Place> place) {
    return place.filter(Place.Standard.class::isInstance).isPresent();
  }
}
