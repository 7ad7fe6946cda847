// One lane of the decoder ring: eight stages, a block in each. A word turn takes a word if one is due
// (stage 3), looks at the low unread bits (5 to 7) and moves on by the code's length (0); a literal
// turn hands a literal through. Of two words the lowest offset0_q + 1 bits are read.
// They are kept as four halves. Once the lowest of these is read they move down by one, so that a window begins
// in the lowest and a short shift finds it; to move and to take a word is one multiplexer of four.
`default_nettype none
module vail_dec_lane #(
    parameter int Longest    = 8,               // code, in bits
    parameter int Word       = 8,               // or 16 for Longest of 9 and more, without literals
    parameter int OffsetBits = $clog2(Word)
) (
    input  wire logic               clk_i,
    input  wire logic               word2_i,      // this lane takes data3_i as a word, one cycle later
    input  wire logic [Word-1:0]    data3_i,      // or as a literal
    output      logic [Longest-1:0] window5_o,    // unread bits, lowest first
    input  wire vail_pkg::meaning_t meaning7_i,   // what the first eight mean; with bit 12 of words of 16 bits:
    input  wire vail_pkg::meaning_t second7_i,    // they do not suffice, and the last ones mean this
    input  wire logic               active7_i,    // a block is in stage 7
    input  wire logic               words7_i,     // its turn was a word turn
    input  wire logic               literals7_i,  // or a literal turn
    input  wire logic               mask7_i,      // this lane has a symbol in its step
    output      logic               escape7_o,    // and it is an escape
    output      logic               need_o,       // stage 0: a word is due
    output      logic               rest_o,       // unread bits are left that are not zero (B-12)
    output      vail_pkg::symbol_t  symbol_o,
    output      logic               zero_o        // by its code it is zero
);
    localparam int Half = Word / 2;
    localparam int Low  = OffsetBits - 1;         // bits of an offset in a half
    localparam int Bits = 2 * Word - 1;
    logic [Half-1:0]       third3, third4_d, third4_q, second3, second4_d, second4_q, first3, first4_d, first4_q;
    logic [Half-2:0]       lowest3, lowest4_d, lowest4_q;  // without the bit that is always read
    logic [Half-1:0]       data_high, data_low;
    logic                  high2, moved2, moved3_q, stays2;  // the offset is in the upper half; halves moved for that
    logic                  word3_q, none3_q, two3_q, lowest3_q, first3_q, second3_q;
    logic [Low-1:0]        offset4;
    logic [Longest-1:0]    window5_d;
    vail_pkg::symbol_t     code0_q;
    logic [OffsetBits-1:0] offset0_q, offset0_d, offset7;
    logic                  need7, need0_d, rest7, rest0_d, above5_d, above5_q, above7, decodes, behind7;
    logic [OffsetBits:0]   sum;
    logic [Bits-1:0]       bits;
    vail_pkg::length_t     length7;

    vail_delay #(.Width(Bits), .Cycles(7)) u_halves3 (
        .clk_i, .data_i({third4_q, second4_q, first4_q, lowest4_q}), .data_o({third3, second3, first3, lowest3})
    );
    vail_delay #(.Width(1), .Cycles(2)) u_high2 (.clk_i, .data_i(offset0_q[Low]), .data_o(high2));
    vail_delay #(.Width(1), .Cycles(7)) u_moved2 (.clk_i, .data_i(moved3_q), .data_o(moved2));
    vail_delay #(.Width(Low), .Cycles(4)) u_offset4 (.clk_i, .data_i(offset0_q[Low-1:0]), .data_o(offset4));
    vail_delay #(.Width(OffsetBits), .Cycles(7)) u_offset7 (.clk_i, .data_i(offset0_q), .data_o(offset7));
    vail_delay #(.Width(2), .Cycles(7)) u_state7 (.clk_i, .data_i({need_o, rest_o}), .data_o({need7, rest7}));
    vail_delay #(.Width(1), .Cycles(2)) u_above7 (.clk_i, .data_i(above5_q), .data_o(above7));

    // Halves move down by two for a word, by one more if the offset got into the upper half, by one less if it left it.
    // Of a turn without the word that is due they stay.
    assign stays2 = moved2 & ~word2_i;
    always_ff @(posedge clk_i) begin
        word3_q   <= word2_i;
        moved3_q  <= stays2 ? 1'b1 : high2;
        none3_q   <= high2;
        two3_q    <= word2_i & (high2 | ~moved2);
        lowest3_q <= word2_i ? high2 ^ moved2 : high2 & ~moved2;
        first3_q  <= word2_i ? high2 | moved2 : high2 & ~moved2;
        second3_q <= stays2 ? 1'b0 : high2;
    end
    assign {data_high, data_low} = data3_i;
    always_comb begin
        lowest4_d = two3_q ? (lowest3_q ? third3[Half-1:1] : second3[Half-1:1]) : lowest3_q ? first3[Half-1:1] : lowest3;
        first4_d  = two3_q ? (first3_q ? data_low : third3) : first3_q ? second3 : first3;
        second4_d = word3_q ? (second3_q ? data_high : data_low) : second3_q ? third3 : second3;
        third4_d  = none3_q ? '0 : word3_q ? data_high : third3;
    end

    // The window is Longest bits of these; what lies above it will still be unread after this code.
    assign bits      = {third4_q, second4_q, first4_q, lowest4_q};
    assign window5_d = Longest'(bits >> offset4);
    assign above5_d  = (bits & (({Bits{1'b1}} << Longest) << offset4)) != '0;

    if (Word == 8) begin : g_short
        vail_pkg::symbol_t literal7, literal0_q;
        logic              unused;
        vail_delay #(.Width(8), .Cycles(4)) u_literal7 (.clk_i, .data_i(data3_i), .data_o(literal7));
        always_ff @(posedge clk_i) begin
            code0_q    <= words7_i ? meaning7_i[7:0] : '0;
            zero_o     <= words7_i ? meaning7_i[13] : 1'b0;
            literal0_q <= literals7_i ? literal7 : '0;
        end
        assign length7   = meaning7_i[11:8];
        assign behind7   = meaning7_i[14];
        assign escape7_o = meaning7_i[12] & mask7_i;
        // one of the two is zero
        assign symbol_o  = code0_q | literal0_q;
        assign unused    = &{1'b0, second7_i};
    end else begin : g_long
        logic              middle5_d, middle5_q, middle7, unused;
        vail_pkg::meaning_t meaning7;
        assign middle5_d = window5_d[Longest-1:8] != '0;
        vail_delay #(.Width(1), .Cycles(2)) u_middle7 (.clk_i, .data_i(middle5_q), .data_o(middle7));
        always_ff @(posedge clk_i) begin
            middle5_q <= middle5_d;
            code0_q   <= words7_i ? meaning7[7:0] : '0;
            zero_o    <= words7_i ? meaning7[13] : 1'b0;
        end
        assign meaning7  = meaning7_i[12] ? second7_i : {meaning7_i[14] | middle7, meaning7_i[13:0]};
        assign length7   = meaning7[11:8];
        assign behind7   = meaning7[14];
        assign escape7_o = 1'b0;
        assign symbol_o  = code0_q;
        assign unused    = &{1'b0, literals7_i, meaning7[12]};
    end

    // The carry says that fewer bits than a word's are unread (B-10).
    assign sum = {1'b0, offset7} + (OffsetBits+1)'(length7);
    always_comb begin
        decodes   = words7_i & mask7_i;
        need0_d   = ~active7_i | (decodes ? sum[OffsetBits] : need7);
        rest0_d   = active7_i & (decodes ? behind7 | above7 : rest7);
        offset0_d = ~active7_i ? '1 : decodes ? sum[OffsetBits-1:0] : offset7;
    end

    always_ff @(posedge clk_i) begin
        lowest4_q <= lowest4_d;
        first4_q  <= first4_d;
        second4_q <= second4_d;
        third4_q  <= third4_d;
        window5_o <= window5_d;
        above5_q  <= above5_d;
        need_o    <= need0_d;
        rest_o    <= rest0_d;
        offset0_q <= offset0_d;
    end
endmodule
