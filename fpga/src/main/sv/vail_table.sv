// The code table of two neighbouring lanes: one true dual-port block RAM, registered twice.
// A write goes to addr0_i; what that port reads in its cycle belongs to nobody.
`default_nettype none
module vail_table #(
    parameter int AddrWidth = 10
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,
    input  wire vail_pkg::entry_t     wdata_i,
    input  wire logic [AddrWidth-1:0] addr0_i,
    input  wire logic [AddrWidth-1:0] addr1_i,
    output      vail_pkg::entry_t     entry0_o,
    output      vail_pkg::entry_t     entry1_o
);
`ifndef VAIL_BLOCK_RAM_ONLY
    (* ram_style = "block" *)
`endif
    vail_pkg::entry_t mem_q [0:(1<<AddrWidth)-1];
    vail_pkg::entry_t read0_q, read1_q;

    always_ff @(posedge clk_i) begin
        if (we_i) mem_q[addr0_i] <= wdata_i;
        read0_q  <= mem_q[addr0_i];
        read1_q  <= mem_q[addr1_i];
        entry0_o <= read0_q;
        entry1_o <= read1_q;
    end
endmodule
