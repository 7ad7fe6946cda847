package vail.bridge.opencl;

import java.util.ArrayDeque;
import java.util.Deque;

/** Things that are let go together, the last first: also when the next cannot be made. */
final class Owned implements AutoCloseable {
  private final Deque<Runnable> closing = new ArrayDeque<>();

  <T> T add(T thing, Runnable close) {
    closing.push(close);
    return thing;
  }

  Kernel add(Kernel kernel) {
    return add(kernel, kernel::close);
  }

  DeviceBuffer add(DeviceBuffer buffer) {
    return add(buffer, buffer::close);
  }

  Words add(Words words) {
    return add(words, words::close);
  }

  Staging add(Staging staging) {
    return add(staging, staging::close);
  }

  @Override
  public void close() {
    while (!closing.isEmpty()) {
      closing.pop().run();
    }
  }
}
