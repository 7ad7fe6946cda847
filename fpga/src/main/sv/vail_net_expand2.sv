// The lowest expand level, combinational.
`default_nettype none
module vail_net_expand2 #(
    parameter int Bytes = 8,
    parameter int Unit  = 8
) (
    input  wire logic [Bytes-1:0]            upper_i,
    input  wire logic [Bytes*Unit-1:0]       data_i,
    output      logic [Bytes*Unit-1:0]       data_o
);
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        assign data_o[p*Unit +: Unit] = upper_i[p] ? data_i[((p/2)*2+1)*Unit +: Unit] : data_i[(p/2)*2*Unit +: Unit];
    end
endmodule
