// The code table of two neighbouring lanes: one true dual-port block RAM, registered twice.
// A write goes to addr0_i. What either port reads in its cycle belongs to nobody: without saying so, yosys compares
// addresses and keeps what was there, which some families' RAMs do not.
`default_nettype none
module vail_table #(
    parameter int Width     = 13,
    parameter int AddrWidth = 10
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,
    input  wire logic [Width-1:0]     wdata_i,
    input  wire logic [AddrWidth-1:0] addr0_i,
    input  wire logic [AddrWidth-1:0] addr1_i,
    output      logic [Width-1:0]     entry0_o,
    output      logic [Width-1:0]     entry1_o
);
    (* no_rw_check *)
`ifndef VAIL_BLOCK_RAM_ONLY
    (* ram_style = "block" *)
`endif
    logic [Width-1:0] mem_q [0:(1<<AddrWidth)-1];
    logic [Width-1:0] read0_q, read1_q;

    always_ff @(posedge clk_i) begin
        if (we_i) mem_q[addr0_i] <= wdata_i;
        read0_q  <= mem_q[addr0_i];
        read1_q  <= mem_q[addr1_i];
        entry0_o <= read0_q;
        entry1_o <= read1_q;
    end
endmodule
