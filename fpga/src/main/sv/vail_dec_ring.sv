// Control of the decoder ring: which block is in which stage, whose turn it is, how many symbols it has
// left, and where its next byte lies. A turn goes ahead when its rows are there and its output has room.
`default_nettype none
module vail_dec_ring #(
    parameter int Lanes     = 8,
    parameter int BookBits  = 2,
    parameter int PosBits   = $clog2(Lanes),
    parameter int AtBits    = $clog2(Lanes) + 2,
    parameter int Groups    = Lanes / 4
) (
    input  wire logic                     clk_i,
    input  wire logic                     rst_i,
    input  wire logic                     start_valid_i,
    output      logic                     start_ready_o,
    input  wire logic [15:0]              start_count_i,  // symbols less one
    input  wire logic [BookBits-1:0]      start_book_i,
    input  wire logic [PosBits-1:0]       start_pos_i,
    input  wire logic                     start_raw_i,
    input  wire logic                     start_constant_i,
    input  wire logic                     may_start_i,
    output      logic                     start_o,
    output      logic [2:0]               slot0_o,
    output      logic [2:0]               slot7_o,
    input  wire logic                     ready0_i,
    input  wire logic [AtBits-1:0]        limit0_i,
    input  wire logic                     room_i,
    input  wire logic [Lanes-1:0]         need0_i,
    input  wire logic [Lanes-1:0]         escape7_i,
    input  wire logic                     any7_i,
    input  wire logic [2:0]               start_row_i,
    output      logic [1:0]               row0_o,
    output      logic [2:0]               row7_o,
    output      logic [PosBits-1:0]       pos0_o,
    output      logic [Groups*AtBits-1:0] at2_o,
    output      logic [Lanes-1:0]         want2_o,
    output      logic [Lanes-1:0]         word2_o,       // of these the ones that want a word
    output      logic [BookBits-1:0]      book5_o,
    output      logic                     looking5_o,
    output      logic                     active7_o,
    output      logic                     words7_o,
    output      logic                     literals7_o,   // and takes literals
    output      logic [Lanes-1:0]         mask7_o,
    output      logic                     out_valid_o,   // a turn is over
    output      logic                     out_literal_o,
    output      logic                     out_step_o,    // and with it a step
    output      logic                     out_last_o,    // and a block
    output      logic [Lanes-1:0]         out_keep_o,    // lanes whose symbol is there now
    output      logic [PosBits-1:0]       out_there_o,   // bytes that there are, where some are missing
    output      logic                     out_over_o,    // bytes were missing in this step
    output      logic                     out_wrong_o    // or, if it is the last, are left over
);
    // Symbols that are left, less one: steps, and lanes of the last one. The sign says that none is left.
    localparam int C = 17;
    logic [C-1:0] left0_q, left0_d, left1_d, left1_q, left6, left7_q;
    logic         active0, open0_q, literals0_q, literals0_d, go0, go2, go4, go5, go6, go7, literals2, literals4, literals5, literals6, literals7;
    logic [BookBits-1:0] book0_q, book0_d, book7;
    // Raw and constant blocks have turns of literals only: a byte for every symbol, or none at all.
    logic         raw0_q, raw0_d, raw7, constant0_q, constant0_d, constant7;
    logic [2:0]   row0_q, row0_d, row1_q, row2_q, row2_d;
    logic [PosBits-1:0] pos0_d, pos1_q, pos2_q, pos2_d, pos7;
    logic [Lanes-1:0] mask0, escape0_q, escape0_d, escape7_old, want0, want1_q;
    logic         full0_d, full7_q;    // more than a step is left
    logic [Groups-1:0] all0_d, all0_q, some0_d, some0_q;   // lanes of each four that have a symbol in this step
    logic [AtBits-1:0] limit1_q, limit2_q;
    logic [Groups*3-1:0] counts0, counts1_q;
    logic [(Groups+1)*(PosBits+1)-1:0] sums;
    logic [Groups*AtBits-1:0] at2_d;
    logic [PosBits:0] total1, total2_q;
    logic [PosBits-1:0] there2_q, there7;
    logic         over3_d, over3_q, exact3_d, exact3_q, over6, exact6, over7_q, exact7_q, steps7, done7;
    logic         ends7_q, last7_q;    // a block ends with this turn, or unless there are literals to come

    // Stage 0: who goes, and what it wants.
    assign row0_o  = row0_q[1:0];
    // whether a block of stage 7 has ended is known late, so it is looked at here only
    assign active0 = open0_q & ~out_last_o;
    assign go0     = active0 & ready0_i & room_i;
    // Of a literal turn the mask is that of the next step, which nobody asks for.
    for (genvar g = 0; g < Groups; g++) begin : g_mask
        assign mask0[g*4 +: 4] = {4{all0_q[g]}} | ({4{some0_q[g]}} & ~(4'b1110 << left0_q[1:0]));
    end
    assign want0   = ~(go0 & ~constant0_q) ? '0 : (literals0_q & ~raw0_q) ? escape0_q : ((need0_i | {Lanes{raw0_q}}) & mask0);
    vail_count4 #(.Flags(Lanes)) u_count (.flags_i(want0), .count_o(counts0));
    assign left1_d = (go0 & (~literals0_q | raw0_q | constant0_q))
        ? left0_q - C'(Lanes) : left0_q;

    // Stage 1: places of the wanted bytes; stage 2: whether there are so many.
    assign sums[0 +: PosBits+1] = {1'b0, pos1_q};
    for (genvar g = 0; g < Groups; g++) begin : g_sum
        logic [PosBits:0] count, more;
        assign count = (PosBits+1)'(counts1_q[g*3 +: 3]);
        // of every second four lanes with those before it: half as many sums one after the other
        if (g % 2 == 1) assign more = count + (PosBits+1)'(counts1_q[(g-1)*3 +: 3]);
        else assign more = count;
        assign sums[(g+1)*(PosBits+1) +: PosBits+1] = sums[(g/2*2)*(PosBits+1) +: PosBits+1] + more;
        assign at2_d[g*AtBits +: AtBits] = AtBits'(sums[g*(PosBits+1) +: PosBits+1]);
    end
    assign total1   = sums[Groups*(PosBits+1) +: PosBits+1];
    assign pos2_d   = total1[PosBits-1:0];
    assign row2_d   = row1_q + 3'(total1[PosBits]);
    assign over3_d  = AtBits'(total2_q) > limit2_q;
    assign exact3_d = AtBits'(total2_q) == limit2_q;

    // Delays around the ring.
    vail_delay #(.Width(2), .Cycles(2)) u_turn2 (.clk_i, .data_i({go0, literals0_q}), .data_o({go2, literals2}));
    vail_delay #(.Width(2), .Cycles(2)) u_turn4 (.clk_i, .data_i({go2, literals2}), .data_o({go4, literals4}));
    vail_delay #(.Width(2), .Cycles(1)) u_turn5 (.clk_i, .data_i({go4, literals4}), .data_o({go5, literals5}));
    vail_delay #(.Width(2), .Cycles(1)) u_turn6 (.clk_i, .data_i({go5, literals5}), .data_o({go6, literals6}));
    vail_delay #(.Width(2), .Cycles(1)) u_turn7 (.clk_i, .data_i({go6, literals6}), .data_o({go7, literals7}));
    vail_delay #(.Width(BookBits), .Cycles(5)) u_book5 (.clk_i, .data_i(book0_q), .data_o(book5_o));
    vail_delay #(.Width(BookBits), .Cycles(2)) u_book7 (.clk_i, .data_i(book5_o), .data_o(book7));
    vail_delay #(.Width(2), .Cycles(7)) u_kind7 (.clk_i, .data_i({raw0_q, constant0_q}), .data_o({raw7, constant7}));
    vail_delay #(.Width(2*Lanes), .Cycles(7)) u_mask7 (
        .clk_i, .data_i({mask0, escape0_q}), .data_o({mask7_o, escape7_old})
    );
    vail_delay #(.Width(C), .Cycles(5)) u_left6 (.clk_i, .data_i(left1_q), .data_o(left6));
    vail_delay #(.Width(2*PosBits+3), .Cycles(5)) u_place7 (
        .clk_i, .data_i({row2_q, pos2_q, there2_q}), .data_o({row7_o, pos7, there7})
    );
    vail_delay #(.Width(2), .Cycles(3)) u_end6 (.clk_i, .data_i({over3_q, exact3_q}), .data_o({over6, exact6}));
    logic [6:0] active_q;

    assign word2_o    = want2_o & {Lanes{~literals2}};
    assign active7_o  = active_q[6];

    // Stage 7: a step is complete when it has no literals, or with them; a block ends with its last
    // step, or where its bytes run out.
    assign words7_o      = go7 & ~literals7;
    assign literals7_o   = go7 & literals7 & ~constant7;
    assign steps7        = go7 & (literals7 | ~any7_i);
    assign done7         = ends7_q | (last7_q & ~any7_i);
    assign start_ready_o = ~active7_o & may_start_i;
    assign start_o       = start_valid_i & start_ready_o;

    always_comb begin
        raw0_d      = active7_o ? raw7 : start_raw_i;
        constant0_d = active7_o ? constant7 : start_constant_i;
        literals0_d = raw0_d | constant0_d | (active7_o & (go7 ? (~literals7 & any7_i) : literals7));
        book0_d     = active7_o ? book7 : start_book_i;
        row0_d      = active7_o ? row7_o : start_row_i;
        pos0_d      = active7_o ? pos7 : start_pos_i;
        left0_d     = active7_o ? left7_q : {1'b0, start_count_i};
        full0_d     = active7_o ? full7_q : start_count_i[15:PosBits] != '0;
        for (int g = 0; g < Groups; g++) begin
            all0_d[g]  = full0_d | ({1'b0, left0_d[PosBits-1:0]} > (PosBits+1)'(4 * g + 3));
            some0_d[g] = {1'b0, left0_d[PosBits-1:0]} >= (PosBits+1)'(4 * g);
        end
        escape0_d   = words7_o ? escape7_i : escape7_old;
    end

    always_ff @(posedge clk_i) begin
        looking5_o  <= go4 & ~literals4;
        slot7_o     <= slot7_o + 3'd1;
        slot0_o     <= slot7_o;
        open0_q     <= active7_o | start_o;
        active_q    <= {active_q[5:0], active0};
        literals0_q <= literals0_d;
        {book0_q, raw0_q, constant0_q} <= {book0_d, raw0_d, constant0_d};
        row0_q      <= row0_d;
        pos0_o      <= pos0_d;
        left0_q     <= left0_d;
        {all0_q, some0_q} <= {all0_d, some0_d};
        escape0_q   <= escape0_d;
        counts1_q   <= counts0;
        {want1_q, row1_q, pos1_q, limit1_q, left1_q} <= {want0, row0_q, pos0_o, limit0_i, left1_d};
        {want2_o, row2_q, pos2_q, total2_q, limit2_q} <= {want1_q, row2_d, pos2_d, total1, limit1_q};
        {over3_q, exact3_q} <= {over3_d, exact3_d};
        at2_o       <= at2_d;
        there2_q    <= PosBits'(limit1_q) - pos1_q;
        left7_q     <= left6;
        {over7_q, exact7_q} <= {over6, exact6};
        ends7_q     <= go6 & (over6 | (literals6 & left6[C-1]));
        last7_q     <= go6 & left6[C-1];
        full7_q     <= left6[C-1:PosBits] != '0;
        out_valid_o <= go7;
        out_literal_o <= literals7 & ~raw7 & ~constant7;
        out_step_o  <= steps7 | over7_q;
        out_last_o  <= done7;
        out_keep_o  <= (raw7 | constant7) ? mask7_o : literals7 ? escape7_old : mask7_o & ~escape7_i;
        {out_there_o, out_over_o, out_wrong_o} <= {there7, over7_q, ~exact7_q};
        if (rst_i) begin
            slot7_o     <= 3'd1;
            slot0_o     <= '0;
            open0_q     <= 1'b0;
            active_q    <= '0;
            out_valid_o <= 1'b0;
        end
    end
endmodule
