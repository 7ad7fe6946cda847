/**
 * The seam behind which implementations of the format stand, and how they are found.
 *
 * <p>Knows no concrete backend but the three of this module, which it offers like any other.
 */
package vail.backend;
