package vail.sim.event;

import vail.sim.model.Frames;
import vail.sim.net.Link;
import vail.sim.plan.Codec;
import vail.sim.plan.Partition;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;

/**
 * Sizes by average ratios.
 *
 * @param schedule whose messages they are
 * @param partition of its data
 * @param single frames of one pass
 * @param three frames of three stages
 */
public record ModelSizes(Schedule schedule, Partition partition, Frames single, Frames three)
    implements Sizes {
  @Override
  public long wire(int die, int send, int lane) {
    return frames(die, send).bytes(raw(die, send, lane));
  }

  @Override
  public long busy(Link link, int die, int send, int lane) {
    return frames(die, send).busy(link, raw(die, send, lane));
  }

  @Override
  public boolean areUniform() {
    return true;
  }

  private long raw(int die, int send, int lane) {
    Program program = schedule.program(die);
    return partition.bytes(program.first(send), program.count(send), lane);
  }

  private Frames frames(int die, int send) {
    Codec codec = schedule.codec(die, send);
    return switch (codec) {
      case NONE -> Frames.RAW;
      case SINGLE -> single;
      case THREE -> three;
    };
  }
}
