// The eight frames a decoder holds, in order of arrival: each gets a free context of the core, and the
// rows of its payload go there when the context has room. Rows of a context are offered every eighth
// cycle, as often as the ring can use one. Frames with a fault are done at once.
`default_nettype none
module vail_dec_issue #(
    parameter int Lanes   = 8,
    parameter int Through = 0,
    parameter int RowBits = 10,
    parameter int PosBits = $clog2(Lanes),
    parameter int EndBits = RowBits + PosBits
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                waiting_i,      // frame_i is the next to be issued
    input  wire logic [2:0]          frame_i,
    input  wire logic                at_once_i,      // it needs no core
    input  wire logic                early_i,        // it is still being received
    input  wire logic [RowBits:0]    rows_i,         // so far
    input  wire logic                received_i,     // all of it has been
    input  wire logic [EndBits-1:0]  received_end_i,
    input  wire logic [EndBits-1:0]  end_i,          // the last byte of its payload
    input  wire logic                second_i,       // which begins in the second row
    input  wire logic                empty_i,        // it has no rows for the core
    output      logic                issued_o,
    output      logic                start_valid_o,
    input  wire logic                start_ready_i,
    input  wire logic [2:0]          start_ctx_i,
    input  wire logic [7:0]          room_i,
    output      logic [2:0]          read_frame_o,   // what to read of the frame buffer, if anything
    output      logic [RowBits-1:0]  read_row_o,
    output      logic                row_valid_o,    // one cycle later, with the row
    output      logic [2:0]          row_ctx_o,
    output      logic                row_last_o,
    output      logic [PosBits-1:0]  row_count_o,
    input  wire logic                step_i,         // symbols of a context come out
    input  wire logic [2:0]          step_ctx_i,
    input  wire logic                step_last_i,
    output      logic [2:0]          step_frame_o,   // their frame and row
    output      logic [RowBits-2:0]  step_row_o,
    input  wire logic [2:0]          core_ctx_i,     // three cycles before its symbols come out
    output      logic [2:0]          core_frame_o,   // the frame of a context
    input  wire logic [2:0]          look_frame_i,
    output      logic [RowBits-2:0]  look_rows_o     // symbol rows of a frame in the core
);
    logic [7:0]         busy_q, feed_q, second_q, unread_q, unstepped_q;   // the last two: its counter below is to be 0
    logic [2:0]         turn_q, pick, early_ctx_q;
    logic               early_q, late, fresh, wants, read;
    logic [1:0]         early_reads_q;    // in the last two cycles
    logic [2:0]         frame_q [0:7];
    logic [2:0]         ctx_q [0:7];
    logic [RowBits-1:0] row_q [0:7];
    logic [RowBits-2:0] step_q [0:7];
    logic [EndBits-1:0] end_q [0:7];
    logic [EndBits-1:0] ends;
    logic [2:0]         look_ctx;
    logic               last, start;

    assign start_valid_o = waiting_i & ~at_once_i & ~busy_q[start_ctx_i];
    assign start         = start_valid_o & start_ready_i;
    assign issued_o      = start | (waiting_i & at_once_i);
    // A frame that is still coming is served out of turn as well; what was read before must have arrived.
    assign wants         = feed_q[turn_q] & room_i[turn_q] & ~(early_q & (turn_q == early_ctx_q));
    assign pick          = (early_q & ~wants) ? early_ctx_q : turn_q;
    assign fresh         = early_q & (pick == early_ctx_q);
    assign late          = ({1'b0, read_row_o} + (RowBits+1)'(2) > rows_i) | (early_reads_q != 2'd0);
    assign ends          = end_q[pick];
    assign read        = feed_q[pick] & room_i[pick] & ~(fresh & late);
    assign read_frame_o  = frame_q[pick];
    assign read_row_o    = unread_q[pick] ? RowBits'(second_q[pick]) : row_q[pick];
    assign last          = ~fresh & (read_row_o == ends[EndBits-1:PosBits]);
    vail_delay #(.Width(3), .Cycles(3)) u_step_frame (.clk_i, .data_i(core_frame_o), .data_o(step_frame_o));
    assign step_row_o    = unstepped_q[step_ctx_i] ? '0 : step_q[step_ctx_i];
    assign core_frame_o  = frame_q[core_ctx_i];
    assign look_ctx      = ctx_q[look_frame_i];
    assign look_rows_o   = unstepped_q[look_ctx] ? '0 : step_q[look_ctx];

    // A context's symbols have all left before it gets another frame, so one entry a context suffices.
    always_ff @(posedge clk_i) begin
        turn_q <= turn_q + 3'd1;
        if (start) begin
            frame_q[start_ctx_i] <= frame_i;
            ctx_q[frame_i]       <= start_ctx_i;
            if (early_i) early_ctx_q <= start_ctx_i;
        end
        // no frame starts while another is still coming
        if (start | early_q) end_q[start ? start_ctx_i : early_ctx_q] <= (early_i | early_q) ? received_end_i : end_i;
        early_q       <= (Through != 0) & ~rst_i & ~received_i & (early_q | (start & early_i));
        if (read) row_q[pick] <= read_row_o + RowBits'(1);
        if (step_i) step_q[step_ctx_i] <= step_row_o + (RowBits-1)'(1);
        early_reads_q <= {early_reads_q[0], read & fresh};
        row_valid_o <= read & ~rst_i;
        row_ctx_o   <= pick;
        row_last_o  <= last;
        row_count_o <= last ? ends[PosBits-1:0] + PosBits'(1) : '0;
        if (rst_i) turn_q <= '0;
    end
    for (genvar c = 0; c < 8; c++) begin : g_context
        logic starts, reads, steps;
        assign starts = start & (start_ctx_i == 3'(c));
        assign reads  = read & (pick == 3'(c));
        assign steps  = step_i & (step_ctx_i == 3'(c));
        always_ff @(posedge clk_i) begin
            busy_q[c] <= ~rst_i & (starts | (busy_q[c] & ~(steps & step_last_i)));
            feed_q[c] <= ~rst_i & ((starts & ~empty_i) | (feed_q[c] & ~(reads & last)));
            second_q[c]    <= starts ? second_i : second_q[c];
            unread_q[c]    <= starts | (unread_q[c] & ~reads);
            unstepped_q[c] <= starts | (unstepped_q[c] & ~steps);
        end
    end
endmodule
