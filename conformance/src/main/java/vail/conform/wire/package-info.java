/**
 * The wire protocol of {@code conformance/protocol.md}: messages, requests, replies and claims, in
 * bytes.
 *
 * <p>Knows nothing of processes, sockets or what an answer ought to be.
 */
package vail.conform.wire;
