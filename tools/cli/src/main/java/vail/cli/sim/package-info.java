/**
 * The command {@code sim}: asks the simulator about collectives and prints what NVIDIA's nccl-tests
 * would, with columns about compression to the right.
 */
package vail.cli.sim;
