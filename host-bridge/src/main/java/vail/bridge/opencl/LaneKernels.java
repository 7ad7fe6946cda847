package vail.bridge.opencl;

import org.jocl.cl_mem;
import vail.block.Release;

/** A group of work-items for each block; in rounds, a lane for each work-item. */
final class LaneKernels implements Kernels {
  /** As {@code group.cl} says. */
  static final int GROUP = 64;

  /** Blocks side by side in a group, as {@code round.cl} says. */
  private static final int MOST_BLOCKS = 8;

  private final Queue queue;
  private final Kernel survey;
  private final Kernel choose;
  private final Kernel pack;
  private final Kernel emit;
  private final Kernel frame;
  private final Kernel check;
  private final Kernel decode;

  LaneKernels(Station station, Owned owned) {
    this.queue = station.queue();
    this.survey = owned.add(station.kernel("survey"));
    this.choose = owned.add(station.kernel("choose"));
    this.pack = owned.add(station.kernel("pack"));
    this.emit = owned.add(station.kernel("emit"));
    this.frame = owned.add(station.kernel("frame"));
    this.check = owned.add(station.kernel("check"));
    this.decode = owned.add(station.kernel("decode"));
  }

  @Override
  public void encode(Launch launch, cl_mem policy, int mostLanes) {
    survey.with(0, launch.source()).with(1, policy).with(2, launch.jobs());
    queue.run(survey, launch.count(), GROUP, 1);
    choose.with(0, launch.source()).with(1, policy).with(2, launch.shelf()).with(3, launch.jobs());
    queue.run(choose, launch.count(), GROUP, 1);
    pack.with(0, launch.count()).with(1, launch.jobs());
    queue.run(pack, 1, GROUP, 1);
    inRounds(emit, launch, mostLanes);
    frame
        .with(0, launch.source())
        .with(1, launch.shelf())
        .with(2, launch.jobs())
        .with(3, launch.target());
    queue.run(frame, launch.count(), GROUP, 1);
  }

  @Override
  public void decode(Launch launch, int mostSymbols, int mostLanes, Release release) {
    check
        .with(0, launch.source())
        .with(1, launch.shelf())
        .with(2, mostSymbols)
        .with(3, launch.jobs())
        .with(4, launch.target());
    queue.run(check, launch.count(), GROUP, 1);
    inRounds(decode, launch, mostLanes);
  }

  /** Where blocks have few lanes, some of them share a group, so that it is full. */
  private void inRounds(Kernel kernel, Launch launch, int mostLanes) {
    int columns = GROUP / Math.max(mostLanes, GROUP / MOST_BLOCKS);
    kernel
        .with(0, launch.source())
        .with(1, launch.shelf())
        .with(2, launch.count())
        .with(3, launch.jobs())
        .with(4, launch.target());
    queue.run(kernel, Math.ceilDiv(launch.count(), columns), GROUP / columns, columns);
  }
}
