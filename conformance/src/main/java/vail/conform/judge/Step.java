package vail.conform.judge;

import java.util.List;
import java.util.stream.Collectors;
import vail.conform.vector.Data;
import vail.conform.wire.Request;
import vail.fault.Fault;

/**
 * A request and the only right reply.
 *
 * @param request as it goes to the implementation
 * @param answer what must come back
 */
record Step(Request request, Answer answer) {
  /** The only right reply. */
  sealed interface Answer {
    /** These bytes. */
    record Bytes(Data data) implements Answer {}

    /** It is done. */
    record Done() implements Answer {}

    /** One of these faults, the one of the specification first. */
    record Refusal(List<Fault> anyOf) implements Answer {}

    /** The answer in words. */
    default String words() {
      return switch (this) {
        case Bytes bytes -> bytes.data().size() + " bytes";
        case Done done -> "done";
        case Refusal(List<Fault> anyOf) ->
            anyOf.stream()
                .map(f -> f.number() + " " + f.name())
                .collect(Collectors.joining(" or ", "fault ", ""));
      };
    }
  }
}
