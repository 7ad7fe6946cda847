package vail.cli.container;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import vail.cli.Frequency;
import vail.cli.Table;
import vail.cli.Units;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** What {@code offload} says at its end. */
record OffloadReport(
    String device, Path in, Path out, Frequency clock, Offloading encoding, Offloading decoding) {
  String text(OptionalLong difference) {
    Table table =
        new Table(
            "lrrrrrrrr",
            "",
            "blocks",
            "symbols",
            "coded",
            "cycles",
            "B/cycle",
            "no input",
            "no taker",
            "at " + clock);
    row(table, "encode", encoding, encoding.cycles().bytesOut());
    row(table, "decode", decoding, decoding.cycles().bytesIn());
    return table.text()
        + line("encode", encoding)
        + line("decode", decoding)
        + Units.printable(in + " -> " + out)
        + ": "
        + (difference.isEmpty()
            ? "came back bit for bit"
            : "DIFFERS from byte " + difference.getAsLong() + " on")
        + "\n";
  }

  private void row(Table table, String name, Offloading way, long coded) {
    table.row(
        name,
        "" + way.cycles().blocks(),
        Units.bytes(way.symbols()),
        Units.bytes(coded),
        "" + way.cycles().total(),
        String.format(Locale.ROOT, "%.2f", way.bytesPerCycle()),
        Units.percent(way.share(way.cycles().starved())),
        Units.percent(way.share(way.cycles().blocked())),
        Units.rate((long) (way.bytesPerCycle() * clock.hertz()), 1));
  }

  private String line(String name, Offloading way) {
    return String.format(
        Locale.ROOT,
        "%s: input waited in %s of the cycles; books took %d more; %s took %.2f s (%s) of %.2f s%n",
        name,
        Units.percent(way.share(way.cycles().refused())),
        way.cycles().books(),
        device,
        way.deviceSeconds(),
        Units.rate(way.symbols(), way.deviceSeconds()),
        way.seconds());
  }

  JsonValue json(OptionalLong difference) {
    return JsonObject.builder()
        .put("schema", "vail-offload/1")
        .put("original", in.toString())
        .put("file", out.toString())
        .put("backend", device)
        .put("clockHz", (long) clock.hertz())
        .put("same", difference.isEmpty())
        .put("encode", json(encoding))
        .put("decode", json(decoding))
        .build();
  }

  private JsonObject json(Offloading way) {
    return JsonObject.builder()
        .put("blocks", way.cycles().blocks())
        .put("symbols", way.symbols())
        .put("bytesIn", way.cycles().bytesIn())
        .put("bytesOut", way.cycles().bytesOut())
        .put("cycles", way.cycles().total())
        .put("bookCycles", way.cycles().books())
        .put("refusedCycles", way.cycles().refused())
        .put("starvedCycles", way.cycles().starved())
        .put("blockedCycles", way.cycles().blocked())
        .put("workingCycles", way.working())
        .put("bytesPerCycle", Units.rounded(way.bytesPerCycle()))
        .put("GBpsAtClock", Units.rounded(way.bytesPerCycle() * clock.hertz() / 1e9))
        .put("deviceSeconds", Units.rounded(way.deviceSeconds()))
        .put("seconds", Units.rounded(way.seconds()))
        .build();
  }
}
