// Whether unread bits are left that are not zero (B-12). A lane without a symbol has none.
`default_nettype none
module vail_dec_padding #(
    parameter int Lanes = 8
) (
    input  wire logic [Lanes-1:0]   need_i,
    input  wire logic [Lanes*3-1:0] offset_i,
    input  wire logic [Lanes*8-1:0] previous_i,
    input  wire logic [Lanes*8-1:0] current_i,
    output      logic               nonzero_o
);
    logic [Lanes-1:0] nonzero;
    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        logic [7:0] above;
        assign above = 8'hFE << offset_i[i*3 +: 3];
        assign nonzero[i] = need_i[i] ? ((current_i[i*8 +: 8] & above) != 8'd0)
                                      : ({current_i[i*8 +: 8], previous_i[i*8 +: 8] & above} != 16'd0);
    end
    assign nonzero_o = |nonzero;
endmodule
