package vail.bench.codec;

import vail.bench.data.Plane;

/** Somebody who could take part. */
public sealed interface Contender {
  /** Who it is. */
  Label label();

  /** Makes a codec for planes like this one. */
  @FunctionalInterface
  interface Training {
    /** Learns from the earlier symbols only. */
    Codec on(Plane plane);
  }

  /**
   * Takes part.
   *
   * @param label who
   * @param place where the work is done
   * @param planes codes the symbols of a plane
   * @param tensors codes whole bf16 values, given a plane that has exponents as its earlier symbols
   */
  record Ready(Label label, Place place, Training planes, Training tensors) implements Contender {}

  /**
   * Cannot take part here.
   *
   * @param label who
   * @param reason completes the sentence "absent, because …"
   */
  record Absent(Label label, String reason) implements Contender {}

  /** Where the work is done, and so which clock tells how long it took. */
  enum Place {
    /** In the thread that calls: its processor time counts. */
    THREAD,
    /** On a device or in other threads: the time on the wall counts. */
    ELSEWHERE
  }
}
