package vail.sim.bytes;

import java.util.List;
import java.util.stream.IntStream;
import vail.sim.plan.Steps;

/** Moves real values twice: as they are, and through a codec. */
public final class Mover {
  private Mover() {}

  /**
   * Moves a load; the outcome is the same on any number of threads.
   *
   * @throws vail.fault.VailFormatException if a frame is not sound when it comes in
   */
  public static Moved move(Load load, Coder coder, int threads) {
    Steps steps = Steps.of(load.schedule());
    Ledger ledger = new Ledger(load.schedule(), steps);
    StepCounts counts = new StepCounts(steps, load.type());
    Store[] stores = load.stores();
    Replay.run(
        load.schedule(),
        load.arithmetic(),
        stores,
        (die, send, values) -> {
          ledger.note(die, send, values);
          counts.note(die, send, values);
        });
    Exchange exchange = new Exchange(load, steps, coder, books(coder, counts));
    exchange.run(threads);
    return new Moved(
        exchange.traffic(),
        figures(load, steps, exchange.traffic(), counts),
        Certificate.of(load, exchange.side(), new Certificate.Side(List.of(stores), ledger)));
  }

  private static Books.Installed books(Coder coder, StepCounts counts) {
    return switch (coder.books()) {
      case Books.Installed installed -> installed;
      case Books.PerStep() -> counts.books();
    };
  }

  private static List<StepFigures> figures(
      Load load, Steps steps, Traffic traffic, StepCounts counts) {
    long[] messages = new long[steps.count()];
    long[] raw = new long[steps.count()];
    long[] wire = new long[steps.count()];
    traffic.each((die, send) -> {
      int step = steps.of(die, send);
      messages[step] += load.partition().lanes();
      raw[step] += traffic.raw(die, send);
      wire[step] += traffic.wire(die, send);
    });
    return IntStream.range(0, steps.count())
        .mapToObj(step ->
            new StepFigures(step, messages[step], raw[step], wire[step], counts.entropy(step)))
        .toList();
  }
}
