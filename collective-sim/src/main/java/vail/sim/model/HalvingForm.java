package vail.sim.model;

import java.util.OptionalLong;
import vail.sim.plan.Collective;

/** Halving, then doubling, among a power of two of dies that exchange one chunk at a time. */
final class HalvingForm {
  private HalvingForm() {}

  static OptionalLong time(Scene scene) {
    long scatter = scene.collective() == Collective.ALL_GATHER ? 0 : scatter(scene);
    long gather = scene.collective() == Collective.REDUCE_SCATTER ? 0 : gather(scene);
    return OptionalLong.of(scatter + gather);
  }

  private static long scatter(Scene scene) {
    long sum = 0;
    for (int parts = 2; parts <= scene.dies(); parts *= 2) {
      sum += scene.chunk(0, parts).all();
    }
    return sum;
  }

  /** Each die encodes its own part; after that whatever it has goes on as it is. */
  private static long gather(Scene scene) {
    long arrival = scene.dies() == 1 ? 0 : scene.chunk(0, scene.dies()).sender();
    long decoded = 0;
    for (int parts = scene.dies(); parts > 1; parts /= 2) {
      Stages chunk = scene.chunk(0, parts);
      arrival += chunk.wire() + chunk.latency();
      decoded = Math.max(decoded, arrival) + chunk.decode();
    }
    return decoded;
  }
}
