// Turns the core's steps into symbols: undoes the bias (B-05), and looks whether a literal has a code of
// its own (B-11, B-13). One adder a lane serves both: a literal is sent the other way, to find its t.
`default_nettype none
module vail_dec_symbols #(
    parameter int Lanes    = 8,
    parameter int BankBits = 3,
    parameter int PosBits  = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                coded_we_i,      // by the loader: t of a bank has a code, or none
    input  wire logic [BankBits+7:0] coded_addr_i,
    input  wire logic                coded_i,
    output      logic                coded_ready_o,
    input  wire logic                s_valid_i,
    input  wire logic [2:0]          s_ctx_i,
    input  wire vail_pkg::symbol_t   s_bias_i,        // of the context's block
    input  wire logic [BankBits-1:0] s_bank_i,
    input  wire logic [Lanes*8-1:0]  s_data_i,
    input  wire logic [Lanes-1:0]    s_escape_i,
    input  wire logic [PosBits-1:0]  s_there_i,       // literals that there are, with s_over_i
    input  wire logic                s_last_i,
    input  wire logic                s_over_i,
    input  wire vail_pkg::fault_t    s_fault_i,
    output      logic                m_valid_o,       // two cycles later
    output      logic [2:0]          m_ctx_o,
    output      logic [Lanes*8-1:0]  m_data_o,
    output      logic                m_last_o,
    output      vail_pkg::fault_t    m_fault_o
);
    logic [Lanes*8-1:0]  moved_d, moved1_q, data1_q, data2_d;
    logic [Lanes-1:0]    escape1_q, escape2_q, coded2, present2;
    logic                valid1_q, last1_q, last2_q;
    logic [2:0]          ctx1_q;
    logic [BankBits-1:0] bank1_q;
    vail_pkg::fault_t    fault1_q, fault2_q;
    logic [7:0]          bad_q;

    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        vail_bias u_bias (
            .forward_i(s_escape_i[i]), .bias_i(s_bias_i), .symbol_i(s_data_i[i*8 +: 8]),
            .symbol_o(moved_d[i*8 +: 8])
        );
        assign data2_d[i*8 +: 8] = escape1_q[i] ? data1_q[i*8 +: 8] : moved1_q[i*8 +: 8];
    end
    for (genvar i = 0; i < Lanes; i = i + 2) begin : g_coded
        vail_lookup #(.Width(1), .AddrWidth(BankBits + 8)) u_coded (
            .clk_i, .we_i(coded_we_i & coded_ready_o), .waddr_i(coded_addr_i), .wdata_i(coded_i),
            .addr0_i({bank1_q, moved1_q[i*8 +: 8]}), .addr1_i({bank1_q, moved1_q[(i+1)*8 +: 8]}),
            .data0_o(coded2[i]), .data1_o(coded2[i+1])
        );
    end
    assign coded_ready_o  = ~valid1_q;
    // What a step without enough bytes took for its last literals is none (B-13).
    vail_dec_present #(.Lanes(Lanes)) u_present (
        .clk_i, .all_i(~s_over_i), .there_i(s_there_i), .escape_i(s_escape_i), .present_o(present2)
    );

    logic bad_now;
    assign bad_now   = bad_q[m_ctx_o] | ((escape2_q & coded2 & present2) != '0);
    assign m_last_o  = last2_q;
    assign m_fault_o = ~last2_q ? vail_pkg::FaultNone : bad_now ? vail_pkg::FaultInvalidCodeword : fault2_q;

    always_ff @(posedge clk_i) begin
        {moved1_q, data1_q, escape1_q} <= {moved_d, s_data_i, s_escape_i};
        {ctx1_q, bank1_q, last1_q, fault1_q} <= {s_ctx_i, s_bank_i, s_last_i, s_fault_i};
        {m_ctx_o, last2_q, fault2_q, escape2_q} <= {ctx1_q, last1_q, fault1_q, escape1_q};
        m_data_o  <= data2_d;
        valid1_q  <= s_valid_i & ~rst_i;
        m_valid_o <= valid1_q & ~rst_i;
        if (m_valid_o) bad_q[m_ctx_o] <= bad_now & ~last2_q;
        if (rst_i) bad_q <= '0;
    end
endmodule
