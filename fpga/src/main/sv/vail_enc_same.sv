// Whether all symbols of a block are the same (B-23), two cycles after its last step.
`default_nettype none
module vail_enc_same #(
    parameter int Lanes = 8
) (
    input  wire logic               clk_i,
    input  wire logic               begin_i,    // no step of a block has been seen
    input  wire logic               valid_i,
    input  wire logic [Lanes-1:0]   keep_i,
    input  wire logic [Lanes*8-1:0] data_i,
    output      logic               same_o
);
    logic              valid_q, fresh_q, same_d;
    logic [Lanes-1:0]  equal_d, equal_q;
    vail_pkg::symbol_t first_q, first;

    assign first = fresh_q ? data_i[7:0] : first_q;
    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        assign equal_d[i] = ~keep_i[i] | (data_i[i*8 +: 8] == first);
    end
    assign same_d = begin_i | (same_o & (~valid_q | (equal_q == '1)));

    always_ff @(posedge clk_i) begin
        fresh_q <= begin_i | (fresh_q & ~valid_i);
        first_q <= valid_i ? first : first_q;
        equal_q <= equal_d;
        valid_q <= valid_i & ~begin_i;
        same_o  <= same_d;
    end
endmodule
