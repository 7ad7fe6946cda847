// The lowest expand level, combinational.
`default_nettype none
module vail_net_expand2 #(
    parameter int Bytes = 8
) (
    input  wire logic [Bytes-1:0]   upper_i,
    input  wire logic [Bytes*8-1:0] data_i,
    output      logic [Bytes*8-1:0] data_o
);
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        assign data_o[p*8 +: 8] = upper_i[p] ? data_i[((p/2)*2+1)*8 +: 8] : data_i[(p/2)*16 +: 8];
    end
endmodule
