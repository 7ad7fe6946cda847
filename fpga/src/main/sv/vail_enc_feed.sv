// Applies the bias to the steps of a block and hands them to the core, or as they are to the frame where
// the block is raw or constant. Entries of books go to the core between steps, on the way of the symbols. Rows are numbered for the buffer that keeps them in case it falls back.
`default_nettype none
module vail_enc_feed #(
    parameter int Lanes    = 8,
    parameter int BankBits = 3,
    parameter int RowBits  = 9
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                book_we_i,
    output      logic                book_ready_o,
    input  wire logic [BankBits+7:0] book_addr_i,
    input  wire vail_pkg::entry_t    book_entry_i,
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
    output      logic                core_we_o,     // an entry for the symbol of the even lanes
    output      vail_pkg::entry_t    core_entry_o,
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
    logic               core_free, take_core, write, valid_d;
    logic [8:0]         back;       // 254 less the bias
    logic [Lanes*8-1:0] symbols;
    logic [Lanes*10-1:0] sum;

    // s + 255 - b, which wraps around in a table; zero stays zero. As a difference, so that yosys carries what all
    // lanes share and chooses symbols in the LUTs that add.
    assign back    = write ? '1 : {1'b0, 8'd254 - bias_i};
    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        logic entry;
        assign entry = write & (i % 2 == 0);
        assign symbols[i*8 +: 8] = entry ? book_addr_i[7:0] : s_data_i[i*8 +: 8];
        assign sum[i*10 +: 10] = {~entry & (s_data_i[i*8 +: 8] == '0), back - ~{1'b0, symbols[i*8 +: 8]}};
    end
    for (genvar i = 0; i < Lanes; i = i + 2) begin : g_pair
        vail_wrap u_wrap (
            .clk_i, .re_i(take_core | write), .addr0_i(sum[i*10 +: 10]), .addr1_i(sum[(i+1)*10 +: 10]),
            .symbol0_o(core_data_o[i*8 +: 8]), .symbol1_o(core_data_o[(i+1)*8 +: 8]),
            .zero0_o(), .zero1_o()
        );
    end

    assign core_free     = ~core_valid_o | core_ready_i;
    assign plain_valid_o = s_valid_i & plain_i;
    assign s_ready_o     = plain_i ? plain_ready_i : core_free;
    assign step_o        = s_valid_i & s_ready_o;
    assign take_core     = s_valid_i & ~plain_i & core_free;
    assign book_ready_o  = core_free & ~take_core;
    assign write         = book_we_i & book_ready_o;
    always_comb begin
        valid_d = take_core | (core_valid_o & ~core_ready_i);
        row_d   = start_i ? '0 : row_o + RowBits'(step_o);
    end

    always_ff @(posedge clk_i) begin
        row_o        <= row_d;
        core_valid_o <= valid_d & ~rst_i;
        {core_we_o, core_entry_o} <= {write, book_entry_i};
        if (take_core) begin
            core_literal_o <= s_data_i;
            core_keep_o    <= s_keep_i;
            core_last_o    <= s_last_i;
        end
        if (take_core | write) core_bank_o <= write ? book_addr_i[8 +: BankBits] : bank_i;
    end
endmodule
