/** Tests of {@link vail.cluster}. */
package vail.cluster;
