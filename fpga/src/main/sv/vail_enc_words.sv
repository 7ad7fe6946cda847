// The words of one lane, waiting for the step that takes them. The word at the read pointer is always
// on its way out, so pop_i moves on while the word is being read.
`default_nettype none
module vail_enc_words #(
    parameter int Word = 8
) (
    input  wire logic            clk_i,
    input  wire logic            rst_i,
    input  wire logic            push_i,
    input  wire logic [Word-1:0] word_i,
    input  wire logic            pop_i,
    output      logic [Word-1:0] word_o
);
    logic [4:0] waddr_q, waddr_d, raddr_q, raddr_d;

    always_comb begin
        waddr_d = waddr_q + 5'(push_i);
        raddr_d = raddr_q + 5'(pop_i);
    end

    vail_ram #(.Width(Word)) u_ram (
        .clk_i, .we_i(push_i), .waddr_i(waddr_q), .wdata_i(word_i),
        .re_i(1'b1), .raddr_i(raddr_q), .rdata_o(word_o)
    );

    always_ff @(posedge clk_i) begin
        waddr_q <= waddr_d;
        raddr_q <= raddr_d;
        if (rst_i) begin
            waddr_q <= '0;
            raddr_q <= '0;
        end
    end
endmodule
