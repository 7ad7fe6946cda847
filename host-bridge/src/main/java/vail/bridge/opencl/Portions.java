package vail.bridge.opencl;

import java.util.ArrayDeque;

/**
 * A call in portions, several under way: while one goes to the device, the one before it is coded
 * and the one before that comes back. Blocks get their results in order.
 */
final class Portions implements AutoCloseable {
  /** One that goes there, one that is coded, one that comes back. */
  static final int UNDER_WAY = 3;

  private final Workplaces places;
  private final Shelf shelf;
  private final Call call;
  private final ArrayDeque<Workplace> started = new ArrayDeque<>();
  private final ArrayDeque<Workplace> coded = new ArrayDeque<>();

  Portions(Workplaces places, Shelf shelf, Call call) {
    this.places = places;
    this.shelf = shelf;
    this.call = call;
  }

  /** Codes all blocks; portions overlap where none has to know what became of the one before. */
  void run(boolean overlap) {
    int next = 0;
    while (next < call.batch().size() || !started.isEmpty() || !coded.isEmpty()) {
      if (next < call.batch().size()) {
        Workplace place = places.take();
        started.add(place);
        next = place.start(shelf, call, next);
      }
      int held = overlap && !call.looksBack() && next < call.batch().size() ? 1 : 0;
      if (started.size() > held) {
        started.getFirst().fetch(call);
        coded.add(started.removeFirst());
      }
      if (coded.size() > held) {
        coded.getFirst().land(call);
        places.giveBack(coded.removeFirst());
      }
    }
  }

  /** Drops those that have not come to their end. */
  @Override
  public void close() {
    started.forEach(Workplace::close);
    coded.forEach(Workplace::close);
  }
}
