// Block encoder: a command and its symbols in, one block out (core/spec/bitstream.md). Books come by
// AXI4-Lite (vail_books). A command names slot 0 (raw) or a book, the bias or the rule `previous` (B-07),
// the order, and the number of symbols less one. A command that cannot be done is answered by its fault
// in the status register, and its symbols are taken and dropped.
`default_nettype none
module vail_enc_block #(
    parameter int Lanes     = 8,
    parameter int LookAhead = 8,
    parameter int RowBits   = 9,      // stored blocks have at most Lanes·2^RowBits symbols
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
    input  wire logic               cmd_previous_i,
    input  wire logic               cmd_streamed_i,
    input  wire logic [15:0]        cmd_count_i,     // symbols less one
    input  wire logic               s_valid_i,
    output      logic               s_ready_o,
    input  wire logic [Lanes*8-1:0] s_data_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,       // bytes of the last beat, 0 for all
    output      logic               m_last_o
);
`ifndef __ICARUS__
    if (Lanes < 8) $fatal(1, "a head does not fit a beat of fewer than 8 bytes");
`endif
    localparam int S = vail_pkg::SymbolBits;
    localparam logic [vail_pkg::CountBits-1:0] MostStored = 17'(Lanes << RowBits);

    logic                we, known, enc_we, table_ready;
    logic [8:0]          waddr, raddr;
    logic [31:0]         wdata, rdata;
    vail_pkg::fault_t    fault_q, fault_d;
    vail_pkg::symbol_t   center, mean, bias, bias_q;
    logic [BankBits-1:0] bank, bank_q;
    vail_pkg::crc_t      seed;
    logic [BankBits+S-1:0] enc_addr;
    vail_pkg::entry_t    enc_entry;
    logic                start, good, frame_start, waiting_q, raw, raw_q, drop_q, feed_busy, mean_ready;
    logic                frame_busy, frame_streamed, frame_raw;
    logic [73:0]         waiting_block_q;
    vail_pkg::count_t    count;
    logic [8:0]          shift;

    vail_axil u_axil (
        .clk_i, .rst_i, .awvalid_i, .awready_o, .awaddr_i, .wvalid_i, .wready_o, .wdata_i, .bvalid_o, .bready_i,
        .arvalid_i, .arready_o, .araddr_i, .rvalid_o, .rready_i, .rdata_o,
        .we_o(we), .waddr_o(waddr), .wdata_o(wdata), .raddr_o(raddr), .rdata_i(rdata)
    );
    vail_books #(.LookAhead(LookAhead), .BankBits(BankBits)) u_books (
        .clk_i, .rst_i, .we_i(we), .waddr_i(waddr), .wdata_i(wdata), .raddr_i(raddr), .rdata_o(rdata),
        .block_fault_i(fault_q), .slot_i(cmd_slot_i), .epoch_i(cmd_epoch_i), .known_o(known), .bank_o(bank),
        .center_o(center), .seed_o(seed), .table_ready_i(table_ready | ~enc_we), .enc_we_o(enc_we), .dec_we_o(),
        .enc_addr_o(enc_addr), .dec_addr_o(), .enc_entry_o(enc_entry), .dec_entry_o()
    );

    // A streamed block may begin while the frame of a streamed one before is still being written; a
    // stored one waits, because its symbols are kept. The rule `previous` waits for the mean.
    assign raw         = cmd_slot_i == vail_pkg::SlotRaw;
    assign count       = {1'b0, cmd_count_i} + 17'd1;
    assign cmd_ready_o = ~feed_busy & ~waiting_q & (~frame_busy | (cmd_streamed_i & frame_streamed))
                       & (mean_ready | ~cmd_previous_i);
    assign start       = cmd_valid_i & cmd_ready_o;
    assign good        = start & (fault_d == vail_pkg::FaultNone);
    assign frame_start = waiting_q & ~frame_busy;
    // (mean - center) mod 255
    assign shift = {1'b0, mean} - {1'b0, center};
    assign bias  = raw | (cmd_previous_i & (mean == 8'd0)) ? 8'd0
                 : ~cmd_previous_i ? cmd_bias_i
                 : (shift[7:0] - 8'(shift[8]) == 8'd255) ? 8'd0 : shift[7:0] - 8'(shift[8]);
    always_comb begin
        fault_d = vail_pkg::FaultNone;
        if (~raw & ~known) fault_d = vail_pkg::FaultCodebookUnknown;
        else if (bias == 8'd255) fault_d = vail_pkg::FaultBadArgument;
        else if (cmd_streamed_i & (count > vail_pkg::MostStreamed)) fault_d = vail_pkg::FaultBadArgument;
        else if (~cmd_streamed_i & (count > MostStored)) fault_d = vail_pkg::FaultLimitExceeded;
    end

    logic               step, last, core_valid, core_ready, core_last, raw_valid, raw_ready;
    logic [RowBits-1:0] row;
    logic [Lanes-1:0]   keep, core_keep;
    logic [Lanes*8-1:0] core_data, core_literal;
    logic [BankBits-1:0] core_bank;
    logic [PosBits-1:0] raw_count;
    vail_enc_feed #(.Lanes(Lanes), .BankBits(BankBits), .RowBits(RowBits)) u_feed (
        .clk_i, .rst_i, .start_i(start), .count_i(count), .raw_i(raw_q), .drop_i(drop_q), .bank_i(bank_q),
        .bias_i(bias_q), .busy_o(feed_busy), .s_valid_i, .s_ready_o, .s_data_i, .step_o(step), .row_o(row),
        .keep_o(keep), .last_o(last), .core_valid_o(core_valid), .core_ready_i(core_ready),
        .core_data_o(core_data), .core_literal_o(core_literal), .core_keep_o(core_keep),
        .core_last_o(core_last), .core_bank_o(core_bank), .raw_valid_o(raw_valid), .raw_ready_i(raw_ready),
        .raw_count_o(raw_count)
    );
    vail_mean #(.Lanes(Lanes)) u_mean (
        .clk_i, .rst_i, .valid_i(step & ~drop_q), .last_i(last), .keep_i(keep), .data_i(s_data_i),
        .ready_o(mean_ready), .mean_o(mean)
    );

    logic               word_valid, word_ready, word_last;
    logic [Lanes*8-1:0] word_data;
    logic [PosBits-1:0] word_count;
    vail_enc_core #(.Lanes(Lanes), .LookAhead(LookAhead), .Books(1 << BankBits)) u_core (
        .clk_i, .rst_i, .book_we_i(enc_we), .book_ready_o(table_ready), .book_addr_i(enc_addr),
        .book_entry_i(enc_entry), .s_valid_i(core_valid), .s_ready_o(core_ready), .s_data_i(core_data),
        .s_literal_i(core_literal), .s_keep_i(core_keep), .s_last_i(core_last), .s_book_i(core_bank),
        .m_valid_o(word_valid), .m_ready_i(word_ready), .m_data_o(word_data), .m_keep_o(),
        .m_count_o(word_count), .m_last_o(word_last)
    );

    logic payload_ready;
    assign word_ready = payload_ready & ~frame_raw;
    assign raw_ready  = payload_ready & frame_raw;
    vail_enc_frame #(.Lanes(Lanes), .RowBits(RowBits)) u_frame (
        .clk_i, .rst_i, .start_i(frame_start), .slot_i(waiting_block_q[7:0]), .epoch_i(waiting_block_q[15:8]),
        .bias_i(waiting_block_q[23:16]), .streamed_i(waiting_block_q[24]), .count_i(waiting_block_q[41:25]),
        .seed_i(waiting_block_q[73:42]), .busy_o(frame_busy), .streamed_o(frame_streamed), .raw_o(frame_raw),
        .keep_we_i(step), .keep_row_i(row), .keep_data_i(s_data_i),
        .p_valid_i(frame_raw ? raw_valid : word_valid), .p_ready_o(payload_ready),
        .p_data_i(frame_raw ? s_data_i : word_data), .p_count_i(frame_raw ? raw_count : word_count),
        .p_last_i(frame_raw ? last : word_last), .m_valid_o, .m_ready_i, .m_data_o, .m_count_o, .m_last_o
    );

    always_ff @(posedge clk_i) begin
        if (start) begin
            {raw_q, bias_q, bank_q} <= {raw, bias, bank};
            drop_q  <= fault_d != vail_pkg::FaultNone;
            fault_q <= fault_d;
        end
        if (good) waiting_block_q <= {seed, count, cmd_streamed_i, bias, raw ? 8'd0 : cmd_epoch_i, cmd_slot_i};
        waiting_q <= ~rst_i & (good | (waiting_q & ~frame_start));
        if (rst_i) fault_q <= vail_pkg::FaultNone;
    end
endmodule
