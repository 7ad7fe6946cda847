package vail.cli.container;

/**
 * One direction through a device.
 *
 * @param <T> what the device tells: cycles or times
 * @param cost what it told
 * @param symbols bytes before or after coding
 * @param coded bytes of the blocks
 * @param blocks how many
 * @param deviceSeconds in calls of the device
 * @param processorSeconds of the threads that called it
 * @param seconds of the whole direction: reading, splitting and writing besides
 */
record Offloading<T>(
    T cost,
    long symbols,
    long coded,
    long blocks,
    double deviceSeconds,
    double processorSeconds,
    double seconds) {
  static <T> Offloading<T> encoding(T cost, Calls calls, double seconds) {
    return of(cost, calls.bytesIn(), calls.bytesOut(), calls, seconds);
  }

  static <T> Offloading<T> decoding(T cost, Calls calls, double seconds) {
    return of(cost, calls.bytesOut(), calls.bytesIn(), calls, seconds);
  }

  private static <T> Offloading<T> of(
      T cost, long symbols, long coded, Calls calls, double seconds) {
    return new Offloading<>(
        cost, symbols, coded, calls.blocks(), calls.seconds(), calls.processorSeconds(), seconds);
  }
}
