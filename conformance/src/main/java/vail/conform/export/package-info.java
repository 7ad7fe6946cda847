/**
 * Vectors in other forms than JSON, for benches and scripts that read nothing else.
 *
 * <p>Only writes; what is to be trusted is the signed JSON.
 */
package vail.conform.export;
