package vail.cli.container;

import java.util.Locale;
import java.util.OptionalLong;
import vail.backend.Cycles;
import vail.cli.Frequency;
import vail.cli.Table;
import vail.cli.Units;
import vail.json.JsonObject;

/**
 * What a circuit's clock saw.
 *
 * @param clock that rates are projected to
 */
record CycleReport(Frequency clock) implements CostReport<Cycles> {
  @Override
  public String table(Offloading<Cycles> encode, Offloading<Cycles> decode) {
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
    row(table, "encode", encode);
    row(table, "decode", decode);
    return table.text();
  }

  private void row(Table table, String name, Offloading<Cycles> way) {
    table.row(
        name,
        "" + way.blocks(),
        Units.bytes(way.symbols()),
        Units.bytes(way.coded()),
        "" + way.cost().total(),
        String.format(Locale.ROOT, "%.2f", bytesPerCycle(way)),
        share(way.cost().starved(), way.cost()),
        share(way.cost().blocked(), way.cost()),
        Units.rate((long) (bytesPerCycle(way) * clock.hertz()), 1));
  }

  /** Symbols a clock cycle, a byte each. */
  private static double bytesPerCycle(Offloading<Cycles> way) {
    return way.cost().total() == 0 ? 0 : (double) way.symbols() / way.cost().total();
  }

  private static String share(long of, Cycles all) {
    return Units.percent(all.total() == 0 ? 0 : (double) of / all.total());
  }

  @Override
  public String words(Offloading<Cycles> way) {
    OptionalLong books = way.cost().books();
    String loads =
        books.isPresent()
            ? "took " + books.getAsLong() + " more"
            : "took some that are not counted";
    return "input waited in %s of the cycles; books %s"
        .formatted(share(way.cost().refused(), way.cost()), loads);
  }

  @Override
  public void addTo(JsonObject.Builder document) {
    document.put("clockHz", (long) clock.hertz());
  }

  @Override
  public void addTo(JsonObject.Builder document, Offloading<Cycles> way) {
    Cycles cycles = way.cost();
    cycles.books().ifPresent(books -> document.put("bookCycles", books));
    document
        .put("bytesIn", cycles.bytesIn())
        .put("bytesOut", cycles.bytesOut())
        .put("cycles", cycles.total())
        .put("refusedCycles", cycles.refused())
        .put("starvedCycles", cycles.starved())
        .put("blockedCycles", cycles.blocked())
        .put("workingCycles", cycles.total() - cycles.starved() - cycles.blocked())
        .put("bytesPerCycle", Units.rounded(bytesPerCycle(way)))
        .put("GBpsAtClock", Units.rounded(bytesPerCycle(way) * clock.hertz() / 1e9));
  }
}
