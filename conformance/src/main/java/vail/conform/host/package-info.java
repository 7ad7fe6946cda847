/**
 * The other side of the protocol: answers requests with a backend of this project, or with a shared
 * library, in this process or over two streams.
 *
 * <p>Knows no vectors and no right answers.
 */
package vail.conform.host;
