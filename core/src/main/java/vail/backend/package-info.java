/**
 * The seam behind which implementations of the format stand, and how they are found.
 *
 * <p>Knows no concrete backend but the two of this module, which it offers like any other.
 */
package vail.backend;
