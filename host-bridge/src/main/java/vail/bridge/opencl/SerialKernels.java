package vail.bridge.opencl;

import org.jocl.cl_mem;
import vail.block.Release;
import vail.fault.Limits;

/** A few work-items on each core, each of which codes one block after the other. */
final class SerialKernels implements Kernels {
  /** So that a core that is done early finds more to do. */
  private static final int ITEMS_A_UNIT = 4;

  /** Every symbol escaped with 15 bits, 64 lanes padded (B-20), and what a kernel writes ahead. */
  private static final int ENCODE_SCRATCH = Limits.MAX_BLOCK_SYMBOLS * 23 / 8 + 496 + 256;

  private static final int DECODE_SCRATCH = Limits.MAX_BLOCK_SYMBOLS;

  private final Queue queue;
  private final int items;
  private final DeviceBuffer scratch;
  private final Kernel survey;
  private final Kernel encode;
  private final Kernel decode;

  SerialKernels(Station station, Owned owned) {
    this.queue = station.queue();
    this.items = ITEMS_A_UNIT * station.device().units();
    this.scratch = owned.add(station.buffer());
    this.survey = owned.add(station.kernel("survey"));
    this.encode = owned.add(station.kernel("encode"));
    this.decode = owned.add(station.kernel("decode"));
  }

  @Override
  public void encode(Launch launch, cl_mem policy, Layouts layouts) {
    survey.with(0, launch.source()).with(1, policy).with(2, launch.count()).with(3, launch.jobs());
    queue.run(survey, items, 1, 1);
    encode
        .with(0, launch.source())
        .with(1, policy)
        .with(2, launch.shelf())
        .with(3, launch.count())
        .with(4, ENCODE_SCRATCH)
        .with(5, scratch.atLeast((long) items * ENCODE_SCRATCH))
        .with(6, launch.jobs())
        .with(7, launch.target());
    queue.run(encode, items, 1, 1);
  }

  @Override
  public void decode(Launch launch, int mostSymbols, Layouts layouts, Release release) {
    int own = release == Release.SCRATCH ? 0 : DECODE_SCRATCH;
    decode
        .with(0, launch.source())
        .with(1, launch.shelf())
        .with(2, mostSymbols)
        .with(3, launch.count())
        .with(4, own)
        .with(5, scratch.atLeast((long) items * ENCODE_SCRATCH))
        .with(6, launch.jobs())
        .with(7, launch.target());
    queue.run(decode, items, 1, 1);
  }
}
