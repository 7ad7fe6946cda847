// Keeps the flits that credits allow, and unpacks them into the beats of frames. A credit goes back with
// the last beat of a flit.
`default_nettype none
module vail_flit_rx #(
    parameter int Lanes   = 8,
    parameter int Credits = 8,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               flit_valid_i,
    input  wire logic [511:0]       flit_data_i,
    input  wire logic [5:0]         flit_bytes_i,
    input  wire logic               flit_last_i,
    output      logic               credit_o,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o
);
    localparam int Beats    = 64 / Lanes;
    localparam int BeatBits = $clog2(Beats);
    logic [511:0]        data;
    logic [5:0]          bytes, bytes_less;
    logic                valid, last, ends, take, unused_room;
    logic [BeatBits-1:0] beat_q, beat_d;

    vail_fifo #(.Width(512 + 7), .Slack(32 - Credits)) u_fifo (
        .clk_i, .rst_i, .push_i(flit_valid_i), .data_i({flit_last_i, flit_bytes_i, flit_data_i}),
        .room_o(unused_room), .valid_o(valid), .ready_i(take & ends), .data_o({last, bytes, data})
    );

    assign bytes_less = bytes - 6'd1;
    assign ends       = beat_q == bytes_less[5:PosBits];
    assign m_valid_o  = valid;
    assign take       = valid & m_ready_i;
    assign m_data_o   = data[beat_q*Lanes*8 +: Lanes*8];
    assign m_count_o  = ends ? bytes[PosBits-1:0] : '0;
    assign m_last_o   = ends & last;
    assign credit_o   = take & ends;
    assign beat_d     = ~take ? beat_q : ends ? '0 : beat_q + BeatBits'(1);

    always_ff @(posedge clk_i) beat_q <= rst_i ? '0 : beat_d;
endmodule
