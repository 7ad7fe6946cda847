// Block decoder: frames of one block each in, in either order; their symbols out, in the same order of
// blocks. Up to eight frames are under way, and a frame is held until its check and its payload were found
// good; with Through=1 a streamed one is decoded as it comes, and its symbols are marked as provisional. A
// bad frame ends with a beat of its fault (B-21) and no symbols. Books come by AXI4-Lite (vail_books); a
// bank must not be loaded while a frame under way uses it.
`default_nettype none
module vail_dec_block #(
    parameter int Lanes     = 8,
    parameter int Through   = 0,
    parameter int RowBits   = 10,     // a frame has at most 2^RowBits rows, a block Lanes·(2^(RowBits-1) - 2) symbols
    parameter int BankBits  = 3,
    parameter int PosBits   = $clog2(Lanes),
    parameter int EndBits   = RowBits + PosBits
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
    input  wire logic               s_valid_i,
    output      logic               s_ready_o,
    input  wire logic [Lanes*8-1:0] s_data_i,
    input  wire logic [PosBits-1:0] s_count_i,     // bytes of the last beat, 0 for all
    input  wire logic               s_last_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o,
    output      logic               m_provisional_o,  // what the last beat says still decides
    output      vail_pkg::fault_t   m_fault_o
);
`ifndef __ICARUS__
    if (Lanes < 8) $fatal(1, "a head does not fit a beat of fewer than 8 bytes");
