package vail.sim.event;

import vail.sim.net.Link;

/** Bytes of messages: from a model, or as real frames have them. */
@FunctionalInterface
public interface Sizes {
  /** Bytes on the wire, before flits, of the message that a RECV of a die gets in a lane. */
  long wire(int die, int receive, int lane);

  /** Picoseconds that a link is busy with that message. */
  default long busy(Link link, int die, int receive, int lane) {
    return link.busy(wire(die, receive, lane));
  }
}
