// Turns the core's steps into symbols: undoes the bias (B-05), and looks whether a literal has a code of
// its own (B-11, B-13). Sums of nine bits find both in tables, where they wrap around.
`default_nettype none
module vail_dec_symbols #(
    parameter int Lanes    = 8,
    parameter int BankBits = 3,
    parameter int PosBits  = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                coded_we_i,      // by the loader: t of a bank has a code, or none
    input  wire logic [BankBits+8:0] coded_addr_i,    // bank, then t or t + 255
    input  wire logic                coded_i,
    input  wire logic                s_valid_i,
    input  wire logic [2:0]          s_ctx_i,
    input  wire vail_pkg::symbol_t   s_bias_i,        // of the context's block
    input  wire logic [BankBits-1:0] s_bank_i,
    input  wire logic [Lanes*8-1:0]  s_data_i,
    input  wire logic [Lanes-1:0]    s_keep_i,
    input  wire logic [Lanes-1:0]    s_zero_i,
    input  wire logic                s_literal_i,
    input  wire logic                s_step_i,
    input  wire logic                s_last_i,
    input  wire logic                s_over_i,
    input  wire logic [PosBits-1:0]  s_there_i,       // literals that there are, with s_over_i
    input  wire vail_pkg::fault_t    s_fault_i,
    output      logic                m_valid_o,       // two cycles later
    output      logic [2:0]          m_ctx_o,
    output      logic [Lanes*8-1:0]  m_data_o,
    output      logic [Lanes-1:0]    m_keep_o,        // none without m_valid_o
    output      logic                m_step_o,
    output      logic                m_last_o,
    output      vail_pkg::fault_t    m_fault_o
);
    logic [Lanes*9-1:0]  sum, turned;
    logic [Lanes*8-1:0]  symbol1;
    logic [Lanes-1:0]    zero1, coded1, wrong1, wrong2_q, present2, keep1_q;
    logic                valid1_q, literal1_q, step1_q, last1_q, bad_now;
    logic [2:0]          ctx1_q;
    logic                zero_coded1_q;
    vail_pkg::fault_t    fault1_q, fault2_q;
    vail_pkg::symbol_t   bias;
    logic [7:0]          bad_q, zero_coded_q;         // by context; by bank, whether t = 0 has a code

    // A literal passes as it is, and is turned the other way to find its t.
    assign bias = s_literal_i ? 8'd0 : s_bias_i;
    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        assign sum[i*9 +: 9]    = {1'b0, bias} + {1'b0, s_data_i[i*8 +: 8]};
        assign turned[i*9 +: 9] = {1'b0, ~s_bias_i} + {1'b0, s_data_i[i*8 +: 8]};
        vail_buffer #(.Width(1), .AddrWidth(BankBits + 9)) u_coded (
            .clk_i, .we_i(coded_we_i), .waddr_i(coded_addr_i), .wdata_i(coded_i), .re_i(1'b1),
            .raddr_i({s_bank_i, turned[i*9 +: 9]}), .rdata_o(coded1[i])
        );
        assign wrong1[i] = keep1_q[i] & literal1_q & (zero1[i] ? zero_coded1_q : coded1[i]);
    end
    for (genvar i = 0; i < Lanes; i = i + 2) begin : g_pair
        vail_wrap u_wrap (
            .clk_i, .re_i(1'b1), .addr0_i({s_zero_i[i], sum[i*9 +: 9]}), .addr1_i({s_zero_i[i+1], sum[(i+1)*9 +: 9]}),
            .symbol0_o(symbol1[i*8 +: 8]), .symbol1_o(symbol1[(i+1)*8 +: 8]), .zero0_o(zero1[i]), .zero1_o(zero1[i+1])
        );
    end
    // What a turn without enough bytes took for its last literals is none (B-13).
    vail_dec_present #(.Lanes(Lanes)) u_present (
        .clk_i, .all_i(~s_over_i), .there_i(s_there_i), .escape_i(s_keep_i), .present_o(present2)
    );

    assign bad_now   = bad_q[m_ctx_o] | ((wrong2_q & present2) != '0);
    assign m_fault_o = ~m_last_o ? vail_pkg::FaultNone : bad_now ? vail_pkg::FaultInvalidCodeword : fault2_q;

    always_ff @(posedge clk_i) begin
        {ctx1_q, keep1_q, literal1_q} <= {s_ctx_i, s_keep_i, s_literal_i};
        zero_coded1_q <= zero_coded_q[s_bank_i];
        {step1_q, last1_q, fault1_q} <= {s_step_i, s_last_i, s_fault_i};
        {m_ctx_o, m_step_o, m_last_o, fault2_q} <= {ctx1_q, step1_q, last1_q, fault1_q};
        m_keep_o  <= valid1_q ? keep1_q : '0;
        wrong2_q  <= wrong1;
        m_data_o  <= symbol1;
        valid1_q  <= s_valid_i & ~rst_i;
        m_valid_o <= valid1_q & ~rst_i;
        if (m_valid_o) bad_q[m_ctx_o] <= bad_now & ~m_last_o;
        if (coded_we_i & (coded_addr_i[8:0] == '0)) zero_coded_q[coded_addr_i[9 +: BankBits]] <= coded_i;
        if (rst_i) bad_q <= '0;
    end
endmodule
