package vail.cli.sim;

import java.util.function.Consumer;
import vail.sim.event.Wiring;
import vail.sim.inject.Injection;
import vail.sim.link.Recovery;
import vail.sim.live.BookEvent;
import vail.sim.live.Watch;

/**
 * Says at once what befalls links and books, for a run may end over it.
 *
 * @param wiring of the links
 * @param voice says a line
 */
record FaultsTold(Wiring wiring, Consumer<String> voice) implements Watch {
  @Override
  public void injected(Injection injection) {
    voice.accept(
        "vail sim: done on purpose to link %s: %s".formatted(name(injection.link()), injection));
  }

  @Override
  public void recovered(Recovery recovery) {
    voice.accept(
        "vail sim: link %s went on with parcel %d after %d round trip%s: %s"
            .formatted(
                name(recovery.link()),
                recovery.next(),
                recovery.tries(),
                recovery.tries() == 1 ? "" : "s",
                recovery.loss()));
  }

  @Override
  public void refreshed(BookEvent event) {
    voice.accept("vail sim: " + event);
  }

  private String name(int link) {
    return "%d (%d>%d)".formatted(link, wiring.node(link), wiring.neighbour(link));
  }
}
