// A small RAM: one write port, one registered read port with enable. LUTRAM where a family has it.
`default_nettype none
module vail_ram #(
    parameter int Width     = 8,
    parameter int AddrWidth = 5
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,
    input  wire logic [AddrWidth-1:0] waddr_i,
    input  wire logic [Width-1:0]     wdata_i,
    input  wire logic                 re_i,
    input  wire logic [AddrWidth-1:0] raddr_i,
    output      logic [Width-1:0]     rdata_o
);
`ifdef VAIL_BLOCK_RAM_ONLY
    // no core reads an entry while it is written
    (* no_rw_check *)
`else
    (* ram_style = "distributed" *)
`endif
    logic [Width-1:0] mem_q [0:(1<<AddrWidth)-1];

    always_ff @(posedge clk_i) begin
        if (we_i) mem_q[waddr_i] <= wdata_i;
        if (re_i) rdata_o <= mem_q[raddr_i];
    end
endmodule
