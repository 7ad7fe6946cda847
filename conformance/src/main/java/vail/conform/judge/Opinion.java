package vail.conform.judge;

import java.util.List;
import java.util.stream.Collectors;
import vail.conform.judge.Step.Answer;
import vail.conform.vector.Data;
import vail.conform.wire.Claim.ErrorDetail;
import vail.conform.wire.Reply;
import vail.fault.Fault;

/**
 * What to think of one reply.
 *
 * @param state PASS, NON_STRICT or what is wrong
 * @param error in words; empty for PASS
 */
record Opinion(State state, String error) {
  private static final Opinion PASS = new Opinion(State.PASS, "");

  /** Of a reply to a request within the claim. */
  static Opinion of(Answer answer, Reply reply, ErrorDetail detail) {
    return switch (answer) {
      case Answer.Bytes(Data expected) -> ofData(expected, reply);
      case Answer.Done() -> reply instanceof Reply.Done ? PASS : rejected(reply);
      case Answer.Refusal(List<Fault> anyOf) -> ofRefusal(anyOf, reply, detail);
    };
  }

  /** Of a reply to a request outside the claim: a refusal, and never wrong data. */
  static Opinion outside(Answer answer, Reply reply, ErrorDetail detail) {
    if (reply instanceof Reply.Refusal refusal
        && refusal.fault() == Fault.UNSUPPORTED_FEATURE.number()) {
      return PASS;
    }
    Opinion inside = of(answer, reply, detail);
    if (answer instanceof Answer.Refusal) {
      return inside;
    }
    if (inside.state == State.PASS) {
      return new Opinion(State.INFORMATIONAL, "the right answer, though it is not claimed");
    }
    return inside.state != State.FAIL_REJECTED
        ? inside
        : new Opinion(
            detail == ErrorDetail.NONE ? State.NON_STRICT : State.FAIL_WRONG_ERROR,
            "what is not claimed is refused with 22 UNSUPPORTED_FEATURE, not with " + said(reply));
  }

  private static Opinion ofData(Data expected, Reply reply) {
    return switch (reply) {
      case Reply.Data(byte[] bytes) -> {
        int at = java.util.Arrays.mismatch(expected.bytes(), bytes);
        yield at < 0
            ? PASS
            : new Opinion(
                State.FAIL_MISMATCH,
                "%d bytes%s, different from byte %d on"
                    .formatted(
                        bytes.length,
                        bytes.length == expected.size() ? "" : " instead of " + expected.size(),
                        at));
      }
      case Reply.Refusal refusal -> rejected(refusal);
      case Reply.Welcome welcome -> wrongType();
      case Reply.Done done -> wrongType();
    };
  }

  private static Opinion ofRefusal(List<Fault> anyOf, Reply reply, ErrorDetail detail) {
    String due =
        anyOf.stream().map(f -> f.number() + " " + f.name()).collect(Collectors.joining(" or "));
    if (!(reply instanceof Reply.Refusal(int fault, String text))) {
      return new Opinion(State.FAIL_ACCEPTED, said(reply) + " instead of fault " + due);
    }
    if (anyOf.stream().anyMatch(f -> f.number() == fault)) {
      return PASS;
    }
    boolean clean = fault >= 1 && fault < Fault.INTERNAL.number();
    return new Opinion(
        detail == ErrorDetail.NONE && clean ? State.NON_STRICT : State.FAIL_WRONG_ERROR,
        said(reply) + " instead of " + due);
  }

  private static Opinion rejected(Reply reply) {
    return reply instanceof Reply.Refusal
        ? new Opinion(State.FAIL_REJECTED, said(reply))
        : wrongType();
  }

  private static Opinion wrongType() {
    return new Opinion(State.PROTOCOL_ERROR, "a reply of a type that does not suit the request");
  }

  private static String said(Reply reply) {
    return switch (reply) {
      case Reply.Data(byte[] bytes) -> bytes.length + " bytes";
      case Reply.Refusal(int fault, String text) ->
          "fault " + name(fault) + (text.isBlank() ? "" : " (" + clipped(text) + ")");
      case Reply.Done done -> "done";
      case Reply.Welcome welcome -> "a claim";
    };
  }

  private static String name(int fault) {
    return fault >= 1 && fault <= Fault.values().length
        ? fault + " " + Fault.of(fault).name()
        : fault + ", which is none";
  }

  private static String clipped(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120) + "…";
  }
}
