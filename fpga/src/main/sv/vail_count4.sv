// How many of each four flags are set, in three bits a group.
`default_nettype none
module vail_count4 #(
    parameter int Flags = 8
) (
    input  wire logic [Flags-1:0]       flags_i,
    output      logic [(Flags/4)*3-1:0] count_o
);
    for (genvar g = 0; g < Flags / 4; g++) begin : g_quad
        logic [3:0] x;
        assign x = flags_i[g*4 +: 4];
        assign count_o[g*3 +: 3] = {
            &x,
            (x[0] & x[1]) ^ (x[2] & x[3]) ^ ((x[0] ^ x[1]) & (x[2] ^ x[3])),
            ^x
        };
    end
endmodule
