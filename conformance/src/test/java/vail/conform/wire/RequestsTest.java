package vail.conform.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.conform.wire.Request.Shape;
import vail.conform.wire.Request.Slot;

class RequestsTest {
  static List<Request> requests() {
    Request.Encode encode = new Request.Encode(7, 255, 511, new Shape(6, 8), 3, new byte[] {1, 2});
    return List.of(
        new Request.Book(254, 1, new byte[135]),
        encode,
        new Request.Decode(new byte[] {9}),
        new Request.Train(true, 12, new long[256]),
        new Request.Reset(),
        new Request.Best(
            List.of(new Slot(1, 2), new Slot(3, 4)),
            List.of(0, Request.MEAN, 511),
            8,
            new Shape(6, 8),
            new Shape(5, 16),
            1,
            new byte[] {5}),
        new Request.Split(2, new byte[4]),
        new Request.Join(6, new byte[4]),
        new Request.DecodeWithin(65_536, 0, new byte[3]),
        new Request.EncodeWithin(14, encode));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestReadsAsItWasWritten(Request request) {
    Message message = Requests.message(5, request);

    Message again = Requests.message(5, Requests.of(message));
    assertArrayEquals(message.toBytes(), again.toBytes());
  }

  @Test
  void anEncodeIsTheBytesOfTheProtocol() {
    Request request = new Request.Encode(7, 0, 0, new Shape(0, 8), 1, new byte[3]);

    assertEquals(
        "10000000" + "03" + "04000000" + "07000000000801" + "00" + "000000",
        HexFormat.of().formatHex(Requests.message(4, request).toBytes()));
  }

  @Test
  void offsetsOfTheMeanAreSigned() {
    assertEquals(-1, Request.meanOffset(511));
    assertEquals(1, Request.meanOffset(257));
    assertEquals(0, Request.meanOffset(Request.MEAN));
  }

  @Test
  void aLengthBeyondTheCapIsRefusedBeforeAnythingIsReserved() {
    byte[] head = HexFormat.of().parseHex("ffffffff" + "83" + "01000000");

    assertThrows(IOException.class, () -> Message.read(new ByteArrayInputStream(head)));
  }

  @Test
  void anEndWithinAMessageIsNoEnd() {
    byte[] half = HexFormat.of().parseHex("07000000" + "83" + "01000000" + "2a");

    assertThrows(EOFException.class, () -> Message.read(new ByteArrayInputStream(half)));
  }

  @Test
  void aBodyThatIsTooShortIsNoRequest() {
    assertThrows(IllegalArgumentException.class, () -> Requests.of(new Message(3, 1, new byte[4])));
    assertThrows(
        IllegalArgumentException.class, () -> Requests.of(new Message(99, 1, new byte[4])));
  }
}
