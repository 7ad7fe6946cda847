package vail.bridge.opencl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.jocl.cl_context;
import org.jocl.cl_program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JvmSignalsTest {
  private final Cl cl = new Cl();

  @BeforeEach
  void wantsADevice() {
    Families.open(Family.SERIAL).close();
  }

  @Test
  void areInPlaceAfterADriverHasCompiled() {
    Device device = Devices.best(cl);
    cl_context context = cl.context(device.platform(), device.id());
    // Of a name that no driver can have kept a program of.
    String source = "kernel void v" + UUID.randomUUID().toString().replace('-', '_') + "() {}";
    cl_program program = new Programs(cl, Optional.empty()).program(context, device, source);
    assertTrue(JvmSignals.ofTheStart().areInPlace());
    cl.release(program);
    cl.release(context);
  }
}
