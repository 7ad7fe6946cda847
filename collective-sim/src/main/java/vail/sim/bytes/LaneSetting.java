package vail.sim.bytes;

import java.util.List;
import java.util.stream.IntStream;
import vail.sim.plan.Origins;
import vail.sim.plan.Schedule;
import vail.sim.plan.Steps;

/**
 * What the values of all dies and lanes have in common.
 *
 * @param load what is moved
 * @param steps of its schedule
 * @param origins of what each die takes
 * @param arithmetic of its elements
 * @param coders of frames
 */
record LaneSetting(
    Load load, Steps steps, List<Origins> origins, Arithmetic arithmetic, FrameCoders coders) {
  /** The setting of a load. */
  static LaneSetting of(Load load, Coder coder) {
    Schedule schedule = load.schedule();
    return new LaneSetting(
        load,
        Steps.of(schedule),
        IntStream.range(0, schedule.dies()).mapToObj(die -> Origins.of(schedule, die)).toList(),
        load.arithmetic(),
        new FrameCoders(load, coder));
  }

  /** The same for other values. */
  LaneSetting with(Vectors vectors) {
    Load other = new Load(load.schedule(), load.partition(), load.type(), vectors);
    return new LaneSetting(other, steps, origins, arithmetic, coders);
  }
}
