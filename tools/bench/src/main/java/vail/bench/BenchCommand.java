package vail.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vail.bench.codec.Contender;
import vail.bench.codec.OurBackends;
import vail.bench.codec.Peers;
import vail.bench.data.Plane;
import vail.bench.data.Recordings;
import vail.bench.measure.Clock;
import vail.bench.measure.Deadline;
import vail.bench.measure.Findings;
import vail.bench.measure.Machine;
import vail.bench.measure.Pace;
import vail.bench.measure.Programme;
import vail.bench.report.FrontPageTable;
import vail.bench.report.HtmlReport;
import vail.bench.report.JsonReport;
import vail.bench.report.TextReport;
import vail.cli.BenchElsewhere;
import vail.cli.Exit;
import vail.cli.MarkedText;
import vail.cli.Place;
import vail.cli.Samples;
import vail.cli.Shell;
import vail.cli.UsageException;

/** Times every backend beside its peers. */
@Command(
    name = BenchElsewhere.NAME,
    description = {
      BenchElsewhere.DESCRIPTION,
      "",
      "Books are those of step 280, symbols those of step 1000. Every figure is of round trips that"
          + " were checked. Exit code 1: somebody did not restore what it was given."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final long QUICK_NANOS = TimeUnit.SECONDS.toNanos(26);
  private static final long THOROUGH_NANOS = TimeUnit.MINUTES.toNanos(8);

  private final Shell shell;

  @Option(names = "--quick", description = "End within 45 seconds: two planes, in cache.")
  private boolean quick;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Recordings to code (default: the small sample that comes along).")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write one picture.")
  private Optional<Place> svg = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Write one page with pictures.")
  private Optional<Place> html = Optional.empty();

  @Option(
      names = "--readme",
      hidden = true,
      description = "Rewrite the table of speeds between its two marks in a markdown file.")
  private Optional<Path> readme = Optional.empty();

  /** A command of this shell. */
  public BenchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (json && (isStandard(html) || isStandard(svg))) {
      throw new UsageException("--json and another option both want standard output");
    }
    Deadline deadline = Deadline.in(Clock.wall(), quick ? QUICK_NANOS : THOROUGH_NANOS);
    Findings findings = measure(deadline);
    write(findings);
    if (json) {
      shell.print(JsonReport.of(findings));
    } else {
      shell.print(TextReport.of(findings));
    }
    return (findings.failures().isEmpty() ? Exit.DONE : Exit.CHECK_FAILED).code();
  }

  private static boolean isStandard(Optional<Place> place) {
    return place.filter(Place.Standard.class::isInstance).isPresent();
  }

  private Findings measure(Deadline deadline) throws IOException {
    if (data.isPresent()) {
      return measure(new Recordings(data.get()), "Recorded tensors of --data.", deadline);
    }
    try (Samples samples = Samples.unpack()) {
      return measure(
          new Recordings(samples.folder()),
          "Recorded tensors: the small sample that comes along.",
          deadline);
    }
  }

  private Findings measure(Recordings recordings, String origin, Deadline deadline)
      throws IOException {
    List<Plane> planes = recordings.planes();
    Plane tensor =
        recordings
            .tensor()
            .orElseThrow(
                () -> new UsageException("--data: there are no weights of steps 280 and 1000"));
    try (OurBackends ours = new OurBackends()) {
      List<Contender.Ready> ready = new ArrayList<>();
      List<Contender.Absent> absent = new ArrayList<>();
      List<Contender> all = new ArrayList<>(ours.contenders());
      all.addAll(Peers.contenders(ours.planes()));
      for (Contender contender : all) {
        switch (contender) {
          case Contender.Ready one -> ready.add(one);
          case Contender.Absent one -> absent.add(one);
        }
      }
      Machine machine = Machine.here();
      Programme programme = new Programme(ready, quick ? Pace.QUICK : Pace.THOROUGH, this::tell);
      if (quick) {
        programme.quick(planes, tensor, machine.cores(), deadline);
      } else {
        programme.thorough(planes, tensor, machine.cores(), deadline);
      }
      return programme.findings(machine, origin, absent);
    }
  }

  private void tell(String news) {
    if (shell.terminal().error()) {
      shell.err().println("bench: " + news);
    }
  }

  private void write(Findings findings) throws IOException {
    if (svg.isPresent()) {
      write(svg.get(), HtmlReport.chart(findings));
    }
    if (html.isPresent()) {
      write(html.get(), HtmlReport.of(findings));
    }
    if (readme.isPresent()) {
      String before = Files.readString(readme.get());
      String table = FrontPageTable.of(findings);
      write(new Place.File(readme.get()), MarkedText.replace("--readme", before, "speed", table));
    }
  }

  private void write(Place target, String text) throws IOException {
    target.write(shell, text.getBytes(StandardCharsets.UTF_8));
  }
}
