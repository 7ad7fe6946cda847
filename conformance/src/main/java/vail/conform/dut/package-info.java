/**
 * Ways to an implementation under test: in this process, a child process, a shared library behind a
 * host of its own, a socket, or a folder of batches.
 *
 * <p>Carries requests there and replies back, and says how a way ended. Knows no right answer.
 */
package vail.conform.dut;
