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
import vail.sim.trace.Trace;

/** Where runs are written event by event. */
final class TraceOptions {
  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Write the runs of the largest size, a codec beside the other, as a trace for Perfetto;"
              + " packed where the name ends in .gz.")
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
    List<Trace.Run> runs = new ArrayList<>();
    for (Row row : report.findings().largest()) {
      runs.add(new Trace.Run(row.codec(), report.job(row).orElseThrow()));
    }
    if (file.isPresent()) {
      file.get().write(shell, channel -> write(channel, runs));
    }
  }

  private void write(WritableByteChannel channel, List<Trace.Run> runs) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    if (file.map(Object::toString).orElse("").endsWith(".gz")) {
      GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
      Trace.write(packed, limit.bytes(), runs);
      packed.finish();
    } else {
      Trace.write(out, limit.bytes(), runs);
    }
  }
}
