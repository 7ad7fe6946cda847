package vail.sim.live;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What this JVM holds once all garbage is gone.
 *
 * @param heap bytes
 * @param direct bytes outside the heap, Netty's among them
 * @param threads that live
 * @param files that are open, and sockets
 */
record Footprint(long heap, long direct, long threads, long files) {
  private static final long MEBIBYTE = 1 << 20;

  /**
   * How much more may be there at the end than at the start. A leak of 8 KiB a run shows in an
   * hour's 1000 runs. Netty keeps arenas of 4 MiB pieces for the threads that come, and the last
   * may get its own late. Virtual threads' carriers and the compiler's threads come and go.
   */
  private static final Footprint MOST = new Footprint(4 * MEBIBYTE, 16 * MEBIBYTE, 4, 8);

  static Footprint now() {
    System.gc();
    long pools =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    UnixOperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    return new Footprint(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        pools + Math.max(0, PlatformDependent.usedDirectMemory()),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        system.getOpenFileDescriptorCount());
  }

  /** Of each figure the one in the middle. */
  static Footprint middle(List<Footprint> all) {
    return new Footprint(
        middle(all, Footprint::heap),
        middle(all, Footprint::direct),
        middle(all, Footprint::threads),
        middle(all, Footprint::files));
  }

  private static long middle(List<Footprint> all, ToLongFunction<Footprint> figure) {
    return all.stream().mapToLong(figure).sorted().toArray()[all.size() / 2];
  }

  /** Whether nothing was left behind since another was taken. */
  boolean isFlat(Footprint since) {
    return heap - since.heap <= MOST.heap
        && direct - since.direct <= MOST.direct
        && threads - since.threads <= MOST.threads
        && files - since.files <= MOST.files;
  }

  @Override
  public String toString() {
    return "heap %.1f MiB, direct %.1f MiB, %d threads, %d files"
        .formatted((double) heap / MEBIBYTE, (double) direct / MEBIBYTE, threads, files);
  }
}
