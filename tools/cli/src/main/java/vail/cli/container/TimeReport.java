package vail.cli.container;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vail.backend.Timings;
import vail.cli.Table;
import vail.cli.Units;
import vail.json.JsonObject;

/** What a device's own clock saw: copies to it and from it, and its kernels. */
record TimeReport() implements CostReport<Timings> {
  @Override
  public String table(Offloading<Timings> encode, Offloading<Timings> decode) {
    Table table =
        new Table(
            "lrrrrrrr",
            "",
            "blocks",
            "symbols",
            "coded",
            "upload",
            "kernels",
            "download",
            "kernels' rate");
    row(table, "encode", encode);
    row(table, "decode", decode);
    return table.text();
  }

  private static void row(Table table, String name, Offloading<Timings> way) {
    Timings times = way.cost();
    table.row(
        name,
        "" + way.blocks(),
        Units.bytes(way.symbols()),
        Units.bytes(way.coded()),
        millis(times.uploadNanos()),
        millis(times.computeNanos()),
        millis(times.downloadNanos()),
        Units.rate(way.symbols(), times.computeNanos() / 1e9));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  @Override
  public String words(Offloading<Timings> way) {
    return way.cost().kernelNanos().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(kernel -> kernel.getKey() + " " + millis(kernel.getValue()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public void addTo(JsonObject.Builder document) {}

  @Override
  public void addTo(JsonObject.Builder document, Offloading<Timings> way) {
    JsonObject.Builder kernels = JsonObject.builder();
    way.cost().kernelNanos().forEach(kernels::put);
    document
        .put("coded", way.coded())
        .put("uploadNanos", way.cost().uploadNanos())
        .put("downloadNanos", way.cost().downloadNanos())
        .put("kernelNanos", kernels.build());
  }
}
