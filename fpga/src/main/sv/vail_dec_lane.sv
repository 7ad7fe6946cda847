// One lane of the decoder ring: eight stages, a block in each. A word turn takes a word if one is due
// (stage 3), looks at the low unread bits (5 to 7) and moves on by the code's length (0); a literal
// turn hands a literal through. offset0_q + 1 bits of {current, previous word} are read.
`default_nettype none
module vail_dec_lane (
    input  wire logic               clk_i,
    input  wire logic               word3_i,      // this lane takes byte3_i as a word
    input  wire vail_pkg::symbol_t  byte3_i,      // or as a literal
    output      vail_pkg::symbol_t  window5_o,    // unread bits, lowest first
    input  wire vail_pkg::meaning_t meaning7_i,   // what they mean
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
    vail_pkg::word_t    previous0_q, current0_q, previous3, current3, previous7, current7;
    vail_pkg::word_t    previous4_q, previous4_d, current4_q, current4_d;
    vail_pkg::symbol_t  window5_d, literal7, code0_q, literal0_q;
    logic [2:0]         offset0_q, offset0_d, offset4, offset7;
    logic               need7, need0_d, rest7, rest0_d, above5_d, above5_q, above7, decodes;
    logic [3:0]         sum;
    logic [14:0]        bits;

    vail_delay #(.Width(16), .Cycles(3)) u_to3 (
        .clk_i, .data_i({previous0_q, current0_q}), .data_o({previous3, current3})
    );
    vail_delay #(.Width(16), .Cycles(3)) u_to7 (
        .clk_i, .data_i({previous4_q, current4_q}), .data_o({previous7, current7})
    );
    vail_delay #(.Width(8), .Cycles(4)) u_literal7 (.clk_i, .data_i(byte3_i), .data_o(literal7));
    vail_delay #(.Width(3), .Cycles(4)) u_offset4 (.clk_i, .data_i(offset0_q), .data_o(offset4));
    vail_delay #(.Width(3), .Cycles(3)) u_offset7 (.clk_i, .data_i(offset4), .data_o(offset7));
    vail_delay #(.Width(2), .Cycles(7)) u_state7 (.clk_i, .data_i({need_o, rest_o}), .data_o({need7, rest7}));
    vail_delay #(.Width(1), .Cycles(2)) u_above7 (.clk_i, .data_i(above5_q), .data_o(above7));

    // The window is eight bits of these; what lies above it will still be unread after this code.
    assign bits     = {current4_q, previous4_q[7:1]};
    assign above5_d = (current4_q & (8'hFE << offset4)) != 8'd0;
    always_comb begin
        previous4_d = word3_i ? current3 : previous3;
        current4_d  = word3_i ? byte3_i : current3;
        for (int b = 0; b < 8; b++) window5_d[b] = bits[4'(b) + {1'b0, offset4}];
    end

    // The carry says that fewer than eight bits are unread (B-10).
    assign sum       = {1'b0, offset7} + meaning7_i[11:8];
    assign escape7_o = meaning7_i[12] & mask7_i;
    always_comb begin
        decodes   = words7_i & mask7_i;
        need0_d   = ~active7_i | (decodes ? sum[3] : need7);
        rest0_d   = active7_i & (decodes ? meaning7_i[14] | above7 : rest7);
        offset0_d = ~active7_i ? 3'd7 : decodes ? sum[2:0] : offset7;
    end
    // one of the two is zero
    assign symbol_o = code0_q | literal0_q;

    always_ff @(posedge clk_i) begin
        previous4_q <= previous4_d;
        current4_q  <= current4_d;
        window5_o   <= window5_d;
        above5_q    <= above5_d;
        need_o      <= need0_d;
        rest_o      <= rest0_d;
        offset0_q   <= offset0_d;
        code0_q     <= words7_i ? meaning7_i[7:0] : '0;
        zero_o      <= words7_i ? meaning7_i[13] : 1'b0;
        literal0_q  <= literals7_i ? literal7 : '0;
        previous0_q <= previous7;
        current0_q  <= current7;
    end
endmodule
