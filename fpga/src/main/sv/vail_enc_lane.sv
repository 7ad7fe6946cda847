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

    // Stage 1: the code turned by two bits of the fill it meets, and how many of its bits belong to the next
    // word. Stage 2: in its place, in two parts. Stage 3: the word, which begins with what the one before left.
    vail_pkg::symbol_t turned_q, turned_d;
    logic [2:0]        next_bits_q;
    logic              swap_q, push1_q, push2_q;
    vail_pkg::word_t   placed, this_q, this_d, next_q, next_d, rest_q, word_d;

    always_comb begin
        case (fill_q[1:0])
            2'd0:    turned_d = code_i;
            2'd1:    turned_d = {code_i[6:0], code_i[7]};
            2'd2:    turned_d = {code_i[5:0], code_i[7:6]};
            default: turned_d = {code_i[4:0], code_i[7:5]};
        endcase
        placed = swap_q ? {turned_q[3:0], turned_q[7:4]} : turned_q;
        for (int b = 0; b < 8; b++) begin
            this_d[b] = placed[b] & (3'(b) >= next_bits_q);
            next_d[b] = placed[b] & (3'(b) < next_bits_q);
        end
        word_d = (push_o ? rest_q : word_o) | this_q;
    end

    always_ff @(posedge clk_i) begin
        fill_q    <= fill_d;
        need_q    <= need_d;
        owed_q    <= owed_d;
        need_o    <= valid_i & need_q;
        turned_q  <= valid_i ? turned_d : 8'd0;
        swap_q    <= fill_q[2];
        next_bits_q <= (valid_i & sum[3]) ? sum[2:0] : 3'd0;
        push1_q   <= (valid_i & sum[3]) | (flush_i & (owed_q != 2'd0));
        this_q    <= this_d;
        next_q    <= next_d;
        push2_q   <= push1_q;
        rest_q    <= next_q;
        word_o    <= word_d;
        push_o    <= push2_q;
        if (rst_i) begin
            fill_q <= 3'd0;
            need_q <= 1'b1;
            owed_q <= 2'd0;
            rest_q <= 8'd0;
            word_o <= 8'd0;
        end
    end

`ifdef FORMAL
`include "vail_enc_lane_properties.svh"
`endif
endmodule
