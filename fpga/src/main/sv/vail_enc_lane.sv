// Packs one lane's codes into words (B-14). need_o comes one cycle after a step: the lane owes the
// stream a word in that step. push_o and word_o come three cycles after the step that completed the word.
`default_nettype none
module vail_enc_lane #(
    parameter int Longest  = 8,               // code, in bits
    parameter int Word     = 8,               // or 16
    parameter int FillBits = $clog2(Word)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               valid_i,      // the lane has a symbol in this step
    input  wire logic               flush_i,      // one of two beats after a block: push a word that is owed
    input  wire logic               flush_end_i,  // the second of the two: forget the block
    input  wire logic [Longest-1:0] code_i,
    input  wire vail_pkg::length_t  length_i,
    output      logic               need_o,
    output      logic               push_o,
    output      logic [Word-1:0]    word_o
);
    // Step: bits in the unfinished word, whether the next step needs a word, words owed at the end.
    logic [FillBits-1:0] fill_q, fill_d, free;
    logic                need_q, need_d, full;
    logic [1:0]          owed_q, owed_d;
    logic [FillBits:0]   sum, length;

    assign length = (FillBits+1)'(length_i);
    assign full   = sum[FillBits];
    always_comb begin
        sum    = {1'b0, fill_q} + length;
        free   = -fill_q;
        fill_d = fill_q;
        need_d = need_q;
        owed_d = owed_q;
        if (valid_i) begin
            fill_d = sum[FillBits-1:0];
            need_d = length > {1'b0, free};
            owed_d = full ? {1'b0, fill_q != '0} : {fill_q != '0, fill_q == '0};
        end
        if (flush_i) owed_d = {1'b0, owed_q[1]};
        if (flush_end_i) begin
            fill_d = '0;
            need_d = 1'b1;
            owed_d = 2'd0;
        end
    end

    // Stage 1: the code turned by the low two bits of the fill it meets, and how many of its bits belong to the
    // next word. Stage 2: in its place, in two parts. Stage 3: the word, which begins with what the one before left.
    logic [Word-1:0]     code, turned_q, turned_d, placed, this_q, this_d, next_q, next_d, rest_q, word_d;
    logic [FillBits-1:0] next_bits_q;
    logic [FillBits-3:0] quads_q;
    logic                push1_q, push2_q;

    assign code = Word'(code_i);
    if (Word == 8) begin : g_eight
        assign placed = quads_q[0] ? {turned_q[3:0], turned_q[7:4]} : turned_q;
    end else begin : g_sixteen
        always_comb begin
            case (quads_q)
                2'd0:    placed = turned_q;
                2'd1:    placed = {turned_q[11:0], turned_q[15:12]};
                2'd2:    placed = {turned_q[7:0], turned_q[15:8]};
                default: placed = {turned_q[3:0], turned_q[15:4]};
            endcase
        end
    end
    always_comb begin
        case (fill_q[1:0])
            2'd0:    turned_d = code;
            2'd1:    turned_d = {code[Word-2:0], code[Word-1]};
            2'd2:    turned_d = {code[Word-3:0], code[Word-1:Word-2]};
            default: turned_d = {code[Word-4:0], code[Word-1:Word-3]};
        endcase
        for (int b = 0; b < Word; b++) begin
            this_d[b] = placed[b] & (FillBits'(b) >= next_bits_q);
            next_d[b] = placed[b] & (FillBits'(b) < next_bits_q);
        end
        word_d = (push_o ? rest_q : word_o) | this_q;
    end

    always_ff @(posedge clk_i) begin
        fill_q    <= fill_d;
        need_q    <= need_d;
        owed_q    <= owed_d;
        need_o    <= valid_i & need_q;
        turned_q  <= valid_i ? turned_d : '0;
        quads_q   <= fill_q[FillBits-1:2];
        next_bits_q <= (valid_i & full) ? sum[FillBits-1:0] : '0;
        push1_q   <= (valid_i & full) | (flush_i & (owed_q != 2'd0));
        this_q    <= this_d;
        next_q    <= next_d;
        push2_q   <= push1_q;
        rest_q    <= next_q;
        word_o    <= word_d;
        push_o    <= push2_q;
        if (rst_i) begin
            fill_q <= '0;
            need_q <= 1'b1;
            owed_q <= 2'd0;
            rest_q <= '0;
            word_o <= '0;
        end
    end

`ifdef FORMAL
`include "vail_enc_lane_properties.svh"
`endif
endmodule
