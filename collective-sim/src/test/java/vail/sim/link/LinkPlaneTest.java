package vail.sim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.sim.bytes.Part;

/** Over real sockets. */
class LinkPlaneTest {
  private static final int RUN = 7;
  private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final Terms TERMS = new Terms(RUN, 1 << 16, 1 << 20, SILENCE, 3);

  private final Vertx vertx = Vertx.vertx();
  private final SocketLines lines = new SocketLines(vertx, "127.0.0.1", Duration.ofSeconds(5));
  private final List<Recovery> recoveries = Collections.synchronizedList(new ArrayList<>());

  private final LinkWatch watch =
      new LinkWatch() {
        @Override
        public void recovered(Recovery recovery) {
          recoveries.add(recovery);
        }
      };

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private LinkPlane plane(Terms terms) {
    return new LinkPlane(
        terms,
        new Ways(
            lines,
            (nanos, task) -> vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(nanos), _ -> task.run()),
            watch));
  }

  @Test
  void keepsTheOrderAndWaitsForCredit() {
    int count = 200;
    List<Integer> arrived = new ArrayList<>();
    Promise<Void> end = Promise.promise();
    LinkPlane plane = plane(new Terms(RUN, 1 << 16, 1 << 20, TimeUnit.SECONDS.toNanos(60), 3));
    vertx.runOnContext(_ ->
        plane
            .open(0, parcel -> arrived.add(parcel.receive()), end::tryFail)
            .compose(_ -> plane.connect(0, 0, end::tryFail))
            .compose(wire -> {
              Future<Void> room = Future.succeededFuture();
              for (int i = 0; i < count; i++) {
                Parcel parcel = parcel(i, 40_000);
                room = room.compose(_ -> wire.write(parcel));
              }
              return room.compose(_ -> wire.end());
            })
            .onComplete(end));
    end.future().await();

    assertEquals(IntStream.range(0, count).boxed().toList(), arrived);
    assertEquals(List.of(), recoveries);
  }

  @Test
  void answersWhatIsNoParcelWithItsFaultAndClosesTheLine() {
    plane(TERMS).open(0, _ -> {}, _ -> {}).await();
    byte[] noise = new byte[ParcelFormat.HEAD];
    Arrays.fill(noise, (byte) 0x5a);

    assertEquals(new Ack(0, Optional.of(Fault.BAD_MAGIC)), Ack.read(answer(noise)));
  }

  @Test
  void refusesTheLinksOfAnotherRun() {
    plane(TERMS).open(0, _ -> {}, _ -> {}).await();

    assertEquals(
        new Ack(0, Optional.of(Fault.BAD_FIELD)),
        Ack.read(answer(ParcelFormat.greeting(new Greeting(RUN + 1, 0)))));
  }

  @Test
  void saysWhichLinkIsDownAndHowOftenItTried() {
    lines.place(0, 1, "127.0.0.1");
    Throwable why =
        plane(TERMS)
            .connect(5, 0, _ -> {})
            .transform(done -> Future.succeededFuture(done.cause()))
            .await();
    LinkDownException down = assertInstanceOf(LinkDownException.class, why);

    assertEquals(5, down.link());
    assertEquals(3, down.tries());
    assertEquals(Loss.REFUSED, down.loss());
    assertTrue(
        down.getMessage().contains("link 5 to node 0 is down after 3 tries"), down.getMessage());
  }

  /** All that comes back until the line closes. */
  private Buffer answer(byte[] bytes) {
    Buffer all = Buffer.buffer();
    Promise<Buffer> closed = Promise.promise();
    lines
        .connect(0, 0)
        .onSuccess(line -> {
          line.read(all::appendBuffer, () -> closed.complete(all));
          line.write(Buffer.buffer(bytes));
        });
    return closed.future().await();
  }

  private static Parcel parcel(int receive, int bytes) {
    Part part = new Part(new int[] {bytes}, Part.Form.PLAIN, new byte[bytes], 0, bytes);
    return new Parcel(0, 0, receive, 0, 0, List.of(part));
  }
}
