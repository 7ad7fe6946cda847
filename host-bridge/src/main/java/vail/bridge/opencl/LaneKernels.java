package vail.bridge.opencl;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
  private final Map<Kind, Kernel> emit;
  private final Kernel frame;
  private final Kernel check;
  private final Map<Kind, Kernel> decode;

  LaneKernels(Station station, Owned owned) {
    this.queue = station.queue();
    this.survey = owned.add(station.kernel("survey"));
    this.choose = owned.add(station.kernel("choose"));
    this.pack = owned.add(station.kernel("pack"));
    this.emit = ofKinds(station, owned, "emit");
    this.frame = owned.add(station.kernel("frame"));
    this.check = owned.add(station.kernel("check"));
    this.decode = ofKinds(station, owned, "decode");
  }

  /** They leave each other's groups alone. */
  private static Map<Kind, Kernel> ofKinds(Station station, Owned owned, String work) {
    EnumMap<Kind, Kernel> kernels = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      kernels.put(kind, owned.add(station.kernel(kind.kernel(work))));
    }
    return kernels;
  }

  @Override
  public void encode(Launch launch, cl_mem policy, Layouts layouts) {
    survey.with(0, launch.source()).with(1, policy).with(2, launch.jobs());
    queue.run(survey, launch.count(), GROUP, 1);
    choose.with(0, launch.source()).with(1, policy).with(2, launch.shelf()).with(3, launch.jobs());
    queue.run(choose, launch.count(), GROUP, 1);
    pack.with(0, launch.count()).with(1, launch.jobs());
    queue.run(pack, 1, PACKERS, 1);
    inRounds(emit, launch, layouts);
    frame
        .with(0, launch.source())
        .with(1, launch.shelf())
        .with(2, launch.jobs())
        .with(3, launch.target());
    queue.run(frame, launch.count(), GROUP, 1);
  }

  @Override
  public void decode(Launch launch, int mostSymbols, Layouts layouts, Release release) {
    check
        .with(0, launch.source())
        .with(1, launch.shelf())
        .with(2, mostSymbols)
        .with(3, launch.jobs())
        .with(4, launch.target());
    queue.run(check, launch.count(), GROUP, 1);
    inRounds(decode, launch, layouts);
  }

  /** A row of work-items for each block, and as many blocks side by side as fill a group. */
  private void inRounds(Map<Kind, Kernel> kernels, Launch launch, Layouts layouts) {
    int row = Math.clamp(layouts.mostLanes(), FEWEST_ROW, MOST_ROW);
    int columns = GROUP / row;
    for (Kind kind : layouts.kinds()) {
      Kernel kernel = Objects.requireNonNull(kernels.get(kind));
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
