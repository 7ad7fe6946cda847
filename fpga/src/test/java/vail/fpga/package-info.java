/**
 * Runs the hardware's own checks, which are written in C++, and holds its numbers to their gates.
 */
package vail.fpga;
