// Which t of which bank have a code, for two neighbouring lanes.
`default_nettype none
module vail_coded #(
    parameter int AddrWidth = 11
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,
    input  wire logic [AddrWidth-1:0] waddr_i,
    input  wire logic                 wdata_i,
    input  wire logic [AddrWidth-1:0] addr0_i,
    input  wire logic [AddrWidth-1:0] addr1_i,
    output      logic                 coded0_o,
    output      logic                 coded1_o
);
`ifndef VAIL_BLOCK_RAM_ONLY
    (* ram_style = "block" *)
`endif
    logic mem_q [0:(1<<AddrWidth)-1];
    logic [AddrWidth-1:0] port0;

    assign port0 = we_i ? waddr_i : addr0_i;

    always_ff @(posedge clk_i) begin
        if (we_i) mem_q[port0] <= wdata_i;
        coded0_o <= mem_q[port0];
        coded1_o <= mem_q[addr1_i];
    end
endmodule
