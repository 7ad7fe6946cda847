// One registered merge level; a choice between two inputs is folded into it.
`default_nettype none
module vail_net_merge2 #(
    parameter int Bytes = 8,
    parameter int Unit  = 8,
    parameter int Level = 0
) (
    input  wire logic                        clk_i,
    input  wire logic [Bytes-1:0]            take_i,
    input  wire logic                        other_i,
    input  wire logic [Bytes*Unit-1:0]       data_i,
    input  wire logic [Bytes*Unit-1:0]       other_data_i,
    output      logic [Bytes*Unit-1:0]       data_o
);
    localparam int Half = 1 << Level;
    logic [Bytes*Unit-1:0] data_d;
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        localparam int Low  = (p / (2*Half)) * 2*Half + (p % Half);
        localparam int High = Low + Half;
        assign data_d[p*Unit +: Unit] =
            take_i[p] ? (other_i ? other_data_i[Low*Unit +: Unit] : data_i[Low*Unit +: Unit])
                      : (other_i ? other_data_i[High*Unit +: Unit] : data_i[High*Unit +: Unit]);
    end
    always_ff @(posedge clk_i) data_o <= data_d;
endmodule
