package vail.bridge.opencl;

import java.util.List;
import java.util.stream.Stream;
import org.jocl.cl_mem;
import vail.block.Release;

/** A group of work-items for each block; in rounds, a lane for each work-item. */
final class LaneKernels implements Kernels {
  /** As {@code group.cl} says. */
  static final int GROUP = 64;

  /** Work-items of a block: few lanes make a short row, but no more than 8 blocks share a group. */
  private static final int FEWEST_ROW = 8;

  /** As {@code exchange.cl} says. */
  private static final int MOST_ROW = 32;

  /** Memory that a row shares, as {@code exchange.cl} says. */
  private static final int TABLE_BYTES = 1792;

  /** As {@code pack.cl} says. */
  static final int PACKERS = 256;

  private final Queue queue;
  private final Kernel survey;
  private final Kernel choose;
  private final Kernel pack;
  private final List<Kernel> emit;
  private final Kernel frame;
  private final Kernel check;
  private final List<Kernel> decode;

  LaneKernels(Station station, Owned owned) {
    this.queue = station.queue();
    this.survey = owned.add(station.kernel("survey"));
    this.choose = owned.add(station.kernel("choose"));
    this.pack = owned.add(station.kernel("pack"));
    this.emit = ofKinds(station, owned, "emit_");
    this.frame = owned.add(station.kernel("frame"));
    this.check = owned.add(station.kernel("check"));
    this.decode = ofKinds(station, owned, "decode_");
  }

  /** One for each kind of group, as {@code round.cl} says; they leave each other's alone. */
  private static List<Kernel> ofKinds(Station station, Owned owned, String name) {
    return Stream.of("wide", "portable", "link", "any")
        .map(kind -> owned.add(station.kernel(name + kind)))
        .toList();
  }

  @Override
  public void encode(Launch launch, cl_mem policy, int mostLanes) {
    survey.with(0, launch.source()).with(1, policy).with(2, launch.jobs());
    queue.run(survey, launch.count(), GROUP, 1);
    choose.with(0, launch.source()).with(1, policy).with(2, launch.shelf()).with(3, launch.jobs());
    queue.run(choose, launch.count(), GROUP, 1);
    pack.with(0, launch.count()).with(1, launch.jobs());
    queue.run(pack, 1, PACKERS, 1);
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

  /** A row of work-items for each block, and as many blocks side by side as fill a group. */
  private void inRounds(List<Kernel> kinds, Launch launch, int mostLanes) {
    int row = Math.clamp(mostLanes, FEWEST_ROW, MOST_ROW);
    int columns = GROUP / row;
    for (Kernel kernel : kinds) {
      kernel
          .with(0, launch.source())
          .with(1, launch.shelf())
          .with(2, launch.count())
          .with(3, launch.jobs())
          .with(4, launch.target())
          .withLocal(5, columns * TABLE_BYTES);
      queue.run(kernel, Math.ceilDiv(launch.count(), columns), row, columns);
    }
  }
}
