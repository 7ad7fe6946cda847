package vail.sim.model;

import java.math.BigInteger;
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
  /** The stages of a chunk whose raw bytes are a fraction. */
  Stages stages(BigInteger count, BigInteger parts) {
    BigInteger common = count.gcd(parts);
    return stages(count.divide(common).longValueExact(), parts.divide(common).longValueExact());
  }

  private Stages stages(long bytes, long partsOfByte) {
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
