// Block encoder: a command and its symbols in, one block out (core/spec/bitstream.md). Books come by
// AXI4-Lite (vail_books). A command names slot 0 (raw) or a book, or says `best` (B-25) among the books of
// the banks that the host named; a bias or a rule for it; whether a constant block may be written (B-23);
// the order; and the number of symbols less one. A command that cannot be done is answered by its fault in
// the status register, and its symbols are taken and dropped.
`default_nettype none
module vail_enc_block #(
    parameter int Lanes     = 8,
    parameter int LookAhead = 8,
    parameter int Select    = 0,      // knows `best`, the rules of the mean, and constant blocks
    parameter int RowBits   = 9,      // at most Lanes·2^RowBits symbols, unless they pass through
    parameter int BankBits  = 3,
    parameter int PosBits   = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               awvalid_i,
    output      logic               awready_o,
    input  wire logic [8:0]         awaddr_i,
    input  wire logic               wvalid_i,
    output      logic               wready_o,
    input  wire logic [31:0]        wdata_i,
    output      logic               bvalid_o,
    input  wire logic               bready_i,
    input  wire logic               arvalid_i,
    output      logic               arready_o,
    input  wire logic [8:0]         araddr_i,
    output      logic               rvalid_o,
    input  wire logic               rready_i,
    output      logic [31:0]        rdata_o,
    input  wire logic               cmd_valid_i,
    output      logic               cmd_ready_o,
    input  wire vail_pkg::symbol_t  cmd_slot_i,
    input  wire vail_pkg::symbol_t  cmd_epoch_i,
    input  wire vail_pkg::symbol_t  cmd_bias_i,
    input  wire vail_pkg::rule_t    cmd_rule_i,
    input  wire logic               cmd_best_i,
    input  wire logic               cmd_constant_i,
    input  wire logic               cmd_streamed_i,
    input  wire logic [15:0]        cmd_count_i,     // symbols less one
    input  wire logic               s_valid_i,
    output      logic               s_ready_o,
    input  wire logic [Lanes*8-1:0] s_data_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,       // bytes of the last beat, 0 for all
    output      logic               m_last_o,
    output      vail_pkg::fault_t   refused_o        // of the command whose symbols are taken: they are dropped
);
`ifndef __ICARUS__
    if (Lanes < 8) $fatal(1, "a head does not fit a beat of fewer than 8 bytes");
