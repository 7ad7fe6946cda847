// Which literals of a round are there: the first there_i of its escapes (B-13). Two cycles later.
`default_nettype none
module vail_dec_present #(
    parameter int Lanes   = 8,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               all_i,        // no byte is missing
    input  wire logic [PosBits-1:0] there_i,      // bytes that there are, otherwise
    input  wire logic [Lanes-1:0]   escape_i,
    output      logic [Lanes-1:0]   present_o
);
    localparam int Groups = Lanes / 4;
    logic [Groups*3-1:0]           counts;
    logic [Groups*(PosBits+1)-1:0] ahead, ahead_q;  // escapes ahead of each group of four
    logic [Lanes-1:0]              escape_q, present_d;
    logic [PosBits-1:0]            there_q;
    logic                          all_q;

    vail_count4 #(.Flags(Lanes)) u_count (.flags_i(escape_i), .count_o(counts));
    assign ahead[0 +: PosBits+1] = '0;
    for (genvar g = 0; g < Groups; g++) begin : g_group
        logic [PosBits:0] left;   // bytes for this group and those behind it, if not negative
        logic             none;
        logic [2:0]       e;
        if (g > 0) begin : g_before
            assign ahead[g*(PosBits+1) +: PosBits+1] =
                ahead[(g-1)*(PosBits+1) +: PosBits+1] + (PosBits+1)'(counts[(g-1)*3 +: 3]);
        end
        assign {none, left} = {2'd0, there_q} - {1'b0, ahead_q[g*(PosBits+1) +: PosBits+1]};
        assign e = escape_q[g*4 +: 3];
        for (genvar i = 0; i < 4; i++) begin : g_lane
            logic [2:0] rank;     // of the lane among the escapes of its group
            assign rank = (i > 0 ? {2'd0, e[0]} : 3'd0) + (i > 1 ? {2'd0, e[1]} : 3'd0) + (i > 2 ? {2'd0, e[2]} : 3'd0);
            assign present_d[g*4+i] = all_q | (~none & (left > (PosBits+1)'(rank)));
        end
    end

    always_ff @(posedge clk_i) begin
        {escape_q, there_q, all_q} <= {escape_i, there_i, all_i};
        ahead_q  <= ahead;
        present_o <= present_d;
    end
endmodule
