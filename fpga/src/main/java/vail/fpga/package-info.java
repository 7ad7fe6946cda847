/**
 * The hardware: encoder and decoder in SystemVerilog, which this module's jar carries as text under
 * {@code vail/fpga/sv}. It drives no device and runs no simulator; its benches and proofs do, and a
 * machine without their tools only reports them absent.
 */
package vail.fpga;
