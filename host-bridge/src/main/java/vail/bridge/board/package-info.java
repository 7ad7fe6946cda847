/**
 * The backend {@code board}: drives the kernel {@code vail_kernel} of the module {@code fpga} on
 * any board that can be read, written and waited for ({@link vail.bridge.board.BoardTransport}).
 *
 * <p>Trusts no device: what it read and what it wrote is checked before a byte is given out. Knows
 * no bus and no vendor outside the transports.
 */
package vail.bridge.board;
