package vail.cli.reproduce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vail.backend.Backend;
import vail.cli.BackendOption;
import vail.cli.Exit;
import vail.cli.Place;
import vail.cli.Progress;
import vail.cli.Samples;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.cli.reproduce.grid.DataFolder;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.Campaign;
import vail.cli.reproduce.measure.Claim;
import vail.cli.reproduce.measure.Reproducer;
import vail.cli.reproduce.measure.Reproduction;
import vail.cli.reproduce.page.Page;

/** Tests the paper's claims on recorded tensors. */
@Command(
    name = "reproduce",
    description = {
      "Test the claims of arXiv 2601.10673 on recorded tensors: Shannon's bound, a Huffman code of"
          + " each shard's own, and books fixed before.",
      "",
      "The folder holds a folder of safetensors files for each recorded step; tensors may name"
          + " their layer, kind and shards in the metadata. Histograms of whole steps may lie in"
          + " histograms.json. Exit code 1: the claim was tested and does not hold."
    })
public final class ReproduceCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Recordings to measure (default: the small sample that comes along).")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(
      names = "--csv",
      paramLabel = "DIR|FILE.csv",
      description = "Write all tables into a folder, or the main one into a file.")
  private Optional<Path> csv = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Write one page with pictures.")
  private Optional<Place> html = Optional.empty();

  @Option(
      names = "--readme",
      hidden = true,
      description = "Rewrite the results table between its two marks in a markdown file.")
  private Optional<Path> readme = Optional.empty();

  @Mixin private BackendOption backend;

  /** A command of this shell. */
  public ReproduceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (json && html.filter(Place.Standard.class::isInstance).isPresent()) {
      throw new UsageException("--json and --html - both want standard output");
    }
    if (data.isPresent()) {
      return call(data.get());
    }
    try (Samples samples = Samples.unpack()) {
      return call(samples.folder());
    }
  }

  private int call(Path folder) throws IOException {
    Report report = measure(folder);
    write(report);
    if (json) {
      shell.print(JsonReport.of(report));
    } else {
      shell.print(Summary.of(report));
    }
    return exit(report.found()).code();
  }

  private Report measure(Path folder) throws IOException {
    DataFolder recordings;
    try (Progress progress = shell.progress("counting", DataFolder.bytes(folder))) {
      recordings = DataFolder.read(folder, progress);
    }
    if (recordings.recordings().isEmpty()) {
      throw new UsageException(
          "--data: there is no .safetensors file in " + folder + " or the folders in it");
    }
    Campaign campaign = Campaign.of(recordings);
    return new Report(Reproducer.run(campaign), blocks(campaign.measured().folder()));
  }

  private List<BlockSaving> blocks(Path recording) throws IOException {
    try (Backend opened = backend.open();
        Progress progress = shell.progress("coding", DataFolder.bytesOf(recording))) {
      return BlockTrial.run(recording, opened, progress);
    }
  }

  private void write(Report report) throws IOException {
    if (csv.isPresent()) {
      writeTables(csv.get(), report);
    }
    if (html.isPresent()) {
      write(html.get(), Page.of(report));
    }
    if (readme.isPresent()) {
      String before = Files.readString(readme.get());
      write(new Place.File(readme.get()), ReadmeTable.replace(before, report));
    }
  }

  private void writeTables(Path target, Report report) throws IOException {
    if (target.toString().endsWith(".csv")) {
      write(new Place.File(target), CsvReport.schemes(report));
      return;
    }
    Files.createDirectories(target);
    for (Map.Entry<String, String> table : CsvReport.of(report).entrySet()) {
      write(new Place.File(target.resolve(table.getKey())), table.getValue());
    }
  }

  private void write(Place target, String text) throws IOException {
    target.write(shell, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Exit exit(Reproduction found) {
    return switch (found.claim()) {
      case Claim.Tested tested -> tested.verdict().holds() ? Exit.DONE : Exit.CHECK_FAILED;
      case Claim.Untested untested -> Exit.DONE;
    };
  }
}
