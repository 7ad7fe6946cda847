package vail.sim.event;

import vail.sim.model.Frames;
import vail.sim.net.Link;
import vail.sim.plan.Codec;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;
import vail.sim.plan.Shares;

/**
 * Sizes by average ratios.
 *
 * @param schedule whose messages they are
 * @param shares of its data
 * @param single frames of one pass
 * @param three frames of three stages
 */
public record ModelSizes(Schedule schedule, Shares shares, Frames single, Frames three)
    implements Sizes {
  @Override
  public long wire(int die, int send, int lane) {
    return Math.ceilDiv(parts(die, send, lane), partsOfByte());
  }

  @Override
  public long parts(int die, int send, int lane) {
    return frames(die, send).parts(raw(die, send, lane), partsOfByte());
  }

  @Override
  public long partsOfByte() {
    return shares.partsOfByte();
  }

  @Override
  public long busy(Link link, int die, int send, int lane) {
    return frames(die, send).busy(link, raw(die, send, lane), partsOfByte());
  }

  @Override
  public boolean areUniform() {
    return true;
  }

  private long raw(int die, int send, int lane) {
    Program program = schedule.program(die);
    return shares.parts(program.first(send), program.count(send), lane);
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
