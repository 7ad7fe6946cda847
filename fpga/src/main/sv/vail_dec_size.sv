// The size that a streamed frame's tail says, which begins six bytes before the frame's end: in its last
// beat of count_i bytes (0 for all), or before it; combinational.
`default_nettype none
module vail_dec_size #(
    parameter int Lanes   = 8,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic [PosBits-1:0] count_i,
    input  wire logic [39:0]        before_i,    // the last five bytes of the beat before
    input  wire logic [Lanes*8-1:0] beat_i,
    output      logic [15:0]        size_o
);
    logic [Lanes*8+39:0] all;
    logic [PosBits-1:0]  at;
    logic [39:0]         five;

    // of four places beside each other first, as multiplexers of four like it
    assign all    = {beat_i, before_i};
    assign at     = count_i - PosBits'(1);
    assign five   = all[at[PosBits-1:2]*32 +: 40];
    assign size_o = five[at[1:0]*8 +: 16];
endmodule
