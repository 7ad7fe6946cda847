// One lane of the decoder ring: eight stages, a block in each. A word turn takes a word if one is due
// (stage 3), looks at the low unread bits (5 to 7) and moves on by the code's length (0); a literal
// turn replaces the symbol by the literal. offset_o + 1 bits of {current, previous word} are read.
`default_nettype none
module vail_dec_lane (
    input  wire logic              clk_i,
    input  wire logic              word3_i,      // this lane takes byte3_i as a word
    input  wire logic              literal3_i,   // this lane takes byte3_i as a literal
    input  wire vail_pkg::symbol_t byte3_i,
    output      vail_pkg::symbol_t window5_o,    // unread bits, lowest first
    input  wire vail_pkg::entry_t  entry7_i,     // what they mean
    input  wire logic              active7_i,    // a block is in stage 7
    input  wire logic              words7_i,     // its turn was a word turn
    input  wire logic              mask7_i,      // this lane has a symbol in its step
    output      logic              escape7_o,    // and it is an escape
    output      logic              need_o,       // stage 0: a word is due
    output      logic [2:0]        offset_o,
    output      vail_pkg::symbol_t symbol_o,
    output      vail_pkg::word_t   previous_o,
    output      vail_pkg::word_t   current_o
);
    logic [7:0]  symbol3, previous3, current3, symbol7, previous7, current7;
    logic [7:0]  symbol4_q, symbol4_d, previous4_q, previous4_d, current4_q, current4_d, symbol0_d, window5_d;
    logic [2:0]  offset4, offset7, offset0_d;
    logic        need7, need0_d, decodes;
    logic [3:0]  sum;
    logic [14:0] bits;

    vail_delay #(.Width(24), .Cycles(3)) u_to3 (
        .clk_i, .data_i({symbol_o, previous_o, current_o}), .data_o({symbol3, previous3, current3})
    );
    vail_delay #(.Width(24), .Cycles(3)) u_to7 (
        .clk_i, .data_i({symbol4_q, previous4_q, current4_q}), .data_o({symbol7, previous7, current7})
    );
    vail_delay #(.Width(3), .Cycles(4)) u_offset4 (.clk_i, .data_i(offset_o), .data_o(offset4));
    vail_delay #(.Width(3), .Cycles(3)) u_offset7 (.clk_i, .data_i(offset4), .data_o(offset7));
    vail_delay #(.Width(1), .Cycles(7)) u_need7 (.clk_i, .data_i(need_o), .data_o(need7));

    assign bits = {current4_q, previous4_q[7:1]};
    always_comb begin
        previous4_d = word3_i ? current3 : previous3;
        current4_d  = word3_i ? byte3_i : current3;
        symbol4_d   = literal3_i ? byte3_i : symbol3;
        for (int b = 0; b < 8; b++) window5_d[b] = bits[4'(b) + {1'b0, offset4}];
    end

    // The carry says that fewer than eight bits are unread (B-10).
    assign sum       = {1'b0, offset7} + entry7_i[11:8];
    assign escape7_o = entry7_i[12] & mask7_i;
    always_comb begin
        decodes   = words7_i & mask7_i;
        need0_d   = ~active7_i | (decodes ? sum[3] : need7);
        offset0_d = ~active7_i ? 3'd7 : decodes ? sum[2:0] : offset7;
        symbol0_d = words7_i ? entry7_i[7:0] : symbol7;
    end

    always_ff @(posedge clk_i) begin
        previous4_q <= previous4_d;
        current4_q  <= current4_d;
        symbol4_q   <= symbol4_d;
        window5_o   <= window5_d;
        need_o      <= need0_d;
        offset_o    <= offset0_d;
        symbol_o    <= symbol0_d;
        previous_o  <= previous7;
        current_o   <= current7;
    end
endmodule
