package vail.sim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vail.sim.link.VirtualLines.LATENCY;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.sim.bytes.Part;

/** Both ends of a link in virtual time. */
class LinkSenderTest {
  private static final int COUNT = 20;
  private static final long SILENCE = 10 * LATENCY;
  private static final int TRIES = 3;
  private static final int MOST = 10_000;

  private final VirtualTime time = new VirtualTime();
  private final VirtualLines lines = new VirtualLines(time);
  private final List<Integer> arrived = new ArrayList<>();
  private final List<Recovery> recoveries = new ArrayList<>();
  private final List<Throwable> troubles = new ArrayList<>();
  private final LinkWatch watch =
      new LinkWatch() {
        @Override
        public void recovered(Recovery recovery) {
          recoveries.add(recovery);
        }
      };
  private long ended;

  /** Each parcel waits for room: 2 of them fill the window. */
  private Future<Void> send(int parcels) {
    Plane plane =
        new LinkPlane(new Terms(1, 100, 1 << 20, SILENCE, TRIES), new Ways(lines, time, watch));
    return plane
        .open(0, parcel -> arrived.add(parcel.receive()), troubles::add)
        .compose(_ -> plane.connect(0, 0, troubles::add))
        .compose(wire -> {
          Future<Void> room = Future.succeededFuture();
          for (int i = 0; i < parcels; i++) {
            Parcel parcel = parcel(i);
            room = room.compose(_ -> wire.write(parcel));
          }
          return room.compose(_ -> wire.end());
        })
        .onComplete(_ -> ended = time.now());
  }

  private static Parcel parcel(int receive) {
    Part part = new Part(new int[] {50}, Part.Form.PLAIN, new byte[50], 0, 50);
    return new Parcel(0, 0, receive, 0, 0, List.of(part));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 12, 33, 100})
  void goesOnWhereItWasWheneverTheLineIsCut(int after) {
    time.after(after * LATENCY, lines::cut);
    Future<Void> end = send(COUNT);
    time.run(MOST);

    assertTrue(end.succeeded());
    assertEquals(IntStream.range(0, COUNT).boxed().toList(), arrived);
    assertTrue(recoveries.size() <= 1, recoveries.toString());
    assertTrue(recoveries.stream().allMatch(each -> each.tries() == 1), recoveries.toString());
  }

  /** Closing is heard after one latency; connecting, greeting and sending again take two each. */
  @ParameterizedTest
  @ValueSource(ints = {5, 12, 33})
  void takesThreeRoundTripsAndAHalfForACut(int after) {
    LinkSenderTest calm = new LinkSenderTest();
    calm.send(COUNT);
    calm.time.run(MOST);
    time.after(after * LATENCY, lines::cut);
    send(COUNT);
    time.run(MOST);

    assertTrue(ended - calm.ended <= 7 * LATENCY, ended + " after " + calm.ended);
  }

  @Test
  void failsAllThatWaitWhenTheOtherEndIsGone() {
    Future<Void> end = send(COUNT);
    time.after(
        15 * LATENCY,
        () -> {
          lines.shut(0);
          lines.cut();
        });
    time.run(MOST);
    LinkDownException down = assertInstanceOf(LinkDownException.class, end.cause());

    assertEquals(TRIES, down.tries());
    assertEquals(Loss.REFUSED, down.loss());
    assertEquals(List.of(down), troubles.stream().distinct().toList());
    assertTrue(time.now() <= 15 * LATENCY + (TRIES + 1) * (SILENCE + 2 * LATENCY));
  }
}
