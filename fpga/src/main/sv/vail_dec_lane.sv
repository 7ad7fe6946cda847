// One lane of the decoder ring: eight stages, a block in each. A word turn takes a word if one is due
// (stage 3), looks at the low unread bits (5 to 7) and moves on by the code's length (0); a literal
// turn hands a literal through. offset0_q + 1 bits of {current, previous word} are read.
`default_nettype none
module vail_dec_lane #(
    parameter int Longest    = 8,               // code, in bits
    parameter int Word       = 8,               // or 16 for Longest of 9 and more, without literals
    parameter int OffsetBits = $clog2(Word)
) (
    input  wire logic               clk_i,
    input  wire logic               word3_i,      // this lane takes data3_i as a word
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
    localparam int Bits = 2 * Word - 1;
    logic [Word-1:0]       previous0_q, current0_q, previous3, current3, previous7, current7;
    logic [Word-1:0]       previous4_q, previous4_d, current4_q, current4_d;
    logic [Longest-1:0]    window5_d;
    vail_pkg::symbol_t     code0_q;
    logic [OffsetBits-1:0] offset0_q, offset0_d, offset4, offset7;
    logic                  need7, need0_d, rest7, rest0_d, above5_d, above5_q, above7, decodes, behind7;
    logic [OffsetBits:0]   sum;
    logic [Bits-1:0]       bits;
    vail_pkg::length_t     length7;

    vail_delay #(.Width(2*Word), .Cycles(3)) u_to3 (
        .clk_i, .data_i({previous0_q, current0_q}), .data_o({previous3, current3})
    );
    vail_delay #(.Width(2*Word), .Cycles(3)) u_to7 (
        .clk_i, .data_i({previous4_q, current4_q}), .data_o({previous7, current7})
    );
    vail_delay #(.Width(OffsetBits), .Cycles(4)) u_offset4 (.clk_i, .data_i(offset0_q), .data_o(offset4));
    vail_delay #(.Width(OffsetBits), .Cycles(3)) u_offset7 (.clk_i, .data_i(offset4), .data_o(offset7));
    vail_delay #(.Width(2), .Cycles(7)) u_state7 (.clk_i, .data_i({need_o, rest_o}), .data_o({need7, rest7}));
    vail_delay #(.Width(1), .Cycles(2)) u_above7 (.clk_i, .data_i(above5_q), .data_o(above7));

    // The window is Longest bits of these; what lies above it will still be unread after this code.
    assign bits     = {current4_q, previous4_q[Word-1:1]};
    assign above5_d = (bits & (({Bits{1'b1}} << Longest) << offset4)) != '0;
    always_comb begin
        previous4_d = word3_i ? current3 : previous3;
        current4_d  = word3_i ? data3_i : current3;
        for (int b = 0; b < Longest; b++) window5_d[b] = bits[(OffsetBits+1)'(b) + {1'b0, offset4}];
    end

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
        previous4_q <= previous4_d;
        current4_q  <= current4_d;
        window5_o   <= window5_d;
        above5_q    <= above5_d;
        need_o      <= need0_d;
        rest_o      <= rest0_d;
        offset0_q   <= offset0_d;
        previous0_q <= previous7;
        current0_q  <= current7;
    end
endmodule
