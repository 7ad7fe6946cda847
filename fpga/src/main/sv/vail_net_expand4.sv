// Expand levels Level + 1 and Level in one multiplexer of four, combinational.
`default_nettype none
module vail_net_expand4 #(
    parameter int Bytes = 8,
    parameter int Level = 1
) (
    input  wire logic [Bytes-1:0]   upper1_i,
    input  wire logic [Bytes-1:0]   upper0_i,
    input  wire logic [Bytes*8-1:0] data_i,
    output      logic [Bytes*8-1:0] data_o
);
    localparam int Half = 1 << Level;
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        localparam int Base   = (p / (4*Half)) * 4*Half;
        localparam int Parent = (p / (2*Half)) * 2*Half;
        localparam int Rest   = p % Half;
        logic [1:0] select;
        assign select = {upper0_i[p] ? upper1_i[Parent+Half+Rest] : upper1_i[Parent+Rest], upper0_i[p]};
        assign data_o[p*8 +: 8] =
            select[1] ? (select[0] ? data_i[(Base+3*Half+Rest)*8 +: 8] : data_i[(Base+2*Half+Rest)*8 +: 8])
                      : (select[0] ? data_i[(Base+Half+Rest)*8 +: 8]   : data_i[(Base+Rest)*8 +: 8]);
    end
endmodule
