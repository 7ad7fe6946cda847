// Asks for the beats of a piece of memory in bursts of at most 16 that stay within 256 bytes, hence within a
// page of 4 KiB. Only so many bursts are under way at once; what comes is for others to take.
`default_nettype none
module vail_kernel_bursts #(
    parameter int BeatBits = 13,
    parameter int Most     = 8
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                stop_i,       // ask for no further burst
    input  wire logic                s_valid_i,    // a piece
    output      logic                s_ready_o,
    input  wire logic [59:0]         s_beat_i,     // address in beats of 16 bytes
    input  wire logic [BeatBits-1:0] s_count_i,    // beats, 1 or more
    output      logic                arvalid_o,
    input  wire logic                arready_i,
    output      logic [63:0]         araddr_o,
    output      logic [7:0]          arlen_o,
    input  wire logic                answered_i,   // the last beat of a burst is taken
    output      logic                quiet_o       // nothing is asked for or awaited
);
    logic [59:0]         beat_q, beat_d;
    logic [BeatBits-1:0] left_q, left_d, size;
    logic [4:0]          most;
    logic [4:0]          awaited_q, awaited_d;
    logic                valid_d, ask;
    logic [63:0]         araddr_d;
    logic [7:0]          arlen_d;

    assign most      = 5'd16 - {1'b0, beat_q[3:0]};
    assign size      = (left_q < BeatBits'(most)) ? left_q : BeatBits'(most);
    assign ask       = (left_q != '0) & ~stop_i & (~arvalid_o | arready_i) & (awaited_q < 5'(Most));
    assign s_ready_o = left_q == '0;
    assign quiet_o   = ~arvalid_o & (awaited_q == '0);

    always_comb begin
        beat_d    = beat_q;
        left_d    = left_q;
        valid_d   = ask | (arvalid_o & ~arready_i);
        araddr_d  = araddr_o;
        arlen_d   = arlen_o;
        awaited_d = awaited_q + 5'(ask) - 5'(answered_i);
        if (ask) begin
            araddr_d = {beat_q, 4'd0};
            arlen_d  = 8'(size - BeatBits'(1));
            beat_d   = beat_q + 60'(size);
            left_d   = left_q - size;
        end
        if (s_valid_i & s_ready_o) begin
            beat_d = s_beat_i;
            left_d = s_count_i;
        end
    end

    always_ff @(posedge clk_i) begin
        {beat_q, left_q, awaited_q} <= {beat_d, left_d, awaited_d};
        {arvalid_o, araddr_o, arlen_o} <= {valid_d, araddr_d, arlen_d};
        if (rst_i) {left_q, awaited_q, arvalid_o} <= '0;
    end

`ifdef FORMAL
`include "vail_kernel_bursts_properties.svh"
`endif
endmodule
