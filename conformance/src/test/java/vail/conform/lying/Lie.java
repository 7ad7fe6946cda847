package vail.conform.lying;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import vail.conform.host.Answerer;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;
import vail.fault.Fault;

/** Wrong answers, told by wrapping an implementation that knows the right ones. */
@SuppressWarnings("ImmutableEnumChecker") // the functions keep nothing
public enum Lie {
  /** None. */
  NONE(honest -> honest),
  /** Every refusal names the same fault. */
  WRONG_CLASS(honest ->
      request ->
          honest.answer(request) instanceof Reply.Refusal refusal
              ? new Reply.Refusal(Fault.TRUNCATED.number(), refusal.text())
              : honest.answer(request)),
  /** Bad blocks decode to zeros. */
  ACCEPTS(honest ->
      request ->
          request instanceof Request.Decode && honest.answer(request) instanceof Reply.Refusal
              ? new Reply.Data(new byte[4])
              : honest.answer(request)),
  /** Good blocks are refused. */
  REJECTS(honest ->
      request ->
          request instanceof Request.Decode
              ? new Reply.Refusal(Fault.CHECKSUM.number(), "no")
              : honest.answer(request)),
  /** The last symbol is off by one. */
  MISDECODES(honest ->
      request ->
          request instanceof Request.Decode ? off(honest.answer(request)) : honest.answer(request)),
  /** Books are forgotten never. */
  KEEPS_BOOKS(honest ->
      request -> request instanceof Request.Reset ? new Reply.Done() : honest.answer(request)),
  /** Every other answer to a DECODE is wrong. */
  CHANGES_ITS_MIND(honest -> {
    int[] asked = new int[1];
    return request -> {
      Reply reply = honest.answer(request);
      return request instanceof Request.Decode && asked[0]++ % 2 == 1 ? off(reply) : reply;
    };
  }),
  /** Everything goes wrong after the second time the same block was seen. */
  LEARNS(honest -> {
    Map<String, Integer> seen = new HashMap<>();
    return request -> {
      String key = Arrays.toString(Requests.message(0, request).toBytes());
      boolean known = seen.merge(key, 1, Integer::sum) > 1;
      Reply reply = honest.answer(request);
      return request instanceof Request.Decode && known ? off(reply) : reply;
    };
  }),
  /** An exception instead of an answer. */
  THROWS(honest ->
      request -> {
        if (request instanceof Request.Encode) {
          throw new IllegalStateException("<b>broken</b>");
        }
        return honest.answer(request);
      }),
  /** A fault of its own where one of the sender's is due. */
  INTERNAL(honest ->
      request ->
          honest.answer(request) instanceof Reply.Refusal refusal
              ? new Reply.Refusal(Fault.INTERNAL.number(), refusal.text())
              : honest.answer(request)),
  /** It claims to decode and to do nothing else, but answers all the same. */
  CLAIMS_LESS(honest ->
      request ->
          request instanceof Request.Hello
              ? new Reply.Welcome(
                  "{\"protocol\":1,\"name\":\"shy\",\"roles\":[\"decode\"]}"
                      .getBytes(StandardCharsets.UTF_8))
              : honest.answer(request)),
  /** It claims nothing. */
  CLAIMS_NOTHING(honest ->
      request ->
          request instanceof Request.Hello
              ? new Reply.Welcome(
                  "{\"protocol\":1,\"name\":\"none\",\"lanes\":[]}"
                      .getBytes(StandardCharsets.UTF_8))
              : new Reply.Refusal(Fault.UNSUPPORTED_FEATURE.number(), ""));

  private final UnaryOperator<Answerer> telling;

  Lie(UnaryOperator<Answerer> telling) {
    this.telling = telling;
  }

  /** Tells this lie with what an honest implementation knows. */
  public Answerer of(Answerer honest) {
    return telling.apply(honest);
  }

  private static Reply off(Reply reply) {
    if (!(reply instanceof Reply.Data(byte[] bytes)) || bytes.length == 0) {
      return reply;
    }
    byte[] wrong = bytes.clone();
    wrong[wrong.length - 1]++;
    return new Reply.Data(wrong);
  }
}
