// Reads the sources of jobs and feeds them to the coder. What was read is summed up by a CRC-32C, of the job and
// then of its source in whole beats, so that the host can tell whether it is what it wrote. A job that is none
// (no bytes, too many, a place that is not a whole beat) is not read.
`default_nettype none
module vail_kernel_source (
    input  wire logic             clk_i,
    input  wire logic             rst_i,
    input  wire logic             stop_i,
    input  wire logic             decode_i,
    input  wire logic             job_valid_i,
    output      logic             job_ready_o,
    input  wire logic [255:0]     job_i,
    output      logic             arvalid_o,
    input  wire logic             arready_i,
    output      logic [63:0]      araddr_o,
    output      logic [7:0]       arlen_o,
    input  wire logic             rvalid_i,
    output      logic             rready_o,
    input  wire logic [127:0]     rdata_i,
    input  wire logic             rlast_i,
    output      logic             cmd_valid_o,   // to the encoder; the words of job_o
    input  wire logic             cmd_ready_i,
    output      logic             s_valid_o,
    input  wire logic             s_ready_i,
    output      logic [127:0]     s_data_o,
    output      logic [3:0]       s_count_o,
    output      logic             s_last_o,
    input  wire vail_pkg::fault_t refused_i,     // of the order whose symbols the encoder takes
    output      logic [255:0]     job_o,         // the one that is fed
    output      logic             begin_o,       // for a cycle, when it comes
    input  wire logic             begin_room_i,
    output      logic             end_o,         // for a cycle, when all of it was read
    output      vail_pkg::fault_t end_fault_o,
    output      vail_pkg::crc_t   end_check_o,
    output      logic             quiet_o
);
    localparam logic [31:0] MostSymbols = 32'd65536;
    localparam logic [31:0] MostBytes   = 32'd65548;   // B-20

    typedef enum logic [2:0] {Idle, First, Second, Feed, Close} state_t;
    state_t           state_q, state_d;
    logic             bad, fed_bad, next_valid, next_ready, room, ask, asked, fed, commanded_q, idle, take, last;
    logic [255:0]     next;
    logic [127:0]     beat;
    logic [12:0]      left_q, left_d;
    vail_pkg::fault_t fault_q, fault_d;

    // A job goes to those who ask for its beats and to those who await them.
    assign bad = (job_i[159:128] == 32'd0) | (job_i[159:128] > (decode_i ? MostBytes : MostSymbols))
               | (job_i[3:0] != 4'd0) | (job_i[67:64] != 4'd0);
    assign ask         = job_valid_i & room & asked;
    assign job_ready_o = room & asked;
    vail_kernel_bursts #(.BeatBits(13), .Most(8)) u_bursts (
        .clk_i, .rst_i, .stop_i, .s_valid_i(ask & ~bad), .s_ready_o(asked), .s_beat_i(job_i[63:4]),
        .s_count_i(13'((job_i[144:128] + 17'd15) >> 4)), .arvalid_o, .arready_i, .araddr_o, .arlen_o,
        .answered_i(rvalid_i & rready_o & rlast_i), .quiet_o
    );
    vail_fifo #(.Width(257), .Slack(4)) u_asked (
        .clk_i, .rst_i, .push_i(ask), .data_i({bad, job_i}), .room_o(room), .valid_o(next_valid),
        .ready_i(next_ready), .data_o({fed_bad, next})
    );

    assign job_o       = next;
    assign cmd_valid_o = (state_q != Idle) & ~decode_i & ~commanded_q & ~fed_bad;
    assign fed         = (state_q == Feed) & (decode_i | commanded_q);
    assign last        = left_q == 13'd1;
    assign s_valid_o   = fed & rvalid_i & ~stop_i;
    assign rready_o    = stop_i | (fed & s_ready_i);
    assign take        = s_valid_o & s_ready_i;
    assign s_data_o    = rdata_i;
    assign s_last_o    = last;
    assign s_count_o   = last ? next[131:128] : 4'd0;
    assign begin_o     = (state_q == Idle) & next_valid & begin_room_i & ~stop_i;
    assign end_o       = (state_q == Close) & idle;
    assign next_ready  = end_o;
    assign end_fault_o = fault_q;

    // Whole beats: none is short.
    assign beat = (state_q == First) ? next[127:0] : (state_q == Second) ? next[255:128] : rdata_i;
    vail_crc32c #(.Bytes(16)) u_crc (
        .clk_i, .rst_i, .load_i(begin_o), .raw_i(1'b0), .seed_i(~32'd0), .byte_we_i(1'b0), .byte_i(8'd0),
        .valid_i((state_q == First) | (state_q == Second) | take), .ready_o(), .from_i(4'd0), .count_i(4'd0),
        .data_i(beat), .idle_o(idle), .beat_o(), .crc_o(end_check_o)
    );

    always_comb begin
        state_d = state_q;
        left_d  = left_q;
        fault_d = fault_q;
        case (state_q)
            Idle: if (begin_o) begin
                state_d = First;
                left_d  = 13'((next[144:128] + 17'd15) >> 4);
                fault_d = fed_bad ? vail_pkg::FaultBadArgument : vail_pkg::FaultNone;
            end
            First: state_d = Second;
            Second: begin
                state_d = Feed;
                if (fed_bad) state_d = Close;
            end
            Feed: if (take) begin
                left_d = left_q - 13'd1;
                if (last) state_d = Close;
                if (~decode_i) fault_d = refused_i;
            end
            default: if (idle) state_d = Idle;
        endcase
    end

    always_ff @(posedge clk_i) begin
        {state_q, left_q, fault_q} <= {state_d, left_d, fault_d};
        commanded_q <= (state_q != Idle) & ((cmd_valid_o & cmd_ready_i) | commanded_q);
        if (rst_i) state_q <= Idle;
    end
endmodule
