package vail.sim.web;

import java.time.Duration;

/**
 * What a server grants to whoever connects; more is refused.
 *
 * @param connections open at once
 * @param perAddress of these from one address
 * @param request from a connection's opening or its last answer to the end of its next request
 * @param idle without a byte in either direction
 * @param handshake of TLS
 * @param line bytes of a request's first line
 * @param head bytes of its headers
 * @param body bytes of its body
 * @param perSecond requests, of all together
 * @param waiting questions that wait for others to be answered
 */
public record Limits(
    int connections,
    int perAddress,
    Duration request,
    Duration idle,
    Duration handshake,
    int line,
    int head,
    int body,
    int perSecond,
    int waiting) {
  /** For a browser or two. */
  public static final Limits USUAL =
      new Limits(
          256,
          32,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          2 << 10,
          8 << 10,
          16 << 10,
          200,
          8);

  /** The same with so many requests in a second. */
  Limits with(int requests) {
    return new Limits(
        connections, perAddress, request, idle, handshake, line, head, body, requests, waiting);
  }
}