`endif
    logic                we, known, enc_we, dec_we, table_ready, core_ready;
    logic [8:0]          waddr, raddr;
    logic [31:0]         wdata, rdata;
    logic [BankBits+8:0] enc_addr;
    logic [BankBits+7:0] dec_addr;
    vail_pkg::entry_t    enc_entry;
    vail_pkg::meaning_t  dec_meaning;
    logic [BankBits-1:0] bank, core_bank;
    vail_pkg::crc_t      seed;
    vail_pkg::fault_t    fault, final_fault, status_q, core_fault, symbol_fault;
    vail_pkg::symbol_t   first, core_bias;
    logic [EndBits-1:0]  payload_end;
    logic [23:0]         name;      // slot, epoch, bias
    logic [15:0]         count;
    logic                row_we, named, early, received, done, raw, constant, streamed, issued, released, at_once;
    logic                arrived, ahead, here, part;
    logic [RowBits:0]    rows;
    logic [RowBits-2:0]  look_rows, step_row, out_row;
    logic [RowBits-1:0]  row, feed_row;
    logic [Lanes*8-1:0]  frame_data, symbol_data, core_data, symbols;
    // Frames by number: received, issued, released; and what is known of each.
    logic [3:0]          in_q, issue_q, out_q;
    logic [2:0]          next, oldest, core_frame;
    logic [3:0]          known_q;          // in_q, as far as the buffers below show it
    logic [2:0]          start_kind;       // raw, constant, streamed
    logic [BankBits-1:0] start_bank;
    logic [15:0]         start_count, out_count;   // symbols less one
    logic [EndBits-1:0]  start_end;
    logic                start_bad;
    vail_pkg::fault_t    verdict, fault_q [0:7];
    logic [7:0]          done_q, through_q;

    vail_axil u_axil (
        .clk_i, .rst_i, .awvalid_i, .awready_o, .awaddr_i, .wvalid_i, .wready_o, .wdata_i, .bvalid_o, .bready_i,
        .arvalid_i, .arready_o, .araddr_i, .rvalid_o, .rready_i, .rdata_o,
        .we_o(we), .waddr_o(waddr), .wdata_o(wdata), .raddr_o(raddr), .rdata_i(rdata)
    );
    // A decoder serves any book: one bit a step is no trouble for it.
    vail_books #(.LookAhead(15), .BankBits(BankBits)) u_books (
        .clk_i, .rst_i, .we_i(we), .waddr_i(waddr), .wdata_i(wdata), .raddr_i(raddr), .rdata_o(rdata),
        .block_fault_i(status_q), .slot_i(name[7:0]), .epoch_i(name[15:8]), .known_o(known), .bank_o(bank),
        .bank_i(bank), .seed_o(seed), .name_o(), .resident_o(), .candidates_o(), .names_o(),
        .table_ready_i(table_ready), .enc_we_o(enc_we), .dec_we_o(dec_we),
        .enc_addr_o(enc_addr), .dec_addr_o(dec_addr), .enc_entry_o(enc_entry), .dec_meaning_o(dec_meaning)
    );
    assign table_ready = core_ready | ~dec_we;

    vail_dec_receive #(.Lanes(Lanes), .RowBits(RowBits)) u_receive (
        .clk_i, .rst_i, .s_valid_i, .s_ready_o, .s_data_i, .s_count_i, .s_last_i,
        .room_i((in_q ^ out_q) != 4'b1000), .row_we_o(row_we), .row_o(row), .name_o(name), .count_o(count),
        .known_i(known), .seed_i(seed), .named_o(named), .early_o(early), .rows_o(rows),
        .received_o(received), .done_o(done), .fault_o(fault), .raw_o(raw), .constant_o(constant),
        .streamed_o(streamed), .first_o(first), .end_o(payload_end)
    );

    assign next    = issue_q[2:0];
    assign oldest  = out_q[2:0];
    // Received and not issued; issued before it is received; the oldest one is received.
    assign ahead   = known_q - issue_q == 4'd15;
    assign arrived = (known_q != issue_q) & ~ahead;
    assign here    = known_q != out_q;
    assign at_once = arrived & start_bad;
    // a fault of head or tail comes before one of the payload (B-21)
    assign final_fault = (verdict != vail_pkg::FaultNone) ? verdict : fault_q[oldest];
    assign part    = (Through != 0) & (issue_q != out_q) & through_q[oldest]
                   & (done_q[oldest] ? (fault_q[oldest] == vail_pkg::FaultNone) : (look_rows > out_row));

    // What is known of a frame, for when it is issued, released, and while its symbols come out of the core. A bias
    // may be the symbol of a constant block, which the core gives as zeros.
    vail_buffer #(.Width(BankBits + EndBits + 20), .AddrWidth(3)) u_issued (
        .clk_i, .we_i(named | done), .waddr_i(in_q[2:0]), .re_i(1'b1), .raddr_i(next + 3'(issued)),
        .wdata_i({fault != vail_pkg::FaultNone, raw, constant, streamed, bank, count, payload_end}),
        .rdata_o({start_bad, start_kind, start_bank, start_count, start_end})
    );
    vail_buffer #(.Width(21), .AddrWidth(3)) u_released (
        .clk_i, .we_i(named | done), .waddr_i(in_q[2:0]), .wdata_i({fault, count}), .re_i(1'b1),
        .raddr_i(oldest + 3'(released)), .rdata_o({verdict, out_count})
    );
    vail_buffer #(.Width(BankBits + 8), .AddrWidth(3)) u_biases (
        .clk_i, .we_i(named | done), .waddr_i(in_q[2:0]), .wdata_i({bank, (done & constant) ? first : name[23:16]}),
        .re_i(1'b1), .raddr_i(core_frame), .rdata_o({core_bank, core_bias})
    );

    logic                start_valid, start_ready, start_raw, start_constant, start_streamed, release_read, feed_valid;
    logic                feed_last, core_valid, core_literal, core_step, core_last, core_over;
    logic                step_valid, step_done, step_last;
    logic [2:0]          start_ctx, feed_frame, feed_ctx, core_ctx, step_ctx, step_frame;
    logic [PosBits-1:0]  start_pos, feed_count, core_there;
    logic [7:0]          room;
    logic [Lanes-1:0]    core_keep, core_zero, step_keep;
    assign {start_raw, start_constant, start_streamed} = start_kind;
    assign start_pos = start_constant ? '0 : start_streamed ? PosBits'(6) : PosBits'(12);
    vail_dec_issue #(.Lanes(Lanes), .Through(Through), .RowBits(RowBits)) u_issue (
        .clk_i, .rst_i, .waiting_i(arrived | (~ahead & early & (Through != 0))), .frame_i(next), .at_once_i(at_once),
        .early_i((Through != 0) & ~arrived), .rows_i(rows), .received_i(received), .received_end_i(payload_end),
        .end_i(start_end), .second_i(~start_streamed & (Lanes < 12)), .empty_i(start_constant), .issued_o(issued),
        .start_valid_o(start_valid), .start_ready_i(start_ready),
        .start_ctx_i(start_ctx), .room_i(room), .read_frame_o(feed_frame), .read_row_o(feed_row), .row_valid_o(feed_valid), .row_ctx_o(feed_ctx), .row_last_o(feed_last),
        .row_count_o(feed_count), .step_i(step_valid & step_done), .step_ctx_i(step_ctx), .step_last_i(step_last),
        .step_frame_o(step_frame), .step_row_o(step_row), .core_ctx_i(start_ctx), .core_frame_o(core_frame),
        .look_frame_i(oldest), .look_rows_o(look_rows)
    );
    vail_buffer #(.Width(Lanes*8), .AddrWidth(RowBits + 3)) u_frames (
        .clk_i, .we_i(row_we), .waddr_i({in_q[2:0], row}), .wdata_i(s_data_i), .re_i(1'b1),
        .raddr_i({feed_frame, feed_row}), .rdata_o(frame_data)
    );
    vail_dec_core #(.Lanes(Lanes), .Books(1 << BankBits)) u_core (
        .clk_i, .rst_i, .book_we_i(dec_we & table_ready), .book_ready_o(core_ready), .book_addr_i(dec_addr),
        .book_meaning_i(dec_meaning), .start_valid_i(start_valid), .start_ready_o(start_ready),
        .start_ctx_o(start_ctx), .start_count_i(start_count), .start_book_i(start_bank),
        .start_pos_i(start_pos), .start_raw_i(start_raw), .start_constant_i(start_constant), .s_valid_i(feed_valid),
        .s_ctx_i(feed_ctx), .s_data_i(frame_data), .s_last_i(feed_last), .s_count_i(feed_count),
        .s_room_o(room), .m_room_i(1'b1), .m_valid_o(core_valid), .m_ctx_o(core_ctx), .m_data_o(core_data),
        .m_keep_o(core_keep), .m_zero_o(core_zero), .m_literal_o(core_literal), .m_step_o(core_step),
        .m_last_o(core_last), .m_over_o(core_over), .m_there_o(core_there), .m_fault_o(core_fault)
    );
    vail_dec_symbols #(.Lanes(Lanes), .BankBits(BankBits)) u_symbols (
        .clk_i, .rst_i, .coded_we_i(enc_we & table_ready), .coded_addr_i(enc_addr),
        .coded_i(~enc_entry[vail_pkg::EntryBits-1]), .s_valid_i(core_valid),
        .s_ctx_i(core_ctx), .s_bias_i(core_bias), .s_bank_i(core_bank), .s_data_i(core_data),
        .s_keep_i(core_keep), .s_zero_i(core_zero), .s_literal_i(core_literal), .s_step_i(core_step), .s_last_i(core_last),
        .s_over_i(core_over), .s_there_i(core_there), .s_fault_i(core_fault), .m_valid_o(step_valid), .m_ctx_o(step_ctx), .m_data_o(symbols),
        .m_keep_o(step_keep), .m_step_o(step_done), .m_last_o(step_last), .m_fault_o(symbol_fault)
    );
    // A block's symbols take no more than half the rows of a frame.
    for (genvar i = 0; i < Lanes; i++) begin : g_symbol_rows
        vail_buffer #(.Width(8), .AddrWidth(RowBits + 2)) u_lane (
            .clk_i, .we_i(step_keep[i]), .waddr_i({step_frame, step_row}), .wdata_i(symbols[i*8 +: 8]),
            .re_i(release_read), .raddr_i({oldest, out_row}), .rdata_o(symbol_data[i*8 +: 8])
        );
    end
    vail_dec_release #(.Lanes(Lanes), .RowBits(RowBits - 1)) u_release (
        .clk_i, .rst_i, .ready_i((out_q != issue_q) & here & done_q[oldest]), .early_i(part), .fault_i(final_fault),
        .count_i(out_count), .released_o(released), .read_o(release_read), .row_o(out_row),
        .data_i(symbol_data), .m_valid_o, .m_ready_i, .m_data_o, .m_count_o, .m_last_o, .m_provisional_o, .m_fault_o
    );

    always_ff @(posedge clk_i) begin
        in_q    <= in_q + 4'(done);
        known_q <= in_q;
        issue_q <= issue_q + 4'(issued);
        out_q   <= out_q + 4'(released);
        if (issued) begin
            through_q[next] <= ~arrived;
            done_q[next]    <= at_once;
        end
        if (step_valid & step_last) begin
            done_q[step_frame]  <= 1'b1;
            fault_q[step_frame] <= symbol_fault;
        end
        if (released) status_q <= final_fault;
        if (rst_i) {in_q, known_q, issue_q, out_q, status_q} <= '0;
    end
endmodule
