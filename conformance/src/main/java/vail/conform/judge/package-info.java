/**
 * The judge: asks an implementation what the vectors ask, in an order of its own, and says of each
 * vector in which state it ended.
 *
 * <p>Holds no codec: the right answers stand in the vectors. Knows nothing of how an implementation
 * is reached or how a report looks.
 */
package vail.conform.judge;
