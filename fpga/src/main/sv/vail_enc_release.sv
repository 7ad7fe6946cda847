// Says how many steps may leave: one may when LookAhead - 1 later steps, or the end of its block, are
// in the word FIFOs, because by then every word that is due before it is complete (B-14).
`default_nettype none
module vail_enc_release #(
    parameter int LookAhead = 15
) (
    input  wire logic clk_i,
    input  wire logic rst_i,
    input  wire logic valid_i,      // a step enters the lanes
    input  wire logic flush_end_i,  // a block's last word enters the word FIFOs
    input  wire logic left_i,       // a step left
    output      logic available_o
);
    logic [5:0] available_q, available_d;
    logic [4:0] pending_q, pending_d;
    logic       valid_q, end_q, full, more, ready;

    always_comb begin
        full        = pending_q == 5'(LookAhead - 1);
        more        = valid_q & ~full;
        ready       = valid_q & full;
        pending_d   = end_q ? 5'd0 : pending_q + 5'(more);
        available_d = available_q - 6'(left_i) + (end_q ? 6'(pending_q) : 6'(ready));
    end
    assign available_o = available_q != 6'd0;

    always_ff @(posedge clk_i) begin
        valid_q     <= valid_i;
        end_q       <= flush_end_i;
        available_q <= available_d;
        pending_q   <= pending_d;
        if (rst_i) begin
            valid_q     <= 1'b0;
            end_q       <= 1'b0;
            available_q <= '0;
            pending_q   <= '0;
        end
    end
endmodule
