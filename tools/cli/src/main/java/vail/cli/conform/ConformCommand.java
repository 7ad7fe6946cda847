package vail.cli.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vail.cli.AbsentException;
import vail.cli.BadInputException;
import vail.cli.Exit;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.conform.Conformance;
import vail.conform.DamagedSuiteException;
import vail.conform.Setup;
import vail.conform.dut.AbsentBackendException;
import vail.conform.dut.DutAddress;
import vail.conform.dut.Patience;
import vail.conform.dut.Reach;
import vail.conform.judge.KnownFailures;
import vail.conform.report.HtmlReport;
import vail.conform.report.JunitXml;
import vail.conform.report.Run;
import vail.conform.report.RunFile;
import vail.conform.report.Summary;
import vail.conform.vector.Level;

/** Judges an implementation of the format. */
@Command(
    name = "conform",
    description = {
      "Judge an implementation of the format: a backend, a program that speaks the protocol of"
          + " conformance/protocol.md, a library with the functions of core/spec/vail.h.",
      "",
      "Exit codes: 0 all that was asked is right, 1 something is not, 2 usage, 3 the implementation"
          + " cannot be asked, 4 it is absent or the vectors are damaged, 5 input/output."
    })
public final class ConformCommand implements Callable<Integer> {
  private static final String SEED = "(0x)?[0-9a-fA-F]{1,16}";

  private final Shell shell;

  @Option(
      names = "--dut",
      required = true,
      paramLabel = "KIND:TARGET",
      description =
          "Whom to judge: java:BACKEND, 'process:COMMAND ARGUMENTS', cabi:LIBRARY, tcp:HOST:PORT"
              + " or files:FOLDER.")
  private String dut;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "How much is asked: smoke, core, fresh or extended (default: core).")
  private Level level = Level.CORE;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description = "Order of the questions, and the fresh ones (default: a new one; printed).")
  private Optional<String> seed = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Ask these vectors only; * stands for any text. May come several times.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--known-failures",
      paramLabel = "FILE",
      description = "Lines 'ID STATE' that are no news; one that passes is.")
  private Optional<Path> known = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit's XML.")
  private Optional<Place> junit = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Write one page for people.")
  private Optional<Place> html = Optional.empty();

  @Option(
      names = "--ndjson",
      paramLabel = "FILE",
      description = "Write a line of JSON a vector, for --against and for programs.")
  private Optional<Place> ndjson = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "Show an earlier run (--ndjson) beside this one on the page.")
  private List<Path> against = new ArrayList<>();

  @Mixin private WayOptions way;

  /** A command of this shell. */
  public ConformCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    checkOutputs();
    List<Run> before = new ArrayList<>();
    for (Path file : against) {
      before.add(BadInputException.naming(file.toString(), () -> RunFile.read(file)));
    }
    try {
      Run run = judge(setup());
      write(run, before);
      return exit(run).code();
    } catch (AbsentBackendException e) {
      throw new AbsentException("backend " + e.backend(), String.valueOf(e.getMessage()));
    } catch (DamagedSuiteException e) {
      shell.err().println("vail: " + e.getMessage());
      return Exit.ABSENT.code();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private void checkOutputs() {
    long standard =
        List.of(junit, html, ndjson).stream()
            .filter(place -> place.filter(Place.Standard.class::isInstance).isPresent())
            .count();
    if (standard + (json ? 1 : 0) > 1) {
      throw new UsageException("only one of --json, --junit -, --html - and --ndjson - fits");
    }
  }

  private Setup setup() throws IOException {
    return new Setup(
        DutAddress.of(dut),
        level,
        way.shard(),
        seed(),
        only,
        known.isPresent() ? KnownFailures.read(known.get()) : KnownFailures.NONE,
        new Patience(way.timeScale()),
        way.allowRemote() ? Reach.REMOTE : Reach.LOOPBACK);
  }

  private long seed() {
    if (seed.isEmpty()) {
      return new SecureRandom().nextLong();
    }
    if (!seed.get().matches(SEED)) {
      throw new UsageException("--seed wants up to 16 hexadecimal digits, not " + seed.get());
    }
    return Long.parseUnsignedLong(seed.get().replaceFirst("0x", ""), 16);
  }

  private Run judge(Setup setup) throws AbsentBackendException, IOException {
    List<Progress> bar = new ArrayList<>();
    try {
      return Conformance.judge(
          setup,
          total -> {
            bar.add(shell.progress("judging " + dut, total));
            return bar.getFirst()::accept;
          });
    } finally {
      bar.forEach(Progress::close);
    }
  }

  private void write(Run run, List<Run> before) throws IOException {
    write(ndjson, RunFile.text(run));
    write(junit, JunitXml.text(run));
    write(html, HtmlReport.of(run, before));
    if (json) {
      shell.print(Summary.json(run));
    } else if (run.recorded()) {
      shell.println("The requests are written; when the replies are there:");
      shell.println(run.reproduction(""));
    } else if (!printed()) {
      shell.print(Summary.text(run));
    }
  }

  private boolean printed() {
    return List.of(junit, html, ndjson).stream()
        .anyMatch(place -> place.filter(Place.Standard.class::isInstance).isPresent());
  }

  private void write(Optional<Place> place, String text) throws IOException {
    if (place.isPresent()) {
      place.get().write(shell, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Exit exit(Run run) {
    if (run.recorded()) {
      return Exit.DONE;
    }
    return switch (run.verdict()) {
      case PASS -> Exit.DONE;
      case FAIL -> Exit.CHECK_FAILED;
      case UNUSABLE -> Exit.BAD_INPUT;
    };
  }
}
