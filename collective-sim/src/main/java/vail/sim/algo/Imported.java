package vail.sim.algo;

import java.util.List;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * A schedule from a file of MSCCL.
 *
 * @param name of the file
 * @param buffers where chunks lie
 * @param vectors of each die, with scratch
 * @param steps of each die in an order that serves
 */
record Imported(String name, MscclBuffers buffers, int vectors, List<List<MscclStep>> steps)
    implements Algorithm {
  @Override
  public Collective collective() {
    return buffers.collective();
  }

  @Override
  public int dies() {
    return buffers.dies();
  }

  @Override
  public int pieces() {
    return buffers.pieces();
  }

  @Override
  public void write(int die, Script script) {
    steps.get(die).forEach(step -> step.tell(script));
    if (buffers.copiesOut()) {
      Range result = collective().output(die, dies(), pieces());
      script.copy(new Range(buffers.outputs() + result.first(), result.count()), result);
    }
  }
}
