// Payload rows of Lanes bytes, four for each of the eight blocks in flight. Says whether a block may
// go on (two rows, or its last one, are there) and how many bytes it has left, as far as that matters.
`default_nettype none
module vail_dec_rows #(
    parameter int Lanes     = 8,
    parameter int PosBits   = $clog2(Lanes),
    parameter int LimitBits = $clog2(Lanes) + 2
) (
    input  wire logic                 clk_i,
    input  wire logic                 rst_i,
    input  wire logic                 start_i,        // a block begins in context slot7_i
    input  wire logic                 start_empty_i,  // without any rows
    input  wire logic                 done_i,         // the block of context slot7_i has ended
    input  wire logic [2:0]           slot7_i,
    output      logic                 may_start_o,    // the input of slot7_i's last block has ended
    input  wire logic                 s_valid_i,
    input  wire logic [2:0]           s_ctx_i,
    input  wire logic [Lanes*8-1:0]   s_data_i,
    input  wire logic                 s_last_i,
    input  wire logic [PosBits-1:0]   s_count_i,      // bytes of the last row, 0 for all
    output      logic [7:0]           s_room_o,       // contexts that can take a row
    output      logic                 ready0_o,       // of stage 0: enough rows
    output      logic [LimitBits-1:0] limit0_o,       // of stage 0: bytes from the start of its row, or 2·Lanes
    input  wire logic [1:0]           row0_i,
    input  wire logic [PosBits-1:0]   pos0_i,
    input  wire logic [2:0]           slot0_i,
    input  wire logic                 free2_i,        // stage 2 has used up a row
    output      logic [Lanes*8-1:0]   data2_o
);
    logic [7:0]           open_q, live_q, last_q;
    logic [8*3-1:0]       rows_q;
    logic [8*2-1:0]       write_q;
    logic [8*PosBits-1:0] count_q;
    logic [2:0]           slot1, slot2, rows7;
    logic [PosBits-1:0]   count7;
    logic                 last7, ready0_d, done_q;
    logic [LimitBits-1:0] bytes7, limit0_d;
    logic [4:0]           waddr;
    logic [Lanes-1:0]     below0;
    logic [2*Lanes-1:0]   row1_d, row1_q;

    assign slot1 = slot0_i - 3'd1;
    assign slot2 = slot0_i - 3'd2;
    assign waddr = {s_ctx_i, write_q[s_ctx_i*2 +: 2]};

    for (genvar c = 0; c < 8; c++) begin : g_context
        logic       write, freed, starts, ends;
        logic [2:0] rows_d;
        logic [1:0] write_d;
        assign write   = s_valid_i & (s_ctx_i == 3'(c));
        assign freed   = free2_i & (slot2 == 3'(c));
        assign starts  = start_i & (slot7_i == 3'(c));
        assign ends    = done_q & (slot0_i == 3'(c));   // slot7_i a cycle ago
        assign rows_d  = rows_q[c*3 +: 3] + 3'(write) - 3'(freed);
        assign write_d = write_q[c*2 +: 2] + 2'(write);
        // After a fault the rest of the input is taken and dropped.
        assign s_room_o[c] = open_q[c] & (~live_q[c] | ~rows_q[c*3+2]);
        always_ff @(posedge clk_i) begin
            rows_q[c*3 +: 3]  <= starts ? 3'd0 : rows_d;
            write_q[c*2 +: 2] <= starts ? 2'd0 : write_d;
            last_q[c]         <= starts ? start_empty_i : last_q[c] | (write & s_last_i);
            open_q[c]         <= ~rst_i & ((starts & ~start_empty_i) | (open_q[c] & ~(write & s_last_i)));
            live_q[c]         <= ~rst_i & (starts | (live_q[c] & ~ends));
            if (write) count_q[c*PosBits +: PosBits] <= s_count_i;
        end
    end

    assign rows7       = rows_q[slot7_i*3 +: 3];
    assign count7      = count_q[slot7_i*PosBits +: PosBits];
    assign last7       = last_q[slot7_i];
    assign may_start_o = ~open_q[slot7_i];
    assign bytes7      = (count7 == '0) ? LimitBits'(Lanes) : LimitBits'(count7);
    always_comb begin
        // what lies there when a block starts is the last one's
        ready0_d = ~start_i & ((rows7 > 3'd1) | last7);
        limit0_d = LimitBits'(2 * Lanes);
        if (last7 & (rows7 == 3'd2)) limit0_d = LimitBits'(Lanes) + bytes7;
        if (last7 & (rows7 == 3'd1)) limit0_d = bytes7;
        if (last7 & (rows7 == 3'd0)) limit0_d = '0;
    end

    // A byte column below the position belongs to the next row.
    assign below0 = ~({Lanes{1'b1}} << pos0_i);
    for (genvar p = 0; p < Lanes; p++) begin : g_column
        assign row1_d[p*2 +: 2] = row0_i + 2'(below0[p]);
        vail_ram #(.Width(8)) u_column (
            .clk_i, .we_i(s_valid_i), .waddr_i(waddr), .wdata_i(s_data_i[p*8 +: 8]),
            .re_i(1'b1), .raddr_i({slot1, row1_q[p*2 +: 2]}), .rdata_o(data2_o[p*8 +: 8])
        );
    end

    always_ff @(posedge clk_i) begin
        done_q   <= done_i;
        row1_q   <= row1_d;
        ready0_o <= ready0_d;
        limit0_o <= limit0_d;
    end
endmodule
