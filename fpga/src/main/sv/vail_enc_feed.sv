// The symbols of one block: counts them, applies the bias, and hands them to the core, or as they are to
// the frame where the block is raw. A stored block's symbols are kept as well, in case it falls back.
`default_nettype none
module vail_enc_feed #(
    parameter int Lanes    = 8,
    parameter int BankBits = 3,
    parameter int RowBits  = 9,
    parameter int PosBits  = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                start_i,
    input  wire vail_pkg::count_t    count_i,     // of symbols, with start_i
    input  wire logic                raw_i,       // these three as long as the block lasts
    input  wire logic                drop_i,
    input  wire logic [BankBits-1:0] bank_i,
    input  wire vail_pkg::symbol_t   bias_i,
    output      logic                busy_o,
    input  wire logic                s_valid_i,
    output      logic                s_ready_o,
    input  wire logic [Lanes*8-1:0]  s_data_i,
    output      logic                step_o,      // a step was taken: row, lanes in use, the last one
    output      logic [RowBits-1:0]  row_o,
    output      logic [Lanes-1:0]    keep_o,
    output      logic                last_o,
    output      logic                core_valid_o,
    input  wire logic                core_ready_i,
    output      logic [Lanes*8-1:0]  core_data_o,
    output      logic [Lanes*8-1:0]  core_literal_o,
    output      logic [Lanes-1:0]    core_keep_o,
    output      logic                core_last_o,
    output      logic [BankBits-1:0] core_bank_o,
    output      logic                raw_valid_o,
    input  wire logic                raw_ready_i,
    output      logic [PosBits-1:0]  raw_count_o
);
    vail_pkg::count_t   left_q, left_d;
    logic [RowBits-1:0] row_d;
    logic               valid_d, take_core;
    logic [Lanes*8-1:0] biased;

    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        vail_bias u_bias (.forward_i(1'b1), .bias_i, .symbol_i(s_data_i[i*8 +: 8]), .symbol_o(biased[i*8 +: 8]));
    end

    assign busy_o      = left_q != '0;
    assign last_o      = left_q <= 17'(Lanes);
    assign keep_o      = last_o ? ~({Lanes{1'b1}} << left_q[PosBits:0]) : '1;
    assign raw_count_o = last_o ? left_q[PosBits-1:0] : '0;
    assign raw_valid_o = busy_o & raw_i & ~drop_i & s_valid_i;
    assign take_core   = busy_o & ~raw_i & ~drop_i & (~core_valid_o | core_ready_i);
    assign s_ready_o   = busy_o & (drop_i | (raw_i ? raw_ready_i : (~core_valid_o | core_ready_i)));
    assign step_o      = s_valid_i & s_ready_o;
    always_comb begin
        left_d      = step_o ? (last_o ? '0 : left_q - 17'(Lanes)) : left_q;
        row_d       = row_o + RowBits'(step_o);
        valid_d     = (take_core & s_valid_i) | (core_valid_o & ~core_ready_i);
        if (start_i) begin
            left_d = count_i;
            row_d  = '0;
        end
    end

    always_ff @(posedge clk_i) begin
        left_q       <= left_d;
        row_o        <= row_d;
        core_valid_o <= valid_d;
        if (take_core) begin
            core_data_o    <= biased;
            core_literal_o <= s_data_i;
            core_keep_o    <= keep_o;
            core_last_o    <= last_o;
            core_bank_o    <= bank_i;
        end
        if (rst_i) begin
            left_q       <= '0;
            core_valid_o <= 1'b0;
        end
    end
endmodule
