package vail.cli.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Option;
import vail.cli.ByteSize;
import vail.cli.Place;
import vail.cli.Shell;
import vail.sim.trace.RoundTrace;
import vail.sim.trace.Trace;

/** Where runs are written event by event. */
final class TraceOptions {
  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Write the runs of the largest size, a codec beside the other, as a trace for Perfetto,"
              + " or with --rounds what became of their book; packed where the name ends in .gz.")
  private Optional<Place> file = Optional.empty();

  @Option(
      names = "--trace-limit",
      paramLabel = "SIZE",
      defaultValue = "64MiB",
      description = "Of the trace before it is packed; whole dies are left out (default: 64MiB).")
  private ByteSize limit = new ByteSize(0);

  boolean isWanted() {
    return file.isPresent();
  }

  /** Whether it goes to standard output. */
  boolean isHere() {
    return file.filter(Place.Standard.class::isInstance).isPresent();
  }

  /** Runs once more what was asked about, and writes it. */
  void write(Shell shell, Report report) throws IOException {
    Optional<History> history =
        report.findings().largest().stream()
            .flatMap(row -> row.lived().flatMap(Row.Lived::history).stream())
            .findFirst();
    if (file.isPresent()) {
      file.get()
          .write(
              shell,
              channel ->
                  write(
                      channel, history.isPresent() ? rounds(history.get()) : runs(shell, report)));
    }
  }

  /** Writes a document. */
  @FunctionalInterface
  private interface Document {
    void write(OutputStream out) throws IOException;
  }

  private Document runs(Shell shell, Report report) {
    List<Trace.Run> runs = new ArrayList<>();
    for (Row row : report.findings().largest()) {
      runs.add(new Trace.Run(row.codec(), report.job(row).orElseThrow()));
    }
    return out ->
        Trace.write(out, limit.bytes(), runs).stream()
            .filter(share -> share.nodes() < share.of())
            .forEach(share -> shell.err().println(cut(share)));
  }

  /** Whoever opens the trace would look for the others. */
  private static String cut(Trace.Share share) {
    return "vail sim: --trace-limit: the trace of %s was cut, it holds %d of %d nodes"
        .formatted(share.name(), share.nodes(), share.of());
  }

  private static Document rounds(History history) {
    List<RoundTrace.Round> rounds =
        history.rounds().stream()
            .map(each ->
                new RoundTrace.Round(
                    "round " + each.drift().round(),
                    each.ended() - each.nanos(),
                    each.ended(),
                    each.drift().excess(),
                    each.drift().edition()))
            .toList();
    List<RoundTrace.Mark> marks =
        history.happenings().stream()
            .map(each -> new RoundTrace.Mark(each.event().toString(), each.at()))
            .toList();
    return out -> RoundTrace.write(out, "books over time", rounds, marks);
  }

  private void write(WritableByteChannel channel, Document document) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    if (file.map(Object::toString).orElse("").endsWith(".gz")) {
      GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
      document.write(packed);
      packed.finish();
    } else {
      document.write(out);
    }
  }
}
