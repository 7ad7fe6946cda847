package vail.cli.sim;

import java.util.function.Consumer;
import vail.sim.inject.Injection;
import vail.sim.link.Recovery;
import vail.sim.live.Watch;

/**
 * Says at once what befalls links, for a run may end over it.
 *
 * @param voice says a line
 */
record FaultsTold(Consumer<String> voice) implements Watch {
  @Override
  public void injected(Injection injection) {
    voice.accept("vail sim: done on purpose: " + injection);
  }

  @Override
  public void recovered(Recovery recovery) {
    voice.accept("vail sim: " + words(recovery));
  }

  static String words(Recovery recovery) {
    return "link %d went on with parcel %d after %d round trip%s: %s"
        .formatted(
            recovery.link(),
            recovery.next(),
            recovery.tries(),
            recovery.tries() == 1 ? "" : "s",
            recovery.loss());
  }
}
