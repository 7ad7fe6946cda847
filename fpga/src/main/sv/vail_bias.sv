// B-05 for one symbol, combinational. Forward: t of a symbol; otherwise the symbol of a t.
`default_nettype none
module vail_bias (
    input  wire logic              forward_i,
    input  wire vail_pkg::symbol_t bias_i,
    input  wire vail_pkg::symbol_t symbol_i,
    output      vail_pkg::symbol_t symbol_o
);
    // s - b - 1 borrows where t wraps around 255, and t + b carries where s does: both add the carry.
    logic [8:0] sum;
    assign sum      = {1'b0, symbol_i} + {1'b0, forward_i ? ~bias_i : bias_i};
    assign symbol_o = (symbol_i == 8'd0) ? 8'd0 : sum[7:0] + 8'(sum[8]);

`ifdef FORMAL
`include "vail_bias_properties.svh"
`endif
endmodule