`endif
    localparam int S     = vail_pkg::SymbolBits;
    localparam int Banks = 1 << BankBits;

    logic                we, known, enc_we, enc_we_any, feed_ready, cost_ready, table_ready;
    logic [8:0]          waddr, raddr;
    logic [31:0]         wdata, rdata;
    vail_pkg::symbol_t   look_slot, look_epoch, look_bias, bias, slot, epoch;
    vail_pkg::rule_t     rule;
    vail_pkg::fault_t    order_fault, last_fault;
    logic [BankBits-1:0] look_bank, order_bank, bank;
    logic [Banks-1:0]    resident, candidates;
    logic [Banks*24-1:0] names;
    vail_pkg::crc_t      seed;
    logic [23:0]         name;      // of the block's book: center, epoch, slot
    logic [BankBits+S:0] enc_addr_wide;
    logic [BankBits+S-1:0] enc_addr;
    vail_pkg::entry_t    enc_entry;
    logic                order_valid, order_ready, order_raw, best, order_constant, order_streamed, whole;
    logic [15:0]         order_count, count;      // symbols less one
    logic                start_valid, start_ready, start, raw, constant, plain, streamed;
    logic                frame_start, waiting_q, frame_busy, frame_streamed;
    logic [73:0]         waiting_block_q;

    vail_axil u_axil (
        .clk_i, .rst_i, .awvalid_i, .awready_o, .awaddr_i, .wvalid_i, .wready_o, .wdata_i, .bvalid_o, .bready_i,
        .arvalid_i, .arready_o, .araddr_i, .rvalid_o, .rready_i, .rdata_o,
        .we_o(we), .waddr_o(waddr), .wdata_o(wdata), .raddr_o(raddr), .rdata_i(rdata)
    );
    assign table_ready = feed_ready & cost_ready;
    assign refused_o   = last_fault;
    vail_books #(.LookAhead(LookAhead), .BankBits(BankBits)) u_books (
        .clk_i, .rst_i, .we_i(we), .waddr_i(waddr), .wdata_i(wdata), .raddr_i(raddr), .rdata_o(rdata),
        .block_fault_i(last_fault), .slot_i(look_slot), .epoch_i(look_epoch), .known_o(known), .bank_o(look_bank),
        .bank_i(bank), .seed_o(seed), .name_o(name), .resident_o(resident), .candidates_o(candidates), .names_o(names),
        .table_ready_i(table_ready | ~enc_we), .enc_we_o(enc_we_any), .dec_we_o(),
        .enc_addr_o(enc_addr_wide), .dec_addr_o(), .enc_entry_o(enc_entry), .dec_meaning_o()
    );
    // of use only where sums are looked up
    assign enc_we   = enc_we_any & ~enc_addr_wide[S];
    assign enc_addr = {enc_addr_wide[S+1 +: BankBits], enc_addr_wide[S-1:0]};

    vail_enc_command #(.Select(Select), .BankBits(BankBits), .MostKept(Lanes << RowBits)) u_command (
        .clk_i, .rst_i, .cmd_valid_i, .cmd_ready_o, .cmd_slot_i, .cmd_epoch_i, .cmd_bias_i, .cmd_rule_i, .cmd_best_i,
        .cmd_constant_i, .cmd_streamed_i, .cmd_count_i, .slot_o(look_slot), .epoch_o(look_epoch), .known_i(known),
        .bank_i(look_bank), .candidates_i(candidates), .resident_i(resident), .valid_o(order_valid),
        .ready_i(order_ready), .fault_o(order_fault), .bank_o(order_bank), .bias_o(look_bias), .rule_o(rule),
        .raw_o(order_raw), .best_o(best), .constant_o(order_constant), .streamed_o(order_streamed),
        .whole_o(whole), .count_o(order_count)
    );

    logic               step_valid, step_ready, step_last, step;
    logic [Lanes*8-1:0] step_data;
    logic [Lanes-1:0]   step_keep;
    logic [PosBits-1:0] step_count;
    vail_enc_order #(.Lanes(Lanes), .Select(Select), .RowBits(RowBits), .BankBits(BankBits)) u_order (
        .clk_i, .rst_i, .names_i(names), .center_i(name[23:16]), .candidates_i(candidates), .cost_we_i(enc_we & table_ready),
        .cost_ready_o(cost_ready), .cost_addr_i(enc_addr), .cost_entry_i(enc_entry), .order_valid_i(order_valid),
        .order_ready_o(order_ready), .fault_i(order_fault), .bank_i(order_bank), .bias_i(look_bias), .rule_i(rule),
        .raw_i(order_raw), .best_i(best), .constant_i(order_constant), .streamed_i(order_streamed), .whole_i(whole),
        .count_i(order_count), .fault_o(last_fault), .s_valid_i, .s_ready_o, .s_data_i, .start_valid_o(start_valid),
        .start_ready_i(start_ready), .raw_o(raw), .constant_o(constant), .bank_o(bank), .bias_o(bias),
        .streamed_o(streamed), .count_o(count), .step_valid_o(step_valid), .step_ready_i(step_ready),
        .step_data_o(step_data), .step_keep_o(step_keep), .step_count_o(step_count), .step_last_o(step_last)
    );

    // A streamed block may begin while the frame of a streamed one before is still being written; a
    // stored one waits, because its symbols are kept.
    assign plain       = raw | constant;
    assign start_ready = ~waiting_q & (~frame_busy | (streamed & frame_streamed));
    assign start       = start_valid & start_ready;
    assign frame_start = waiting_q & ~frame_busy;
    assign {epoch, slot} = constant ? {8'd0, vail_pkg::SlotConstant} : raw ? {8'd0, vail_pkg::SlotRaw} : name[15:0];

    logic               core_we, core_valid, core_ready, core_last, plain_valid, plain_ready;
    vail_pkg::entry_t   core_entry;
    logic [RowBits-1:0] row;
    logic [Lanes-1:0]   core_keep;
    logic [Lanes*8-1:0] core_data, core_literal;
    logic [BankBits-1:0] core_bank;
    vail_enc_feed #(.Lanes(Lanes), .BankBits(BankBits), .RowBits(RowBits)) u_feed (
        .clk_i, .rst_i, .book_we_i(enc_we & cost_ready), .book_ready_o(feed_ready), .book_addr_i(enc_addr),
        .book_entry_i(enc_entry), .core_we_o(core_we), .core_entry_o(core_entry), .start_i(start), .plain_i(plain), .bank_i(bank), .bias_i(bias), .s_valid_i(step_valid),
        .s_ready_o(step_ready), .s_data_i(step_data), .s_keep_i(step_keep), .s_last_i(step_last), .step_o(step),
        .row_o(row), .core_valid_o(core_valid), .core_ready_i(core_ready), .core_data_o(core_data),
        .core_literal_o(core_literal), .core_keep_o(core_keep), .core_last_o(core_last),
        .core_bank_o(core_bank), .plain_valid_o(plain_valid), .plain_ready_i(plain_ready)
    );

    logic               word_valid, word_ready, word_last;
    logic [Lanes*8-1:0] word_data;
    logic [PosBits-1:0] word_count;
    vail_enc_core #(.Lanes(Lanes), .LookAhead(LookAhead), .Books(Banks)) u_core (
        .clk_i, .rst_i, .book_we_i(core_we), .book_entry_i(core_entry), .s_valid_i(core_valid), .s_ready_o(core_ready), .s_data_i(core_data),
        .s_literal_i(core_literal), .s_keep_i(core_keep), .s_last_i(core_last), .s_book_i(core_bank),
        .m_valid_o(word_valid), .m_ready_i(word_ready), .m_data_o(word_data), .m_keep_o(),
        .m_count_o(word_count), .m_last_o(word_last)
    );

    vail_enc_frame #(.Lanes(Lanes), .RowBits(RowBits)) u_frame (
        .clk_i, .rst_i, .start_i(frame_start), .plain_i(waiting_block_q[73]), .slot_i(waiting_block_q[7:0]), .epoch_i(waiting_block_q[15:8]),
        .bias_i(waiting_block_q[23:16]), .streamed_i(waiting_block_q[24]), .count_i(waiting_block_q[40:25]),
        .seed_i(waiting_block_q[72:41]), .busy_o(frame_busy), .streamed_o(frame_streamed), .step_valid_i(plain_valid),
        .step_ready_o(plain_ready), .step_we_i(step), .step_row_i(row), .step_data_i(step_data), .step_count_i(step_count),
        .step_last_i(step_last), .word_valid_i(word_valid), .word_ready_o(word_ready), .word_data_i(word_data),
        .word_count_i(word_count), .word_last_i(word_last), .m_valid_o, .m_ready_i, .m_data_o, .m_count_o, .m_last_o
    );

    always_ff @(posedge clk_i) begin
        if (start) waiting_block_q <= {plain, seed, count, streamed, plain ? 8'd0 : bias, epoch, slot};
        waiting_q <= ~rst_i & (start | (waiting_q & ~frame_start));
    end
endmodule
