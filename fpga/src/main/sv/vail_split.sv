// Split `planes` of bf16 (B-03): each element is rotated left by one bit, its high byte, the exponent,
// goes to the lane that is coded, its low byte, mantissa and sign, to the lane that stays raw. Each lane
// has a register, so one may run a beat ahead of the other.
`default_nettype none
module vail_split #(
    parameter int Lanes   = 8,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                s_valid_i,
    output      logic                s_ready_o,
    input  wire logic [Lanes*16-1:0] s_data_i,
    input  wire logic [PosBits-1:0]  s_count_i,   // elements of the last beat, 0 for all
    input  wire logic                s_last_i,
    output      logic                e_valid_o,   // exponents
    input  wire logic                e_ready_i,
    output      logic [Lanes*8-1:0]  e_data_o,
    output      logic [PosBits-1:0]  e_count_o,
    output      logic                e_last_o,
    output      logic                r_valid_o,   // the rest
    input  wire logic                r_ready_i,
    output      logic [Lanes*8-1:0]  r_data_o,
    output      logic [PosBits-1:0]  r_count_o,
    output      logic                r_last_o
);
    logic               take, e_valid_d, r_valid_d;
    logic [Lanes*8-1:0] exponents, rest;

    for (genvar i = 0; i < Lanes; i++) begin : g_element
        assign {exponents[i*8 +: 8], rest[i*8 +: 8]} = {s_data_i[i*16 +: 15], s_data_i[i*16+15]};
    end
    always_comb begin
        s_ready_o = (~e_valid_o | e_ready_i) & (~r_valid_o | r_ready_i);
        take      = s_valid_i & s_ready_o;
        e_valid_d = take | (e_valid_o & ~e_ready_i);
        r_valid_d = take | (r_valid_o & ~r_ready_i);
    end

    always_ff @(posedge clk_i) begin
        e_valid_o <= e_valid_d & ~rst_i;
        r_valid_o <= r_valid_d & ~rst_i;
        if (take) begin
            {e_data_o, e_count_o, e_last_o} <= {exponents, s_count_i, s_last_i};
            {r_data_o, r_count_o, r_last_o} <= {rest, s_count_i, s_last_i};
        end
    end

`ifdef FORMAL
`include "vail_split_properties.svh"
`endif
endmodule
