/**
 * The hardware: encoder and decoder in SystemVerilog with a bench and a proof for each module, and
 * the simulated model packed as one shared library.
 *
 * <p>This package will hold what a program needs to find that model inside the jar: its version,
 * its parameters and where it was unpacked. It will not drive a device; that is the bridge's job.
 */
package vail.fpga;
