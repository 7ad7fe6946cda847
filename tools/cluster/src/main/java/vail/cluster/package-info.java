/**
 * The way of a team's JVMs into a cluster of Hazelcast; in a jar of its own, which is built with
 * {@code -P cluster} and when {@code ./vail sim --peers} wants it. Knows nothing of what they do
 * there.
 */
package vail.cluster;
