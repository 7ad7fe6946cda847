// The expand network: deals the bytes that start at a rotating position to the lanes that want one.
// Stages 2 and 3 of the ring: data_i is that of stage 2, data_o is combinational in stage 3.
`default_nettype none
module vail_dec_deal #(
    parameter int Lanes  = 8,
    parameter int Unit   = 8,
    parameter int AtBits = $clog2(Lanes) + 2
) (
    input  wire logic                        clk_i,
    input  wire logic [(Lanes/4)*AtBits-1:0] at_i,     // place of the first byte of each four lanes
    input  wire logic [Lanes-1:0]            want_i,
    input  wire logic [Lanes*Unit-1:0]       data_i,
    output      logic [Lanes*Unit-1:0]       data_o
);
    localparam int Levels = $clog2(Lanes);
    logic [Lanes*AtBits-1:0] at;
    logic [Lanes-1:0]        upper1, upper0;
    logic [Lanes*Unit-1:0]   data2, data3_q;

    vail_net_starts #(.Bytes(Lanes), .AtBits(AtBits)) u_starts (.at_i(at_i), .flags_i(want_i), .at_o(at));
    vail_net_half #(.Bytes(Lanes), .AtBits(AtBits), .Level(Levels-1)) u_upper1 (.at_i(at), .upper_o(upper1));
    vail_net_half #(.Bytes(Lanes), .AtBits(AtBits), .Level(Levels-2)) u_upper0 (.at_i(at), .upper_o(upper0));
    vail_net_expand4 #(.Bytes(Lanes), .Unit(Unit), .Level(Levels-2)) u_stage2 (
        .upper1_i(upper1), .upper0_i(upper0), .data_i, .data_o(data2)
    );
    always_ff @(posedge clk_i) data3_q <= data2;

    if (Levels == 2) begin : g_four
        assign data_o = data3_q;
    end else begin : g_more
        logic [Lanes-1:0] last_d, last_q;
        vail_net_half #(.Bytes(Lanes), .AtBits(AtBits), .Level(0)) u_last (.at_i(at), .upper_o(last_d));
        always_ff @(posedge clk_i) last_q <= last_d;
        if (Levels == 3) begin : g_eight
            vail_net_expand2 #(.Bytes(Lanes), .Unit(Unit)) u_stage3 (.upper_i(last_q), .data_i(data3_q), .data_o);
        end else begin : g_middle
            logic [Lanes-1:0] middle_d, middle_q;
            vail_net_half #(.Bytes(Lanes), .AtBits(AtBits), .Level(1)) u_middle (.at_i(at), .upper_o(middle_d));
            always_ff @(posedge clk_i) middle_q <= middle_d;
            if (Levels == 4) begin : g_sixteen
                vail_net_expand4 #(.Bytes(Lanes), .Unit(Unit), .Level(0)) u_stage3 (
                    .upper1_i(middle_q), .upper0_i(last_q), .data_i(data3_q), .data_o
                );
            end else begin : g_thirtytwo
                logic [Lanes-1:0]   high_d, high_q;
                logic [Lanes*Unit-1:0] data3;
                vail_net_half #(.Bytes(Lanes), .AtBits(AtBits), .Level(2)) u_high (.at_i(at), .upper_o(high_d));
                always_ff @(posedge clk_i) high_q <= high_d;
                vail_net_expand4 #(.Bytes(Lanes), .Unit(Unit), .Level(1)) u_stage3 (
                    .upper1_i(high_q), .upper0_i(middle_q), .data_i(data3_q), .data_o(data3)
                );
                vail_net_expand2 #(.Bytes(Lanes), .Unit(Unit)) u_stage3b (.upper_i(last_q), .data_i(data3), .data_o);
            end
        end
    end
endmodule
