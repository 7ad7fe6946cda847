package vail.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vail.cli.Exit;
import vail.cli.Place;
import vail.cli.Shell;
import vail.cli.Table;
import vail.cli.Units;
import vail.cli.sim.LiveDemo;

/** Shows the main job from end to end. */
@Command(
    name = "demo",
    description = {
      "Train books on an earlier training step, encode a later one with them on every backend that"
          + " is ready, decode, and compare bit for bit. The recorded tensors come along."
    })
public final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      defaultValue = "vail-demo.html",
      description = "The page to write (default: ${DEFAULT-VALUE} in this folder).")
  private Place html;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "2",
      description = "How long each backend encodes, and how long it decodes (default: 2).")
  private double seconds;

  /** A command of this shell. */
  public DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Findings findings = Demonstration.run(shell, seconds);
    boolean holds = findings.sound();
    html.write(shell, DemoPage.of(findings).getBytes(StandardCharsets.UTF_8));
    if (html instanceof Place.File(Path path)) {
      shell.println(opening(findings));
      shell.println("");
      shell.print(kinds(findings));
      shell.println("");
      shell.print(backends(findings));
      shell.println("");
      shell.println("Page with pictures: " + path.toAbsolutePath().normalize());
      shell.println("");
      holds &= live(path);
    }
    return (holds ? Exit.DONE : Exit.CHECK_FAILED).code();
  }

  /** Dies that really run, on a page beside that of the codec. */
  private boolean live(Path page) throws IOException {
    LiveDemo live = LiveDemo.run();
    String name = page.getFileName().toString().replaceFirst("([.]html)?$", "-live.html");
    Path beside = page.resolveSibling(name);
    new Place.File(beside).write(shell, live.page().getBytes(StandardCharsets.UTF_8));
    shell.println(live.words());
    shell.println("Page with pictures: " + beside.toAbsolutePath().normalize());
    shell.println("./vail serve shows more of it in a browser");
    return live.holds();
  }

  private static String opening(Findings findings) {
    return "%d books from step 280 (%s), tensors of step 1000 (%s): saved %s, %s"
        .formatted(
            findings.books().size(),
            Units.bytes(findings.earlierBytes()),
            Units.bytes(findings.total().rawBytes()),
            Units.percent(findings.total().saved()),
            findings.sound() ? "every bit restored" : "NOT RESTORED");
  }

  private static String kinds(Findings findings) {
    Table table = new Table("llrrr", "kind", "dtype", "raw", "vail", "saved");
    findings.kinds().forEach(kind -> addRow(table, kind));
    return addRow(table, findings.total()).text();
  }

  private static Table addRow(Table table, KindSaving kind) {
    return table.row(
        kind.kind(),
        kind.dtype(),
        Units.bytes(kind.rawBytes()),
        Units.bytes(kind.vailBytes()),
        Units.percent(kind.saved()));
  }

  private static String backends(Findings findings) {
    Table table = new Table("lrrl", "backend", "encode", "decode", "result");
    for (BackendTrial trial : findings.trials()) {
      table.row(
          trial.name(),
          Units.rate(findings.total().rawBytes(), trial.encodeSeconds()),
          Units.rate(findings.total().rawBytes(), trial.decodeSeconds()),
          trial.difference().orElse("bit for bit"));
    }
    findings
        .absent()
        .forEach((name, reason) -> table.row(name, "", "", "absent, because " + reason));
    return table.text();
  }
}
