package vail.bridge.opencl;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jocl.cl_mem;

/** A processor reads and writes the host's memory where it is. */
final class SharedMemory implements Carrier {
  private final Station station;
  private final List<cl_mem> lent = new ArrayList<>();

  SharedMemory(Station station) {
    this.station = station;
  }

  @Override
  public Staging staging() {
    return new PlainMemory(station.cl());
  }

  @Override
  public Side.Way way(MemorySegment callers) {
    return callers.isNative() ? Side.Way.AS_THEY_ARE : Side.Way.PACKED;
  }

  @Override
  public cl_mem source(MemorySegment from) {
    return lend(from);
  }

  @Override
  public cl_mem target(MemorySegment to) {
    return lend(to);
  }

  private cl_mem lend(MemorySegment memory) {
    boolean isNothing = memory.byteSize() == 0; // of which there can be no buffer
    Cl cl = station.cl();
    cl_mem buffer =
        isNothing
            ? cl.buffer(station.context(), 1)
            : cl.hostBuffer(station.context(), memory.asByteBuffer());
    lent.add(buffer);
    return buffer;
  }

  @Override
  public void fetch(long bytes) {
    if (bytes > 0) {
      station.queue().show(lent.getLast(), bytes);
    }
  }

  @Override
  public void end() {
    lent.forEach(station.cl()::release);
    lent.clear();
  }

  @Override
  public void close() {
    end();
  }
}
