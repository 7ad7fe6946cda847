package vail.sim.bytes;

import java.util.List;
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
        exchange.traffic().steps(steps, counts),
        Certificate.of(
            load, exchange.side(), new Certificate.Side(List.of(stores), ledger), _ -> true));
  }

  private static Books.Installed books(Coder coder, StepCounts counts) {
    return switch (coder.books()) {
      case Books.Installed installed -> installed;
      case Books.PerStep() -> counts.books();
    };
  }
}
