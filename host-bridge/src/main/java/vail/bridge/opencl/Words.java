package vail.bridge.opencl;

import java.lang.foreign.ValueLayout;
import org.jocl.cl_mem;

/** Words that the host and a device tell each other; grow and are kept. */
final class Words implements AutoCloseable {
  private final Staging host;
  private final DeviceBuffer device;

  Words(Staging host, DeviceBuffer device) {
    this.host = host;
    this.device = device;
  }

  /** Makes room; what was there before may be lost. */
  void atLeast(int count) {
    host.atLeast((long) Integer.BYTES * count);
  }

  int get(int index) {
    return host.memory().getAtIndex(ValueLayout.JAVA_INT, index);
  }

  void set(int index, int value) {
    host.memory().setAtIndex(ValueLayout.JAVA_INT, index, value);
  }

  cl_mem device() {
    return device.atLeast(host.memory().byteSize());
  }

  /** Sends the first so many. */
  void upload(Queue queue, int count) {
    queue.upload(host.pointer(), (long) Integer.BYTES * count, device());
  }

  /** Fetches the first so many. */
  void download(Queue queue, int count) {
    queue.download(device(), (long) Integer.BYTES * count, host.pointer());
  }

  @Override
  public void close() {
    host.close();
    device.close();
  }
}
