// B-05 for one symbol, combinational: its t.
`default_nettype none
module vail_bias (
    input  wire vail_pkg::symbol_t bias_i,
    input  wire vail_pkg::symbol_t symbol_i,
    output      vail_pkg::symbol_t symbol_o
);
    // s + 255 - b carries where t does not wrap around 255.
    logic [8:0] sum;
    assign sum      = {1'b0, symbol_i} + {1'b0, ~bias_i};
    assign symbol_o = (symbol_i == 8'd0) ? 8'd0 : sum[7:0] + 8'(sum[8]);

`ifdef FORMAL
`include "vail_bias_properties.svh"
`endif
endmodule
