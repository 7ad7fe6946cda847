package vail.sim.bytes;

import vail.sim.plan.Steps;

/**
 * What the values of all dies and lanes have in common.
 *
 * @param load what is moved
 * @param steps of its schedule
 * @param arithmetic of its elements
 * @param coders of frames
 */
record LaneSetting(Load load, Steps steps, Arithmetic arithmetic, FrameCoders coders) {
  /** The setting of a load. */
  static LaneSetting of(Load load, Coder coder, Books.Installed books) {
    return new LaneSetting(
        load, Steps.of(load.schedule()), load.arithmetic(), new FrameCoders(load, coder, books));
  }
}
