// A block's bytes, row by row: a block RAM with one write and one registered read port.
`default_nettype none
module vail_buffer #(
    parameter int Width     = 64,
    parameter int AddrWidth = 9
) (
    input  wire logic                 clk_i,
    input  wire logic                 we_i,
    input  wire logic [AddrWidth-1:0] waddr_i,
    input  wire logic [Width-1:0]     wdata_i,
    input  wire logic                 re_i,
    input  wire logic [AddrWidth-1:0] raddr_i,
    output      logic [Width-1:0]     rdata_o
);
    // A block RAM of 8,192 words is four bits wide; asked for more at once, yosys takes wider ones of fewer words
    // and puts multiplexers behind them.
    localparam int Slice = (AddrWidth == 13) ? 4 : Width;
    for (genvar s = 0; s < Width; s = s + Slice) begin : g_slice
`ifdef VAIL_BLOCK_RAM_ONLY
        // no core reads an entry while it is written, as whole blocks do
        (* no_rw_check *)
`else
        (* ram_style = "block" *)
`endif
        logic [Slice-1:0] mem_q [0:(1<<AddrWidth)-1];

        always_ff @(posedge clk_i) begin
            if (we_i) mem_q[waddr_i] <= wdata_i[s +: Slice];
            if (re_i) rdata_o[s +: Slice] <= mem_q[raddr_i];
        end
    end
endmodule
