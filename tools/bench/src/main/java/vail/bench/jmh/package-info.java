/**
 * Microbenchmarks of the kernels, run by JMH.
 *
 * <p>Job: time the public calls of core on real and generated planes. Non-job: deciding whether an
 * answer is right; the tests do that.
 */
package vail.bench.jmh;
