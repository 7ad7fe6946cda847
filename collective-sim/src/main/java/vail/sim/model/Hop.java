package vail.sim.model;

import vail.sim.net.Link;
import vail.sim.plan.Codec;

/**
 * From one die to the next over one link.
 *
 * @param link between them
 * @param die both of them
 * @param codec how chunks travel
 * @param frames how large they are then
 */
public record Hop(Link link, Die die, Codec codec, Frames frames) {
  /** The stages of a chunk of so many equal parts of a raw byte. */
  Stages stages(long bytes, long partsOfByte) {
    boolean coded = codec != Codec.NONE;
    boolean three = codec == Codec.THREE;
    return new Stages(
        three ? die.histogram().time(bytes, partsOfByte) : 0,
        three ? die.tree().time(bytes, partsOfByte) : 0,
        coded ? die.encode().time(bytes, partsOfByte) : 0,
        frames.busy(link, bytes, partsOfByte),
        link.latency(),
        coded ? die.decode().time(bytes, partsOfByte) : 0,
        die.reduce().time(bytes, partsOfByte));
  }
}
