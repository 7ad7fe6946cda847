package vail.bridge.opencl;

import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_command_queue;

/** Calls of which one fails, or one and all after it; and a record of what was called. */
final class FailingCl extends Cl {
  private final int status;
  private int left = Integer.MAX_VALUE;
  private boolean forGood;
  private final List<String> called = new ArrayList<>();

  /** Failures have a number of OpenCL's. */
  FailingCl(int status) {
    this.status = status;
  }

  /** The call after so many others fails. */
  void failOnceAfter(int calls) {
    left = calls;
    forGood = false;
  }

  /** It and all that follow fail. */
  void failForGoodAfter(int calls) {
    left = calls;
    forGood = true;
  }

  void recover() {
    left = Integer.MAX_VALUE;
  }

  /** Whether the call that was to fail has come. */
  boolean hasFailed() {
    return left < 0;
  }

  List<String> called() {
    return called;
  }

  /** Even where waiting fails nothing runs any more, as with a device that is gone. */
  @Override
  void finish(cl_command_queue queue) {
    CL.clFinish(queue);
    super.finish(queue);
  }

  @Override
  void before(String call) {
    called.add(call);
    if (left == Integer.MAX_VALUE) {
      return;
    }
    left--;
    if (left == -1 || left < 0 && forGood) {
      throw new CLException(call + " was told to fail", status);
    }
  }
}
