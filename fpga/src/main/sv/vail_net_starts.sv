// The place of every byte from the place of the first of its group of four, plus the flags below it.
// Only the bits that the two lowest levels of a network look at are right for the other three.
`default_nettype none
module vail_net_starts #(
    parameter int Bytes  = 8,
    parameter int AtBits = 5
) (
    input  wire logic [(Bytes/4)*AtBits-1:0] at_i,
    input  wire logic [Bytes-1:0]            flags_i,
    output      logic [Bytes*AtBits-1:0]     at_o
);
    for (genvar g = 0; g < Bytes / 4; g++) begin : g_quad
        logic [AtBits-1:0] b;
        logic [3:0]        f;
        logic [1:0]        n2, n3;
        assign b  = at_i[g*AtBits +: AtBits];
        assign f  = flags_i[g*4 +: 4];
        assign n2 = {f[0] & f[1], f[0] ^ f[1]};
        assign n3 = {(f[0] & f[1]) | (f[0] & f[2]) | (f[1] & f[2]), f[0] ^ f[1] ^ f[2]};
        assign at_o[(g*4+0)*AtBits +: AtBits] = b;
        assign at_o[(g*4+1)*AtBits +: AtBits] = AtBits'({b[1] ^ (b[0] & f[0]), b[0] ^ f[0]});
        assign at_o[(g*4+2)*AtBits +: AtBits] = AtBits'({
            b[2] ^ ((b[1] & n2[1]) | (b[0] & n2[0] & (b[1] | n2[1]))),
            b[1] ^ n2[1] ^ (b[0] & n2[0]),
            b[0] ^ n2[0]
        });
        assign at_o[(g*4+3)*AtBits +: AtBits] = AtBits'({b[1] ^ n3[1] ^ (b[0] & n3[0]), b[0] ^ n3[0]});
    end
endmodule
