// Control of expand level Level: which places of each half take from the upper half of their parent.
`default_nettype none
module vail_net_half #(
    parameter int Bytes  = 8,
    parameter int AtBits = 5,
    parameter int Level  = 1
) (
    input  wire logic [Bytes*AtBits-1:0] at_i,
    output      logic [Bytes-1:0]        upper_o
);
    localparam int Half = 1 << Level;
    for (genvar h = 0; h < Bytes / Half; h++) begin : g_half
        logic [Level:0] from;
        assign from = at_i[h*Half*AtBits +: Level+1];
        if (Level == 0) begin : g_single
            assign upper_o[h] = from[0];
        end else begin : g_group
            logic [Half-1:0] not_before;
            assign not_before = {Half{1'b1}} << from[Level-1:0];
            assign upper_o[h*Half +: Half] = ~not_before ^ {Half{from[Level]}};
        end
    end
endmodule
