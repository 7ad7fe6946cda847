// The rule `mean` (B-06), combinational: (mean - center + offset) mod 255, where 0 stands for "no symbol
// is other than zero", and the offset is -1, 0 or 1.
`default_nettype none
module vail_bias_rule (
    input  wire vail_pkg::symbol_t mean_i,
    input  wire vail_pkg::symbol_t center_i,
    input  wire logic [1:0]        offset_i,   // 3 is -1
    output      vail_pkg::symbol_t bias_o
);
    logic [8:0] difference;
    vail_pkg::symbol_t base, wrapped;

    always_comb begin
        difference = {1'b0, mean_i} - {1'b0, center_i};
        // a borrow takes one away: 2^8 is 1 mod 255; 255 is 0
        base    = (mean_i == 8'd0) ? 8'd0 : difference[7:0] - 8'(difference[8]);
        wrapped = (base == 8'd255) ? 8'd0 : base;
        case (offset_i)
            2'd3:    bias_o = (wrapped == 8'd0) ? 8'd254 : wrapped - 8'd1;
            2'd1:    bias_o = (wrapped == 8'd254) ? 8'd0 : wrapped + 8'd1;
            default: bias_o = wrapped;
        endcase
    end

`ifdef FORMAL
`include "vail_bias_rule_properties.svh"
`endif
endmodule
