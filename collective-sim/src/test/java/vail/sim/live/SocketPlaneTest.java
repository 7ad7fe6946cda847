package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Part;

class SocketPlaneTest {
  private static final long MOST = 1 << 20;

  private final Vertx vertx = Vertx.vertx();
  private final SocketPlane plane = new SocketPlane(vertx, 1 << 16, MOST, Watch.NOBODY);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void keepsTheOrderAndWaitsForCredit() {
    int count = 200;
    List<Integer> arrived = new ArrayList<>();
    Promise<Void> all = Promise.promise();
    plane
        .open(
            0,
            parcel -> {
              arrived.add(parcel.receive());
              if (arrived.size() == count) {
                all.complete();
              }
            },
            all::tryFail)
        .await();
    Wire wire = plane.connect(0, 0, all::tryFail).await();
    Future<Void> room = Future.succeededFuture();
    for (int i = 0; i < count; i++) {
      Parcel parcel = parcel(i, 40_000);
      room = room.compose(_ -> wire.write(parcel));
    }
    all.future().await();

    assertEquals(IntStream.range(0, count).boxed().toList(), arrived);
  }

  @Test
  void refusesWhatIsNoParcelAndClosesTheLink() {
    Promise<Throwable> trouble = Promise.promise();
    plane.open(0, _ -> {}, trouble::tryComplete).await();
    Promise<Void> closed = Promise.promise();
    var socket = plane.connectRaw(0).await();
    socket.closeHandler(_ -> closed.complete());
    byte[] noise = new byte[ParcelFormat.HEAD];
    Arrays.fill(noise, (byte) 0x5a);
    socket.write(Buffer.buffer(noise)).await();
    VailFormatException fault =
        assertInstanceOf(VailFormatException.class, trouble.future().await());
    closed.future().await();

    assertEquals(Fault.BAD_MAGIC, fault.fault());
  }

  private static Parcel parcel(int receive, int bytes) {
    Part part = new Part(new int[] {bytes}, Part.Form.PLAIN, new byte[bytes], 0, bytes);
    return new Parcel(0, 0, receive, 0, 0, List.of(part));
  }
}
