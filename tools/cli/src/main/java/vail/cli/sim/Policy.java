package vail.cli.sim;

import java.util.Optional;
import java.util.Set;
import vail.cli.Names;
import vail.sim.model.Gate;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;

/** Who decides about the codec of each hop. */
enum Policy {
  /** Nobody: values go as they are. */
  NONE,
  /** Nobody: one pass with a codebook fixed before, everywhere. */
  SINGLE,
  /** Nobody: three stages everywhere. */
  THREE,
  /** Each hop by itself, from what it knows. */
  AUTO,
  /** The user of this command, who sees the times of the first three and takes the least. */
  BEST;

  /** What is decided for a size; the best is one of the others, and decides nothing. */
  Hops hops(Setup setup, long size) {
    Optional<Codec> codec = everywhere();
    return codec.isPresent() ? Hops.all(codec.get()) : setup.gate(size);
  }

  /** The codec of all hops, where there is one. */
  Optional<Codec> everywhere() {
    return switch (this) {
      case NONE -> Optional.of(Codec.NONE);
      case SINGLE -> Optional.of(Codec.SINGLE);
      case THREE -> Optional.of(Codec.THREE);
      case AUTO, BEST -> Optional.empty();
    };
  }

  /** Its name, and what hops decided where they did. */
  String name(Hops hops) {
    if (!(hops instanceof Gate gate)) {
      return Names.of(this);
    }
    Set<Codec> codecs = gate.codecs();
    return Names.of(this)
        + ":"
        + switch (codecs.size()) {
          case 0 -> Names.of(Codec.NONE);
          case 1 -> Names.of(codecs.iterator().next());
          default -> "mixed";
        };
  }
}
