// Packs one lane's codes into words (B-14). need_o comes one cycle after a step: the lane owes the
// stream a word in that step. push_o and word_o come three cycles after the step that completed the word.
`default_nettype none
module vail_enc_lane (
    input  wire logic              clk_i,
    input  wire logic              rst_i,
    input  wire logic              valid_i,      // the lane has a symbol in this step
    input  wire logic              flush_i,      // one of two beats after a block: push a word that is owed
    input  wire logic              flush_end_i,  // the second of the two: forget the block
    input  wire vail_pkg::symbol_t code_i,
    input  wire vail_pkg::length_t length_i,
    output      logic              need_o,
    output      logic              push_o,
    output      vail_pkg::word_t   word_o
);
    // Step: bits in the unfinished word, whether the next step needs a word, words owed at the end.
    logic [2:0] fill_q, fill_d;
    logic       need_q, need_d;
    logic [1:0] owed_q, owed_d;
    logic [3:0] sum;
    logic [2:0] free;

    always_comb begin
        sum    = {1'b0, fill_q} + length_i;
        free   = -fill_q;
        fill_d = fill_q;
        need_d = need_q;
        owed_d = owed_q;
        if (valid_i) begin
            fill_d = sum[2:0];
            need_d = length_i > {1'b0, free};
            owed_d = sum[3] ? {1'b0, fill_q != 3'd0} : {fill_q != 3'd0, fill_q == 3'd0};
        end
        if (flush_i) owed_d = {1'b0, owed_q[1]};
        if (flush_end_i) begin
            fill_d = 3'd0;
            need_d = 1'b1;
            owed_d = 2'd0;
        end
    end

    // Stage 1: the code beside the fill it meets. Stage 2: rotated to its place; low_q marks bits that
    // belong to the next word. Stage 3: the word.
    vail_pkg::symbol_t code_q;
    logic [2:0]        at_q, end_q;
    logic              valid_q, carry_q, push1_q, push2_q;
    vail_pkg::word_t   rotated_q, rotated_d, low_q, low_d, rest_q, rest_d, word_d;

    always_comb begin
        for (int b = 0; b < 8; b++) begin
            rotated_d[b] = valid_q & code_q[3'(b) - at_q];
            low_d[b]     = carry_q & (3'(b) < end_q);
        end
        rest_d = push2_q ? (rotated_q & low_q) : (rest_q | rotated_q);
        word_d = rest_q | (rotated_q & ~low_q);
    end

    always_ff @(posedge clk_i) begin
        fill_q    <= fill_d;
        need_q    <= need_d;
        owed_q    <= owed_d;
        need_o    <= valid_i & need_q;
        code_q    <= code_i;
        at_q      <= fill_q;
        end_q     <= sum[2:0];
        valid_q   <= valid_i;
        carry_q   <= valid_i & sum[3];
        push1_q   <= (valid_i & sum[3]) | (flush_i & (owed_q != 2'd0));
        rotated_q <= rotated_d;
        low_q     <= low_d;
        push2_q   <= push1_q;
        rest_q    <= rest_d;
        word_o    <= word_d;
        push_o    <= push2_q;
        if (rst_i) begin
            fill_q <= 3'd0;
            need_q <= 1'b1;
            owed_q <= 2'd0;
            rest_q <= 8'd0;
        end
    end

`ifdef FORMAL
`include "vail_enc_lane_properties.svh"
`endif
endmodule
