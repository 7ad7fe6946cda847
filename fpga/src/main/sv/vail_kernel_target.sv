// Writes what the coder gives to where jobs want it, in bursts within 256 bytes, and closes each job with a
// result: tag, bytes, fault, the check of what was read, and the CRC-32C of what was written, in whole beats.
// Nothing is written beyond the room of a job, nor of a block with a fault.
`default_nettype none
module vail_kernel_target (
    input  wire logic             clk_i,
    input  wire logic             rst_i,
    input  wire logic             stop_i,
    input  wire logic             begin_i,        // a job was begun
    output      logic             begin_room_o,
    input  wire logic [59:0]      begin_beat_i,   // where it wants its block
    input  wire logic [31:0]      begin_room_i,   // bytes there
    input  wire logic [31:0]      begin_tag_i,
    input  wire logic             end_i,          // all of it was read
    input  wire vail_pkg::fault_t end_fault_i,    // then there is no block
    input  wire vail_pkg::crc_t   end_check_i,
    input  wire logic             m_valid_i,      // from the coder
    output      logic             m_ready_o,
    input  wire logic [127:0]     m_data_i,
    input  wire logic [3:0]       m_count_i,
    input  wire logic             m_last_i,
    input  wire vail_pkg::fault_t m_fault_i,
    output      logic             awvalid_o,
    input  wire logic             awready_i,
    output      logic [63:0]      awaddr_o,
    output      logic [7:0]       awlen_o,
    output      logic             wvalid_o,
    input  wire logic             wready_i,
    output      logic [127:0]     wdata_o,
    output      logic [15:0]      wstrb_o,
    output      logic             wlast_o,
    input  wire logic             bvalid_i,
    output      logic             result_valid_o,
    input  wire logic             result_ready_i,
    output      logic [127:0]     result_o,       // tag, bytes 54-32, fault 60-56, check of source, of target
    output      logic             quiet_o
);
    typedef enum logic [1:0] {Idle, Collect, Close} state_t;
    state_t           state_q, state_d;
    logic             valid, ended, data_room, burst_room, take, write, over, end_of_burst, burst, idle, w_valid, w_on, close, asks, pays, pays_next, owes, settles;
    logic [59:0]      beat, beat_q, beat_d, start_q, start_d;
    logic [31:0]      room, tag;
    logic [16:0]      bytes_q, bytes_d;
    logic [127:0]     data;
    logic [4:0]       count;
    logic [3:0]       length;
    logic [2:0]       asked_q, asked_d;      // bursts whose address was taken, but not yet their last beat
    logic             ahead_q, ahead_d;      // the last beat of one was taken, but not yet its address
    logic [5:0]       awaited_q, awaited_d;  // bursts without an answer
    logic             burst_valid;
    vail_pkg::fault_t fault_q, fault_d, end_fault;
    vail_pkg::crc_t   source_check, target_check;

    vail_fifo #(.Width(124), .Slack(4)) u_begun (
        .clk_i, .rst_i, .push_i(begin_i), .data_i({begin_tag_i, begin_room_i, begin_beat_i}), .room_o(begin_room_o),
        .valid_o(valid), .ready_i(close), .data_o({tag, room, beat})
    );
    vail_fifo #(.Width(37), .Slack(4)) u_ended (
        .clk_i, .rst_i, .push_i(end_i), .data_i({end_fault_i, end_check_i}), .room_o(), .valid_o(ended),
        .ready_i(close), .data_o({end_fault, source_check})
    );

    assign count        = (m_count_i == '0) ? 5'd16 : {1'b0, m_count_i};
    assign m_ready_o    = (state_q == Collect) & data_room & burst_room & ~stop_i;
    assign take         = m_valid_i & m_ready_o;
    assign write        = take & (m_fault_i == vail_pkg::FaultNone);
    assign over         = {15'd0, bytes_q} + 32'd16 > room;
    assign end_of_burst = m_last_i | (beat_q[3:0] == 4'd15);
    assign burst        = write & end_of_burst;
    assign length       = beat_q[3:0] - start_q[3:0];
    for (genvar p = 0; p < 16; p++) begin : g_byte
        assign data[p*8 +: 8] = (5'(p) < count) ? m_data_i[p*8 +: 8] : 8'd0;
    end
    vail_crc32c #(.Bytes(16)) u_crc (
        .clk_i, .rst_i, .load_i(state_q == Idle), .raw_i(1'b0), .seed_i(~32'd0), .byte_we_i(1'b0), .byte_i(8'd0), .valid_i(write),
        .ready_o(), .from_i(4'd0), .count_i(4'd0), .data_i(data), .idle_o(idle), .beat_o(), .crc_o(target_check)
    );

    // A burst is asked for when all of it is here, so it can always be completed.
    vail_fifo #(.Width(130), .Slack(4)) u_data (
        .clk_i, .rst_i, .push_i(write), .data_i({end_of_burst, ~over, data}), .room_o(data_room), .valid_o(w_valid),
        .ready_i(wready_i & pays_next), .data_o({wlast_o, w_on, wdata_o})
    );
    vail_fifo #(.Width(64), .Slack(4)) u_bursts (
        .clk_i, .rst_i, .push_i(burst), .data_i({length, start_q}), .room_o(burst_room), .valid_o(burst_valid),
        .ready_i(awready_i & (asked_q < 3'd4)), .data_o({awlen_o[3:0], awaddr_o[63:4]})
    );
    assign awvalid_o = burst_valid & (asked_q < 3'd4);
    assign {awlen_o[7:4], awaddr_o[3:0]} = '0;
    // data do not wait until their address is taken, because a memory may wait for data first
    assign pays_next = (asked_q != '0) | (awvalid_o & ~ahead_q);
    assign wvalid_o  = w_valid & pays_next;
    assign wstrb_o   = {16{w_on}};
    assign asks      = awvalid_o & awready_i;
    assign owes      = asks & ~ahead_q;
    assign settles   = pays & ((asked_q != '0) | asks);
    assign pays      = wvalid_o & wready_i & wlast_o;
    assign quiet_o   = ~burst_valid & (asked_q == '0) & (awaited_q == '0);

    assign close = (state_q == Close) & idle & ended & (~result_valid_o | result_ready_i);
    always_comb begin
        state_d   = state_q;
        {beat_d, start_d, bytes_d, fault_d} = {beat_q, start_q, bytes_q, fault_q};
        asked_d   = asked_q + 3'(owes) - 3'(settles);
        ahead_d   = ahead_q ? ~asks : pays & ~asks & (asked_q == '0);
        awaited_d = awaited_q + 6'(asks) - 6'(bvalid_i);
        case (state_q)
            Idle: if (valid) begin
                state_d = Collect;
                {beat_d, start_d, bytes_d, fault_d} = {beat, beat, 17'd0, vail_pkg::FaultNone};
            end
            Collect: begin
                // no block comes for an order that the encoder refused, or for a job that was not read
                if (ended & (end_fault != vail_pkg::FaultNone)) {state_d, fault_d} = {Close, end_fault};
                if (take) begin
                    if (m_fault_i != vail_pkg::FaultNone) fault_d = m_fault_i;
                    else if (over) fault_d = vail_pkg::FaultOutputTooSmall;
                    if (m_last_i) state_d = Close;
                end
                if (write) {beat_d, bytes_d} = {beat_q + 60'd1, bytes_q + 17'(count)};
                if (burst) start_d = beat_q + 60'd1;
            end
            default: if (close) state_d = Idle;
        endcase
    end

    always_ff @(posedge clk_i) begin
        {state_q, beat_q, start_q, bytes_q, fault_q} <= {state_d, beat_d, start_d, bytes_d, fault_d};
        {asked_q, ahead_q, awaited_q} <= {asked_d, ahead_d, awaited_d};
        result_valid_o <= close | (result_valid_o & ~result_ready_i);
        if (close) result_o <= {target_check, source_check, 3'd0, fault_q, 7'd0, bytes_q, tag};
        if (rst_i) begin
            state_q <= Idle;
            {asked_q, ahead_q, awaited_q, result_valid_o} <= '0;
        end
    end
endmodule
