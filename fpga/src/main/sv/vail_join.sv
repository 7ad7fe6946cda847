// The way back from vail_split: a beat of exponents and a beat of the rest make one of bf16 elements (B-03).
// Both lanes must say the same of where a tensor ends; mismatch_o says that they did not, until the reset.
`default_nettype none
module vail_join #(
    parameter int Lanes   = 8,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                e_valid_i,
    output      logic                e_ready_o,
    input  wire logic [Lanes*8-1:0]  e_data_i,
    input  wire logic [PosBits-1:0]  e_count_i,   // elements of the last beat, 0 for all
    input  wire logic                e_last_i,
    input  wire logic                r_valid_i,
    output      logic                r_ready_o,
    input  wire logic [Lanes*8-1:0]  r_data_i,
    input  wire logic [PosBits-1:0]  r_count_i,
    input  wire logic                r_last_i,
    output      logic                m_valid_o,
    input  wire logic                m_ready_i,
    output      logic [Lanes*16-1:0] m_data_o,
    output      logic [PosBits-1:0]  m_count_o,
    output      logic                m_last_o,
    output      logic                mismatch_o
);
    logic                take, valid_d, mismatch_d;
    logic [Lanes*16-1:0] elements;

    for (genvar i = 0; i < Lanes; i++) begin : g_element
        assign elements[i*16 +: 16] = {r_data_i[i*8], e_data_i[i*8 +: 8], r_data_i[i*8+1 +: 7]};
    end
    always_comb begin
        take       = e_valid_i & r_valid_i & (~m_valid_o | m_ready_i);
        e_ready_o  = take;
        r_ready_o  = take;
        valid_d    = take | (m_valid_o & ~m_ready_i);
        mismatch_d = mismatch_o | (take & ({e_last_i, e_count_i} != {r_last_i, r_count_i}));
    end

    always_ff @(posedge clk_i) begin
        m_valid_o  <= valid_d & ~rst_i;
        mismatch_o <= mismatch_d & ~rst_i;
        if (take) {m_data_o, m_count_o, m_last_o} <= {elements, e_count_i, e_last_i};
    end

`ifdef FORMAL
`include "vail_join_properties.svh"
`endif
endmodule
