// Payload rows of Lanes bytes, four for each of the eight blocks in flight. Says whether a block may
// go on (two rows, or its last one, are there) and how many bytes it has left, as far as that matters.
// With a Unit of 16 bits all that is said of bytes is true of words.
`default_nettype none
module vail_dec_rows #(
    parameter int Lanes     = 8,
    parameter int Unit      = 8,
    parameter int PosBits   = $clog2(Lanes),
    parameter int LimitBits = $clog2(Lanes) + 2
) (
    input  wire logic                 clk_i,
    input  wire logic                 rst_i,
    input  wire logic                 start_i,        // a block begins in context slot7_i
    input  wire logic                 start_empty_i,  // without any rows
    input  wire logic                 active7_i,      // a block is under way in context slot7_i
    input  wire logic [2:0]           slot7_i,
    output      logic                 may_start_o,    // the input of slot7_i's last block has ended
    input  wire logic                 s_valid_i,
    input  wire logic [2:0]           s_ctx_i,
    input  wire logic [Lanes*Unit-1:0] s_data_i,
    input  wire logic                 s_last_i,
    input  wire logic [PosBits-1:0]   s_count_i,      // bytes of the last row, 0 for all
    output      logic [7:0]           s_room_o,       // contexts that can take a row
    output      logic                 ready0_o,       // of stage 0: enough rows
    output      logic [LimitBits-1:0] limit0_o,       // of stage 0: bytes from the start of its row, or 2·Lanes
    output      logic [2:0]           start_row_o,    // where a block of slot7_i would begin
    input  wire logic [2:0]           row7_i,         // where it is
    input  wire logic [1:0]           row0_i,
    input  wire logic [PosBits-1:0]   pos0_i,
    input  wire logic [2:0]           slot0_i,
    output      logic [Lanes*Unit-1:0] data2_o
);
    // Rows are numbered as they come, over all blocks of a context.
    logic [2:0]           next_q [0:7];
    logic [PosBits-1:0]   count_q [0:7];   // bytes of the latest row
    logic [7:0]           open_q, last_q;
    logic [8*2-1:0]       room_q;          // rows that may come until the context has its next turn
    logic [1:0]           room7;
    logic [2:0]           slot1_q, slot6_q, row, rows7;
    logic [PosBits-1:0]   count7_q;
    logic                 last7_q, late7_q, ready0_d;
    logic [LimitBits-1:0] bytes7, limit0_d;
    logic [Lanes-1:0]     below0;
    logic [2*Lanes-1:0]   row1_d, row1_q;

    initial for (int c = 0; c < 8; c++) next_q[c] = 3'd0;

    assign row         = next_q[s_ctx_i];
    assign rows7       = start_row_o - row7_i;
    // After a fault the rest of the input is taken and dropped.
    assign room7       = ~active7_i ? 2'd2 : rows7[2] ? 2'd0 : (rows7 == 3'd3) ? 2'd1 : 2'd2;
    for (genvar c = 0; c < 8; c++) begin : g_context
        logic write, here, starts;
        assign write  = s_valid_i & (s_ctx_i == 3'(c));
        assign here   = slot7_i == 3'(c);
        assign starts = start_i & here;
        assign s_room_o[c] = open_q[c] & (room_q[c*2 +: 2] != 2'd0);
        always_ff @(posedge clk_i) begin
            // what comes just now, or came late, is not among the rows of stage 7
            room_q[c*2 +: 2] <= write ? room_q[c*2 +: 2] - 2'd1 : (here & ~late7_q) ? room7 : room_q[c*2 +: 2];
            last_q[c]        <= starts ? start_empty_i : last_q[c] | (write & s_last_i);
            open_q[c]        <= ~rst_i & ((starts & ~start_empty_i) | (open_q[c] & ~(write & s_last_i)));
        end
    end

    assign bytes7      = (count7_q == '0) ? LimitBits'(Lanes) : LimitBits'(count7_q);
    always_comb begin
        // what lies there when a block starts is the last one's
        ready0_d = ~start_i & ((rows7 > 3'd1) | last7_q);
        limit0_d = LimitBits'(2 * Lanes);
        if (last7_q & (rows7 == 3'd2)) limit0_d = LimitBits'(Lanes) + bytes7;
        if (last7_q & (rows7 == 3'd1)) limit0_d = bytes7;
        if (last7_q & (rows7 == 3'd0)) limit0_d = '0;
    end

    // A byte column below the position belongs to the next row.
    assign below0 = ~({Lanes{1'b1}} << pos0_i);
    for (genvar p = 0; p < Lanes; p++) begin : g_column
        assign row1_d[p*2 +: 2] = row0_i + 2'(below0[p]);
        vail_ram #(.Width(Unit)) u_column (
            .clk_i, .we_i(s_valid_i), .waddr_i({s_ctx_i, row[1:0]}), .wdata_i(s_data_i[p*Unit +: Unit]),
            .re_i(1'b1), .raddr_i({slot1_q, row1_q[p*2 +: 2]}), .rdata_o(data2_o[p*Unit +: Unit])
        );
    end

    always_ff @(posedge clk_i) begin
        if (s_valid_i) begin
            // row + 1, without a carry between the choice of a row and its register
            next_q[s_ctx_i]  <= {row[2] ^ (row[1] & row[0]), row[1] ^ row[0], ~row[0]};
            count_q[s_ctx_i] <= s_count_i;
        end
        // looked up while the context is in stage 6
        slot1_q     <= slot0_i;
        slot6_q     <= rst_i ? 3'd2 : slot7_i + 3'd2;
        start_row_o <= next_q[slot6_q];
        count7_q    <= count_q[slot6_q];
        last7_q     <= last_q[slot6_q];
        may_start_o <= ~rst_i & ~open_q[slot6_q];
        late7_q     <= s_valid_i & (s_ctx_i == slot6_q);
        row1_q      <= row1_d;
        ready0_o    <= ready0_d;
        limit0_o    <= limit0_d;
    end
endmodule
