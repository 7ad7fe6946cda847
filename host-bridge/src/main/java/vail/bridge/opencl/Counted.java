package vail.bridge.opencl;

import java.util.concurrent.atomic.AtomicInteger;
import org.jocl.CLException;

/**
 * What calls of OpenCL open, counted, so that a test can tell a leak; a test also lets calls fail.
 */
class Counted {
  private final AtomicInteger live = new AtomicInteger();

  /** Before every call; where a test makes one fail. */
  void before(String call) {}

  /** Objects that were made and not yet released. */
  final int live() {
    return live.get();
  }

  final <T> T made(T object) {
    live.incrementAndGet();
    return object;
  }

  /** Memory of the host's own that is kept for a device. */
  final void opened() {
    live.incrementAndGet();
  }

  /** It was given back. */
  final void closed() {
    live.decrementAndGet();
  }

  /** A device that is gone has nothing left to give back: its refusal does not matter. */
  final void release(String call, Runnable released) {
    live.decrementAndGet();
    try {
      before(call);
      released.run();
    } catch (CLException e) {
      return;
    }
  }
}
