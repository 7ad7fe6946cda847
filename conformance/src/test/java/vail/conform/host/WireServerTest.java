package vail.conform.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.fault.Fault;

class WireServerTest {
  @ParameterizedTest(name = "a request of type {0} with {1} is {2}")
  @CsvSource({
    "3, 010000, BAD_ARGUMENT",
    "5, 0008, BAD_ARGUMENT",
    "8, 02 010203, BAD_ARGUMENT",
    "8, 06 01020304, BAD_ARGUMENT",
    "8, 07 01020304, BAD_ARGUMENT",
    "9, 06 01020340, BAD_ARGUMENT",
    "9, 06 010203, BAD_ARGUMENT",
    "99, 00, UNSUPPORTED_FEATURE",
  })
  void whatCannotBeGrantedIsRefused(int type, String body, Fault fault) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(body.replace(" ", ""));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WireServer.serve(
        new ByteArrayInputStream(new Message(type, 1, bytes).toBytes()),
        out,
        new BackendAnswerer(((Probe.Ready) Backends.probe("java-reference")).backend()));

    Message reply = Message.read(new ByteArrayInputStream(out.toByteArray())).orElseThrow();
    Reply.Refusal refusal = assertInstanceOf(Reply.Refusal.class, Reply.of(reply));
    assertEquals(fault, Fault.of(refusal.fault()));
  }
}
