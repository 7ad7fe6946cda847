// Expand levels Level + 1 and Level in one multiplexer of four, combinational.
`default_nettype none
module vail_net_expand4 #(
    parameter int Bytes = 8,
    parameter int Unit  = 8,
    parameter int Level = 1
) (
    input  wire logic [Bytes-1:0]            upper1_i,
    input  wire logic [Bytes-1:0]            upper0_i,
    input  wire logic [Bytes*Unit-1:0]       data_i,
    output      logic [Bytes*Unit-1:0]       data_o
);
    localparam int Half = 1 << Level;
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        localparam int Base   = (p / (4*Half)) * 4*Half;
        localparam int Parent = (p / (2*Half)) * 2*Half;
        localparam int Rest   = p % Half;
        logic [1:0] select;
        assign select = {upper0_i[p] ? upper1_i[Parent+Half+Rest] : upper1_i[Parent+Rest], upper0_i[p]};
        assign data_o[p*Unit +: Unit] =
            select[1] ? (select[0] ? data_i[(Base+3*Half+Rest)*Unit +: Unit] : data_i[(Base+2*Half+Rest)*Unit +: Unit])
                      : (select[0] ? data_i[(Base+Half+Rest)*Unit +: Unit]   : data_i[(Base+Rest)*Unit +: Unit]);
    end
endmodule
