// Moves byte p to place (p + by_i) mod Bytes, combinational.
`default_nettype none
module vail_rotate #(
    parameter int Bytes  = 8,
    parameter int ByBits = $clog2(Bytes)
) (
    input  wire logic [ByBits-1:0]  by_i,
    input  wire logic [Bytes*8-1:0] data_i,
    output      logic [Bytes*8-1:0] data_o
);
    logic [(ByBits+1)*Bytes*8-1:0] stage;
    assign stage[0 +: Bytes*8] = data_i;
    for (genvar k = 0; k < ByBits; k++) begin : g_stage
        localparam int Shift = 8 << k;
        logic [Bytes*8-1:0] from;
        assign from = stage[k*Bytes*8 +: Bytes*8];
        assign stage[(k+1)*Bytes*8 +: Bytes*8] =
            by_i[k] ? {from[Bytes*8-Shift-1:0], from[Bytes*8-1 -: Shift]} : from;
    end
    assign data_o = stage[ByBits*Bytes*8 +: Bytes*8];
endmodule
