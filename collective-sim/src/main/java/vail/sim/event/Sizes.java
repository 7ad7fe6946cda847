package vail.sim.event;

import vail.sim.net.Link;

/** Bytes of messages: from a model, or as real frames have them. */
@FunctionalInterface
public interface Sizes {
  /**
   * Bytes on the wire, before flits, of what a SEND or FORWARD of a die sends in a lane; a started
   * one is counted whole.
   */
  long wire(int die, int send, int lane);

  /** The same in parts of a byte, since a model's need not be whole. */
  default long parts(int die, int send, int lane) {
    return wire(die, send, lane);
  }

  /** Into how many of these parts a byte is cut. */
  default long partsOfByte() {
    return 1;
  }

  /** Whether the same operation of all dies sends as much in a lane if the pieces are as large. */
  default boolean areUniform() {
    return false;
  }

  /** Picoseconds that a link is busy with it. */
  default long busy(Link link, int die, int send, int lane) {
    return link.busy(wire(die, send, lane));
  }
}
