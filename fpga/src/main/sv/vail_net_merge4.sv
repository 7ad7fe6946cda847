// Merge levels Level and Level + 1 in one registered multiplexer of four; the selects are registered
// one cycle before.
`default_nettype none
module vail_net_merge4 #(
    parameter int Bytes = 8,
    parameter int Unit  = 8,
    parameter int Level = 1
) (
    input  wire logic                        clk_i,
    input  wire logic [Bytes-1:0]            take0_i,
    input  wire logic [Bytes-1:0]            take1_i,
    input  wire logic [Bytes*Unit-1:0]       data_i,
    output      logic [Bytes*Unit-1:0]       data_o
);
    localparam int Half = 1 << Level;
    logic [Bytes*2-1:0] select_d, select_q;
    logic [Bytes*Unit-1:0] data_d;
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        localparam int Base  = (p / (4*Half)) * 4*Half;
        localparam int Lower = p % (2*Half);
        localparam int Rest  = p % Half;
        logic [1:0] select;
        assign select_d[p*2 +: 2] =
            {~take1_i[p], take1_i[p] ? ~take0_i[Base+Lower] : ~take0_i[Base+2*Half+Lower]};
        assign select = select_q[p*2 +: 2];
        assign data_d[p*Unit +: Unit] =
            select[1] ? (select[0] ? data_i[(Base+3*Half+Rest)*Unit +: Unit] : data_i[(Base+2*Half+Rest)*Unit +: Unit])
                      : (select[0] ? data_i[(Base+Half+Rest)*Unit +: Unit]   : data_i[(Base+Rest)*Unit +: Unit]);
    end
    always_ff @(posedge clk_i) begin
        select_q <= select_d;
        data_o   <= data_d;
    end
endmodule
