// Finds the place of each byte of a beat behind the bytes that wait for a full output word: a prefix
// count over groups of four, added to the fill. Stages are numbered from the beat (1).
`default_nettype none
module vail_enc_place #(
    parameter int Bytes     = 8,
    parameter int AtBits    = $clog2(Bytes) + 2,
    parameter int FillBits  = $clog2(Bytes) + 1
) (
    input  wire logic                          clk_i,
    input  wire logic                          rst_i,
    input  wire logic [Bytes-1:0]              take_i,
    input  wire logic                          literals_i,
    input  wire logic                          end_i,
    output      logic [Bytes-1:0]              take4_o,      // read the bytes now
    output      logic                          literals4_o,
    output      logic                          literals6_o,
    output      logic [Bytes-1:0]              take5_o,
    output      logic [Bytes-1:0]              take6_o,
    output      logic [(Bytes/4)*AtBits-1:0]   at5_o,        // place of the first byte of each four
    output      logic [(Bytes/4)*AtBits-1:0]   at6_o,
    output      logic [(Bytes/4)*AtBits-1:0]   at7_o,
    output      logic [FillBits-1:0]           fill7_o,      // bytes that wait before this beat
    output      logic                          emit7_o,      // the output word is full, or the block ends
    output      logic                          end7_o
);
    localparam int Groups = Bytes / 4;
    logic [Bytes-1:0]               take2_q, take3_q;
    logic                           literals2_q, literals3_q, literals5_q, end2_q, end3_q, end4_q;
    logic [Groups*3-1:0]            counts, counts3_q;
    logic [(Groups+1)*FillBits-1:0] sums;
    logic [Groups*FillBits-1:0]     before4_q;
    logic [FillBits-1:0]            taken4_q, fill4_q, fill4_d, fill5_q, fill6_q;
    logic [FillBits:0]              sum4;
    logic [Groups*AtBits-1:0]       at5_d;
    logic                           emit5_q, emit5_d, emit6_q, end5_q, end6_q;

    vail_count4 #(.Flags(Bytes)) u_count (.flags_i(take2_q), .count_o(counts));

    assign sums[0 +: FillBits] = '0;
    for (genvar g = 0; g < Groups; g++) begin : g_before
        // Of more than four groups the last of two or four is added with these at once: few sums one after the other.
        localparam int From = (Groups <= 4) ? g : (g % 4 == 3) ? g - 3 : (g % 2 == 1) ? g - 1 : g;
        logic [FillBits-1:0] one, more;
        assign one = FillBits'(counts3_q[g*3 +: 3]);
        if (From == g) assign more = one;
        else if (From == g - 1) assign more = g_before[g-1].one + one;
        else assign more = (g_before[g-3].one + g_before[g-2].one) + (g_before[g-1].one + one);
        assign sums[(g+1)*FillBits +: FillBits] = sums[From*FillBits +: FillBits] + more;
        assign at5_d[g*AtBits +: AtBits] =
            AtBits'(fill4_q[FillBits-2:0]) + AtBits'(before4_q[g*FillBits +: FillBits]);
    end

    // A full word waits until a byte follows it, so that the last word of a block is known as such.
    assign sum4    = {1'b0, fill4_q} + {1'b0, taken4_q};
    assign emit5_d = sum4[FillBits] | (sum4[FillBits-1] & (sum4[FillBits-2:0] != '0)) | end4_q;
    assign fill4_d = end4_q ? '0
                            : {(sum4[FillBits-2:0] == '0) & (sum4 != '0), sum4[FillBits-2:0]};

    always_ff @(posedge clk_i) begin
        {take2_q, literals2_q, end2_q} <= {take_i, literals_i, end_i};
        {take3_q, literals3_q, end3_q} <= {take2_q, literals2_q, end2_q};
        {take4_o, literals4_o, end4_q} <= {take3_q, literals3_q, end3_q};
        {take5_o, literals5_q, end5_q} <= {take4_o, literals4_o, end4_q};
        {take6_o, literals6_o, end6_q} <= {take5_o, literals5_q, end5_q};
        end7_o    <= end6_q;
        counts3_q <= counts;
        before4_q <= sums[Groups*FillBits-1:0];
        taken4_q  <= sums[Groups*FillBits +: FillBits];
        fill4_q   <= fill4_d;
        {at5_o, fill5_q, emit5_q} <= {at5_d, fill4_q, emit5_d};
        {at6_o, fill6_q, emit6_q} <= {at5_o, fill5_q, emit5_q};
        {at7_o, fill7_o, emit7_o} <= {at6_o, fill6_q, emit6_q};
        if (rst_i) begin
            take2_q   <= '0;
            take3_q   <= '0;
            end2_q    <= 1'b0;
            end3_q    <= 1'b0;
            end4_q    <= 1'b0;
            counts3_q <= '0;
            taken4_q  <= '0;
            fill4_q   <= '0;
            emit5_q   <= 1'b0;
            emit6_q   <= 1'b0;
            emit7_o   <= 1'b0;
        end
    end
endmodule
