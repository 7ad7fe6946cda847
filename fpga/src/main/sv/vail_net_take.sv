// Control of merge level Level: place p of each group of 2^(Level+1) takes a byte of the lower half.
`default_nettype none
module vail_net_take #(
    parameter int Bytes  = 8,
    parameter int AtBits = 5,
    parameter int Level  = 0
) (
    input  wire logic [Bytes*AtBits-1:0] at_i,
    output      logic [Bytes-1:0]        take_o
);
    localparam int Group = 2 << Level;
    for (genvar g = 0; g < Bytes / Group; g++) begin : g_group
        // where the lower half begins, where it ends; only the low bits matter
        logic [Level+1:0] from, to;
        logic [Group-1:0] not_before, not_under;
        assign from       = at_i[(g*Group)*AtBits +: Level+2];
        assign to         = at_i[(g*Group + Group/2)*AtBits +: Level+2];
        assign not_before = {Group{1'b1}} << from[Level:0];
        assign not_under  = {Group{1'b1}} << to[Level:0];
        assign take_o[g*Group +: Group] =
            (from[Level+1] ^ to[Level+1]) ? (not_before | ~not_under) : (not_before & ~not_under);
    end
endmodule
