// A table for two neighbouring lanes: one true dual-port block RAM, read in one cycle. A write takes
// port 0 for its cycle.
`default_nettype none
module vail_lookup #(
    parameter int Width     = 1,
    parameter int AddrWidth = 11
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,
    input  wire logic [AddrWidth-1:0] waddr_i,
    input  wire logic [Width-1:0]     wdata_i,
    input  wire logic [AddrWidth-1:0] addr0_i,
    input  wire logic [AddrWidth-1:0] addr1_i,
    output      logic [Width-1:0]     data0_o,
    output      logic [Width-1:0]     data1_o
);
`ifndef VAIL_BLOCK_RAM_ONLY
    (* ram_style = "block" *)
`endif
    logic [Width-1:0] mem_q [0:(1<<AddrWidth)-1];
    logic [AddrWidth-1:0] port0;

    assign port0 = we_i ? waddr_i : addr0_i;

    always_ff @(posedge clk_i) begin
        if (we_i) mem_q[port0] <= wdata_i;
        data0_o <= mem_q[port0];
        data1_o <= mem_q[addr1_i];
    end
endmodule
