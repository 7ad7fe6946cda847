// Applies the bias to the steps of a block and hands them to the core, or as they are to the frame where
// the block is raw or constant. Rows are numbered for the buffer that keeps them in case it falls back.
`default_nettype none
module vail_enc_feed #(
    parameter int Lanes    = 8,
    parameter int BankBits = 3,
    parameter int RowBits  = 9
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                start_i,
    input  wire logic                plain_i,     // these three as long as the block lasts
    input  wire logic [BankBits-1:0] bank_i,
    input  wire vail_pkg::symbol_t   bias_i,
    input  wire logic                s_valid_i,
    output      logic                s_ready_o,
    input  wire logic [Lanes*8-1:0]  s_data_i,
    input  wire logic [Lanes-1:0]    s_keep_i,
    input  wire logic                s_last_i,
    output      logic                step_o,      // a step was taken
    output      logic [RowBits-1:0]  row_o,       // and is this row
    output      logic                core_valid_o,
    input  wire logic                core_ready_i,
    output      logic [Lanes*8-1:0]  core_data_o,
    output      logic [Lanes*8-1:0]  core_literal_o,
    output      logic [Lanes-1:0]    core_keep_o,
    output      logic                core_last_o,
    output      logic [BankBits-1:0] core_bank_o,
    output      logic                plain_valid_o,
    input  wire logic                plain_ready_i
);
    logic [RowBits-1:0] row_d;
    logic               core_free, take_core, valid_d;
    logic [Lanes*8-1:0] biased;

    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        vail_bias u_bias (.bias_i, .symbol_i(s_data_i[i*8 +: 8]), .symbol_o(biased[i*8 +: 8]));
    end

    assign core_free     = ~core_valid_o | core_ready_i;
    assign plain_valid_o = s_valid_i & plain_i;
    assign s_ready_o     = plain_i ? plain_ready_i : core_free;
    assign step_o        = s_valid_i & s_ready_o;
    assign take_core     = s_valid_i & ~plain_i & core_free;
    always_comb begin
        valid_d = take_core | (core_valid_o & ~core_ready_i);
        row_d   = start_i ? '0 : row_o + RowBits'(step_o);
    end

    always_ff @(posedge clk_i) begin
        row_o        <= row_d;
        core_valid_o <= valid_d & ~rst_i;
        if (take_core) begin
            core_data_o    <= biased;
            core_literal_o <= s_data_i;
            core_keep_o    <= s_keep_i;
            core_last_o    <= s_last_i;
            core_bank_o    <= bank_i;
        end
    end
endmodule
