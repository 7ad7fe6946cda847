package vail.sim.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vail.sim.bytes.Part;
import vail.sim.link.Ack;
import vail.sim.link.Parcel;
import vail.sim.link.ParcelFormat;

class FrameTest {
  private static final byte[] VALUES = new byte[20];
  private static final Parcel PARCEL =
      new Parcel(0, 1, 2, 0, 0, List.of(new Part(new int[] {20}, Part.Form.PLAIN, VALUES, 0, 20)));
  private static final Frame FRAME = new Frame(ParcelFormat.frame(PARCEL, 0));
  private static final Frame ANSWER = new Frame(Buffer.buffer(new byte[Ack.BYTES]));

  private static byte[] bytes(Frame frame) {
    return frame.bytes().getBytes();
  }

  /** The bits in which two frames of the same length differ. */
  private static List<Integer> changed(Frame frame, Frame other) {
    byte[] one = bytes(frame);
    byte[] two = bytes(other);
    assertEquals(one.length, two.length);
    return IntStream.range(0, Byte.SIZE * one.length)
        .filter(bit -> ((one[bit / Byte.SIZE] ^ two[bit / Byte.SIZE]) >> bit % Byte.SIZE & 1) == 1)
        .boxed()
        .toList();
  }

  private static void assertOneBit(Frame frame, Frame flipped, int fromByte, int endByte) {
    List<Integer> bits = changed(frame, flipped);

    assertEquals(1, bits.size());
    assertTrue(bits.getFirst() >= Byte.SIZE * fromByte && bits.getFirst() < Byte.SIZE * endByte);
  }

  @Test
  void changesOneBitWhereItIsTold() {
    int end = bytes(FRAME).length;
    for (int choice = -1000; choice < 1000; choice++) {
      assertOneBit(FRAME, FRAME.flippedHead(choice), 0, 44);
      assertOneBit(FRAME, FRAME.flippedCheck(choice), 44, 48);
      assertOneBit(FRAME, FRAME.flippedPayload(choice), 48, end);
      assertOneBit(ANSWER, ANSWER.flippedHead(choice), 0, 8);
      assertOneBit(ANSWER, ANSWER.flippedCheck(choice), 8, 12);
      assertOneBit(ANSWER, ANSWER.flippedPayload(choice), 0, 8);
    }
  }

  @Test
  void losesItsSecondHalf() {
    assertEquals(bytes(FRAME).length / 2, bytes(FRAME.half()).length);
    assertEquals(Ack.BYTES / 2, bytes(ANSWER.half()).length);
  }

  @Test
  void hasNoBookToBeStaleWhereNothingIsCoded() {
    assertTrue(FRAME.isParcel());
    assertFalse(ANSWER.isParcel());
    assertEquals(Optional.empty(), FRAME.stale());
    assertEquals(Optional.empty(), ANSWER.stale());
  }
}
