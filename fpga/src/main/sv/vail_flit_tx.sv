// Packs the beats of frames into flits of 64 bytes and sends one for every credit: a flit that is full, or
// the last of a frame. A flit that was sent is never held up, because a credit is room on the other side.
`default_nettype none
module vail_flit_tx #(
    parameter int Lanes   = 8,
    parameter int Credits = 8,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               s_valid_i,
    output      logic               s_ready_o,
    input  wire logic [Lanes*8-1:0] s_data_i,
    input  wire logic [PosBits-1:0] s_count_i,
    input  wire logic               s_last_i,
    input  wire logic               credit_i,      // the other side has emptied a flit
    output      logic               flit_valid_o,
    output      logic [511:0]       flit_data_o,
    output      logic [5:0]         flit_bytes_o,  // 0 for all
    output      logic               flit_last_o    // of its frame
);
    localparam int Beats    = 64 / Lanes;
    localparam int BeatBits = $clog2(Beats);
    localparam int LeftBits = $clog2(Credits + 1);
    logic [BeatBits-1:0] beat_q, beat_d;
    logic [511:0]        data_d;
    logic [5:0]          bytes_d;
    logic                full_q, full_d, last_d, send, take;
    logic [LeftBits-1:0] credits_q, credits_d;

    assign s_ready_o    = ~full_q | send;
    assign take         = s_valid_i & s_ready_o;
    assign send         = full_q & (credits_q != '0);
    assign flit_valid_o = send;

    for (genvar b = 0; b < Beats; b++) begin : g_beat
        assign data_d[b*Lanes*8 +: Lanes*8] =
            (take && beat_q == BeatBits'(b)) ? s_data_i : flit_data_o[b*Lanes*8 +: Lanes*8];
    end
    always_comb begin
        beat_d    = beat_q;
        full_d    = full_q & ~send;
        bytes_d   = flit_bytes_o;
        last_d    = flit_last_o;
        credits_d = credits_q + LeftBits'(credit_i) - LeftBits'(send);
        if (take) begin
            full_d  = s_last_i | (beat_q == BeatBits'(Beats - 1));
            beat_d  = full_d ? '0 : beat_q + BeatBits'(1);
            last_d  = s_last_i;
            bytes_d = {beat_q, {PosBits{1'b0}}} + ((s_count_i == '0) ? 6'(Lanes) : 6'(s_count_i));
        end
    end

    always_ff @(posedge clk_i) begin
        beat_q       <= beat_d;
        full_q       <= full_d;
        credits_q    <= credits_d;
        flit_data_o  <= data_d;
        flit_bytes_o <= bytes_d;
        flit_last_o  <= last_d;
        if (rst_i) begin
            beat_q    <= '0;
            full_q    <= 1'b0;
            credits_q <= LeftBits'(Credits);
        end
    end

`ifdef FORMAL
`include "vail_flit_tx_properties.svh"
`endif
endmodule
