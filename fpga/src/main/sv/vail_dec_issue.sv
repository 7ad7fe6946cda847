// The eight frames a decoder holds, in order of arrival: each gets a free context of the core, and the
// rows of its payload go there when the context has room. Rows of a context are offered every eighth
// cycle, as often as the ring can use one. Frames that need no decoding, or have a fault, are done at once.
`default_nettype none
module vail_dec_issue #(
    parameter int Lanes   = 8,
    parameter int RowBits = 10,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                waiting_i,      // frame_i is the next to be issued
    input  wire logic [2:0]          frame_i,
    input  wire logic                at_once_i,      // it needs no core
    input  wire logic [16:0]         bytes_i,        // of its payload
    output      logic                issued_o,
    output      logic                start_valid_o,
    input  wire logic                start_ready_i,
    input  wire logic [2:0]          start_ctx_i,
    input  wire logic [7:0]          room_i,
    output      logic                read_o,         // of the frame buffer
    output      logic [2:0]          read_frame_o,
    output      logic [RowBits-1:0]  read_row_o,
    output      logic                row_valid_o,    // one cycle later, with the row
    output      logic [2:0]          row_ctx_o,
    output      logic                row_last_o,
    output      logic [PosBits-1:0]  row_count_o,
    input  wire logic                step_i,         // symbols of a context come out
    input  wire logic [2:0]          step_ctx_i,
    input  wire logic                step_last_i,
    output      logic [2:0]          step_frame_o,   // their frame and row
    output      logic [RowBits-1:0]  step_row_o,
    input  wire logic [2:0]          core_ctx_i,
    output      logic [2:0]          core_frame_o    // the frame of a context
);
    logic [7:0]         busy_q, feed_q;
    logic [2:0]         turn_q;
    logic [2:0]         frame_q [0:7];
    logic [RowBits-1:0] row_q [0:7];
    logic [RowBits-1:0] step_q [0:7];
    logic [16:0]        bytes_q [0:7];
    logic [16:0]        bytes;
    logic               last, start;

    assign start_valid_o = waiting_i & ~at_once_i & ~busy_q[start_ctx_i];
    assign start         = start_valid_o & start_ready_i;
    assign issued_o      = start | (waiting_i & at_once_i);
    assign bytes         = bytes_q[turn_q];
    assign read_o        = feed_q[turn_q] & room_i[turn_q];
    assign read_frame_o  = frame_q[turn_q];
    assign read_row_o    = row_q[turn_q];
    assign last          = {{(17-RowBits){1'b0}}, row_q[turn_q]} == ((bytes - 17'd1) >> PosBits);
    assign step_frame_o  = frame_q[step_ctx_i];
    assign step_row_o    = step_q[step_ctx_i];
    assign core_frame_o  = frame_q[core_ctx_i];

    // A context's symbols have all left before it gets another frame, so one entry a context suffices.
    always_ff @(posedge clk_i) begin
        turn_q <= turn_q + 3'd1;
        if (start) begin
            frame_q[start_ctx_i] <= frame_i;
            bytes_q[start_ctx_i] <= bytes_i;
        end
        row_valid_o <= read_o & ~rst_i;
        row_ctx_o   <= turn_q;
        row_last_o  <= last;
        row_count_o <= last ? bytes[PosBits-1:0] : '0;
        if (rst_i) turn_q <= '0;
    end
    for (genvar c = 0; c < 8; c++) begin : g_context
        logic starts, reads, steps;
        assign starts = start & (start_ctx_i == 3'(c));
        assign reads  = read_o & (turn_q == 3'(c));
        assign steps  = step_i & (step_ctx_i == 3'(c));
        always_ff @(posedge clk_i) begin
            busy_q[c] <= ~rst_i & (starts | (busy_q[c] & ~(steps & step_last_i)));
            feed_q[c] <= ~rst_i & (starts | (feed_q[c] & ~(reads & last)));
            row_q[c]  <= starts ? '0 : row_q[c] + RowBits'(reads);
            step_q[c] <= starts ? '0 : step_q[c] + RowBits'(steps);
        end
    end
endmodule
