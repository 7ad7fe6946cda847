// Reads the jobs of a run ahead of those that need them. A job is two beats:
//   0-7 source  8-15 target  16-19 bytes of the source  20-23 room  24-27 command  28-31 tag
`default_nettype none
module vail_kernel_jobs (
    input  wire logic         clk_i,
    input  wire logic         rst_i,
    input  wire logic         stop_i,
    input  wire logic         start_i,
    input  wire logic [59:0]  first_i,      // where the first job is, in beats
    input  wire logic [23:0]  count_i,
    output      logic         arvalid_o,
    input  wire logic         arready_i,
    output      logic [63:0]  araddr_o,
    output      logic [7:0]   arlen_o,
    input  wire logic         rvalid_i,
    output      logic         rready_o,
    input  wire logic [127:0] rdata_i,
    input  wire logic         rlast_i,
    output      logic         valid_o,      // a job
    input  wire logic         ready_i,
    output      logic [255:0] job_o,
    output      logic         quiet_o
);
    logic         take, second_q, room, unused_ready;
    logic [127:0] first_q;

    vail_kernel_bursts #(.BeatBits(25), .Most(2)) u_bursts (
        .clk_i, .rst_i, .stop_i, .s_valid_i(start_i & (count_i != '0)), .s_ready_o(unused_ready), .s_beat_i(first_i),
        .s_count_i({count_i, 1'b0}), .arvalid_o, .arready_i, .araddr_o, .arlen_o, .answered_i(take & rlast_i), .quiet_o
    );
    assign rready_o = room | stop_i;
    assign take     = rvalid_i & rready_o;
    vail_fifo #(.Width(256), .Slack(8)) u_jobs (
        .clk_i, .rst_i, .push_i(take & second_q & ~stop_i), .data_i({rdata_i, first_q}), .room_o(room), .valid_o,
        .ready_i, .data_o(job_o)
    );

    always_ff @(posedge clk_i) begin
        second_q <= ~rst_i & (second_q ^ take);
        first_q  <= (take & ~second_q) ? rdata_i : first_q;
    end
endmodule
