package vail.conform.export;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vail.conform.vector.Data;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Flow;
import vail.conform.vector.Mapping;
import vail.conform.vector.Misuse;
import vail.conform.vector.Request;
import vail.conform.vector.Session;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/**
 * One request of a vector, flattened.
 *
 * @param name the vector's id, with the number of the step in sessions
 * @param verb what is asked
 * @param input bytes that go in; none for a reset
 * @param output bytes that must come out, if any
 * @param fault the first class of fault that must come out; empty if none
 */
record Step(
    String name, String verb, Optional<byte[]> input, Optional<byte[]> output, String fault) {
  static List<Step> of(Vector vector) {
    return switch (vector.body()) {
      case Exchange exchange -> List.of(of(vector.id(), exchange));
      case Flow flow -> List.of(of(vector.id(), flow.exchange()));
      case Session session -> session(vector.id(), session);
      case Mapping mapping ->
          List.of(
              new Step(
                  vector.id(),
                  "mapping",
                  Optional.of(mapping.tensor().bytes()),
                  Optional.of(joined(mapping.planes())),
                  ""));
      case Misuse misuse -> List.of();
    };
  }

  private static List<Step> session(String id, Session session) {
    List<Step> steps = new ArrayList<>();
    for (Exchange exchange : session.steps()) {
      steps.add(of(Text.of("%s.%02d", id, steps.size() + 1), exchange));
    }
    return steps;
  }

  private static Step of(String name, Exchange exchange) {
    Expect expect = exchange.expect();
    return new Step(
        name,
        verb(exchange.request()),
        input(exchange.request()),
        expect instanceof Expect.Bytes(Data data) ? Optional.of(data.bytes()) : Optional.empty(),
        expect instanceof Expect.Failure failure ? failure.anyOf().getFirst().name() : "");
  }

  private static String verb(Request request) {
    return switch (request) {
      case Request.Install install -> "book";
      case Request.Encode encode -> "encode";
      case Request.Decode decode -> "decode";
      case Request.Train train -> "train";
      case Request.Reset reset -> "reset";
    };
  }

  private static Optional<byte[]> input(Request request) {
    return switch (request) {
      case Request.Install install -> Optional.of(install.book().bytes());
      case Request.Encode encode -> Optional.of(encode.symbols().bytes());
      case Request.Decode decode -> Optional.of(decode.block().bytes());
      case Request.Train train -> Optional.of(counts(train.counts().counts()));
      case Request.Reset reset -> Optional.empty();
    };
  }

  /** 256 counts of eight bytes, little-endian. */
  private static byte[] counts(long[] counts) {
    byte[] bytes = new byte[8 * counts.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (counts[i / 8] >>> 8 * (i % 8));
    }
    return bytes;
  }

  private static byte[] joined(List<Data> planes) {
    return HexFormat.of().parseHex(String.join("", planes.stream().map(Data::hex).toList()));
  }
}
