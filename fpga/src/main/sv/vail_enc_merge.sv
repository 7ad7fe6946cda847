// The merge network: packs a beat's bytes side by side and rotates them to their place in the output
// word. Stages 5 to 9 of vail_enc_place; data_i is that of stage 6, data_o comes in stage 8 (Bytes up
// to 8) or 9.
`default_nettype none
module vail_enc_merge #(
    parameter int Bytes  = 8,
    parameter int Unit   = 8,                        // bits of a byte, or of what is in its place
    parameter int AtBits = $clog2(Bytes) + 2
) (
    input  wire logic                        clk_i,
    input  wire logic [Bytes-1:0]            take5_i,
    input  wire logic [Bytes-1:0]            take6_i,
    input  wire logic [(Bytes/4)*AtBits-1:0] at5_i,
    input  wire logic [(Bytes/4)*AtBits-1:0] at6_i,
    input  wire logic [(Bytes/4)*AtBits-1:0] at7_i,
    input  wire logic                        other6_i,
    input  wire logic [Bytes*Unit-1:0]          data6_i,
    input  wire logic [Bytes*Unit-1:0]          other_data6_i,
    output      logic [Bytes*Unit-1:0]          data_o
);
    localparam int Levels = $clog2(Bytes);
    logic [Bytes*AtBits-1:0] at5, at6;
    logic [Bytes-1:0]        take0_d, take0_q, take1;
    logic [Bytes*Unit-1:0]      data7, data8;

    vail_net_starts #(.Bytes(Bytes), .AtBits(AtBits)) u_starts5 (.at_i(at5_i), .flags_i(take5_i), .at_o(at5));
    vail_net_starts #(.Bytes(Bytes), .AtBits(AtBits)) u_starts6 (.at_i(at6_i), .flags_i(take6_i), .at_o(at6));
    vail_net_take #(.Bytes(Bytes), .AtBits(AtBits), .Level(0)) u_take0 (.at_i(at5), .take_o(take0_d));
    vail_net_take #(.Bytes(Bytes), .AtBits(AtBits), .Level(1)) u_take1 (.at_i(at6), .take_o(take1));
    vail_net_merge2 #(.Bytes(Bytes), .Unit(Unit), .Level(0)) u_level0 (
        .clk_i, .take_i(take0_q), .other_i(other6_i), .data_i(data6_i), .other_data_i(other_data6_i),
        .data_o(data7)
    );
    always_ff @(posedge clk_i) take0_q <= take0_d;

    if (Levels >= 3) begin : g_levels12
        logic [Bytes-1:0] take2;
        vail_net_take #(.Bytes(Bytes), .AtBits(AtBits), .Level(2)) u_take2 (.at_i(at6), .take_o(take2));
        vail_net_merge4 #(.Bytes(Bytes), .Unit(Unit), .Level(1)) u_level12 (
            .clk_i, .take0_i(take1), .take1_i(take2), .data_i(data7), .data_o(data8)
        );
    end else begin : g_level1
        logic [Bytes-1:0] take1_q;
        always_ff @(posedge clk_i) take1_q <= take1;
        vail_net_merge2 #(.Bytes(Bytes), .Unit(Unit), .Level(1)) u_level1 (
            .clk_i, .take_i(take1_q), .other_i(1'b0), .data_i(data7), .other_data_i(data7), .data_o(data8)
        );
    end

    // Levels from 3 on look at whole groups of four only, so the places of the groups suffice.
    logic unused_at7;
    assign unused_at7 = &{1'b0, at7_i};
    if (Levels <= 3) begin : g_done
        assign data_o = data8;
    end else if (Levels == 4) begin : g_level3
        logic [Bytes*AtBits-1:0] at7;
        logic [Bytes-1:0]        take3, take3_q;
        vail_net_starts #(.Bytes(Bytes), .AtBits(AtBits)) u_starts7 (.at_i(at7_i), .flags_i({Bytes{1'b0}}), .at_o(at7));
        vail_net_take #(.Bytes(Bytes), .AtBits(AtBits), .Level(3)) u_take3 (.at_i(at7), .take_o(take3));
        always_ff @(posedge clk_i) take3_q <= take3;
        vail_net_merge2 #(.Bytes(Bytes), .Unit(Unit), .Level(3)) u_level3 (
            .clk_i, .take_i(take3_q), .other_i(1'b0), .data_i(data8), .other_data_i(data8), .data_o
        );
    end else begin : g_level34
        // the selects of two levels in one are deep, so they begin a stage earlier
        logic [Bytes-1:0] take3, take3_q, take4, take4_q;
        vail_net_take #(.Bytes(Bytes), .AtBits(AtBits), .Level(3)) u_take3 (.at_i(at6), .take_o(take3));
        vail_net_take #(.Bytes(Bytes), .AtBits(AtBits), .Level(4)) u_take4 (.at_i(at6), .take_o(take4));
        always_ff @(posedge clk_i) {take3_q, take4_q} <= {take3, take4};
        vail_net_merge4 #(.Bytes(Bytes), .Unit(Unit), .Level(3)) u_level34 (
            .clk_i, .take0_i(take3_q), .take1_i(take4_q), .data_i(data8), .data_o
        );
    end
endmodule
