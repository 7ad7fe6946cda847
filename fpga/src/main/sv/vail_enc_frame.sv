// Puts head, payload and tail of a block together and computes the check over them (B-15 to B-17). A
// streamed block is written as its payload comes. A stored one is kept until its size and check are
// known; where its payload is no smaller than the symbols, these are written instead (B-26).
`default_nettype none
module vail_enc_frame #(
    parameter int Lanes   = 8,
    parameter int RowBits = 9,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               start_i,
    input  wire logic               plain_i,      // with start_i: raw or constant
    input  wire vail_pkg::symbol_t  slot_i,
    input  wire vail_pkg::symbol_t  epoch_i,
    input  wire vail_pkg::symbol_t  bias_i,
    input  wire logic               streamed_i,
    input  wire logic [15:0]        count_i,      // symbols less one
    input  wire vail_pkg::crc_t     seed_i,
    output      logic               busy_o,
    output      logic               streamed_o,   // of the block under way
    input  wire logic               step_valid_i, // steps of symbols: of a plain block they are its payload
    output      logic               step_ready_o,
    input  wire logic               step_we_i,    // any block's are kept
    input  wire logic [RowBits-1:0] step_row_i,
    input  wire logic [Lanes*8-1:0] step_data_i,
    input  wire logic [PosBits-1:0] step_count_i,
    input  wire logic               step_last_i,
    input  wire logic               word_valid_i, // the payload of any other
    output      logic               word_ready_o,
    input  wire logic [Lanes*8-1:0] word_data_i,
    input  wire logic [PosBits-1:0] word_count_i,
    input  wire logic               word_last_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o
);
    // The bytes that are not payload, in the order of a stored block: head, size, check.
    localparam logic [3:0]  SizeAt = 4'(vail_pkg::HeadBytes), CheckAt = SizeAt + 4'd2;
    localparam logic [3:0]  EndAt  = SizeAt + 4'(vail_pkg::TailBytes - 1);
    localparam int SizeBits = 18;
    typedef enum logic [2:0] {Idle, Lead, Body, Again, Size, Front, Copy} state_t;

    state_t             state_q, state_d;
    logic [3:0]         at_q, at_d;
    vail_pkg::symbol_t  slot_q, slot_d, epoch_q, epoch_d, bias_q, bias_d, extra;
    // Both less one; rows of the size, whose sign says that there is none yet, and bytes of the last one.
    logic [15:0]        count_q;
    logic [SizeBits-1:0] size_q, size_d;
    logic               streamed_q, plain_q, plain_d, over, replay;
    vail_pkg::crc_t     crc;
    logic [95:0]        extras;
    logic [Lanes*8-1:0] kept, coded, payload;
    logic [RowBits-1:0] row_q, row_d;
    logic               row_valid_q, row_valid_d, row_read, row_last;
    logic [SizeBits-PosBits-1:0] next;     // the row of the payload that comes now
    logic               p_valid, p_ready, p_last, c_load, c_raw, c_byte, c_valid, c_ready, c_idle, k_byte, k_valid, k_ready, k_last;
    logic [PosBits-1:0] p_count;

    assign c_raw      = (state_q != Idle) | plain_i;
    // N = 2^PosBits lanes, words of 8 bits; a raw or constant block names neither
    assign extras = {~crc, size_q[15:0], count_q, bias_q, 2'd1, streamed_q, 2'd0, plain_q ? 3'd0 : 3'(PosBits), epoch_q, slot_q};
    assign extra  = extras[at_q*8 +: 8];

    vail_buffer #(.Width(Lanes*8), .AddrWidth(RowBits)) u_kept (
        .clk_i, .we_i(step_we_i), .waddr_i(step_row_i), .wdata_i(step_data_i),
        .re_i(row_read), .raddr_i(row_d), .rdata_o(kept)
    );
    vail_buffer #(.Width(Lanes*8), .AddrWidth(RowBits)) u_coded (
        .clk_i, .we_i((state_q == Body) & p_valid & p_ready & ~over), .waddr_i(next[RowBits-1:0]),
        .wdata_i(word_data_i), .re_i(row_read), .raddr_i(row_d), .rdata_o(coded)
    );
    assign over         = ~size_q[SizeBits-1] & (size_q[SizeBits-2:0] >= (SizeBits-1)'(count_q));
    assign next         = size_q[SizeBits-1:PosBits] + (SizeBits-PosBits)'(1);
    assign row_last     = row_q == size_q[PosBits +: RowBits];
    assign replay       = (state_q == Again) | (state_q == Copy);
    assign payload      = replay ? (plain_q ? kept : coded) : (plain_q ? step_data_i : word_data_i);
    assign p_valid      = replay ? row_valid_q : plain_q ? step_valid_i : word_valid_i;
    assign p_last       = replay ? row_last : plain_q ? step_last_i : word_last_i;
    assign p_count      = replay ? (row_last ? size_q[PosBits-1:0] + PosBits'(1) : '0) : plain_q ? step_count_i : word_count_i;
    assign step_ready_o = (state_q == Body) & p_ready & plain_q;
    assign word_ready_o = (state_q == Body) & p_ready & ~plain_q;

    always_comb begin
        {c_load, c_byte, c_valid, k_byte, k_valid, k_last, p_ready} = '0;
        state_d = state_q;
        at_d    = at_q;
        {plain_d, slot_d, epoch_d, bias_d, size_d} = {plain_q, slot_q, epoch_q, bias_q, size_q};
        case (state_q)
            Idle: if (start_i) begin
                {plain_d, slot_d, epoch_d, bias_d} = {plain_i, slot_i, epoch_i, bias_i};
                size_d  = '1;
                at_d    = '0;
                c_load  = 1'b1;
                state_d = Lead;
            end
            Lead: begin
                k_byte = streamed_q;
                c_byte = ~streamed_q | k_ready;
                if (c_byte) at_d = at_q + 4'd1;
                if (c_byte & (at_q == SizeAt - 4'd1)) begin
                    state_d = Body;
                    if (~size_q[SizeBits-1]) state_d = Again;
                end
            end
            Body: begin
                p_ready = c_ready & (~streamed_q | k_ready);
                c_valid = p_valid & p_ready;
                k_valid = p_valid & streamed_q & c_ready;
                if (c_valid) begin
                    // a stored block that falls back needs no exact size, which might be 18 bits wide
                    if (streamed_q | ~over) size_d = {next, p_count - PosBits'(1)};
                    if (p_last) state_d = Size;
                end
            end
            Again: begin
                p_ready = c_ready;
                c_valid = p_valid;
                if (p_valid & p_ready & p_last) state_d = Size;
            end
            Size: if (c_idle) begin
                if (~streamed_q & ~plain_q & over) begin
                    // falls back: the same again, as a raw block
                    {plain_d, slot_d, epoch_d, bias_d} = {1'b1, 24'd0};
                    size_d  = SizeBits'(count_q);
                    at_d    = '0;
                    c_load  = 1'b1;
                    state_d = Lead;
                end else begin
                    k_byte = streamed_q;
                    k_last = at_q == EndAt;
                    c_byte = (at_q < CheckAt) & (~streamed_q | k_ready);
                    if (~streamed_q | k_ready) at_d = at_q + 4'd1;
                    if (streamed_q & k_ready & k_last) state_d = Idle;
                    if (~streamed_q & (at_q == CheckAt - 4'd1)) {at_d, state_d} = {4'd0, Front};
                end
            end
            Front: begin
                k_byte = 1'b1;
                if (k_ready) at_d = at_q + 4'd1;
                if (k_ready & (at_q == EndAt)) state_d = Copy;
            end
            default: begin
                p_ready = k_ready;
                k_valid = p_valid;
                k_last  = p_last;
                if (p_valid & p_ready & p_last) state_d = Idle;
            end
        endcase
    end
    // Rows are read anew whenever none is being read.
    always_comb begin
        row_d       = row_q;
        row_valid_d = replay;
        row_read    = replay & (~row_valid_q | p_ready);
        if (row_valid_q & p_ready) begin
            row_d       = row_q + RowBits'(1);
            row_valid_d = ~row_last;
        end
        if (~replay) row_d = '0;
    end
    assign busy_o     = state_q != Idle;
    assign streamed_o = streamed_q;

    vail_crc32c #(.Bytes(Lanes)) u_crc (
        .clk_i, .rst_i, .load_i(c_load), .raw_i(c_raw), .seed_i, .byte_we_i(c_byte), .byte_i(extra), .valid_i(c_valid),
        .ready_o(c_ready), .from_i(PosBits'(0)), .count_i(p_count), .data_i(payload), .idle_o(c_idle), .beat_o(), .crc_o(crc)
    );
    vail_enc_join #(.Bytes(Lanes)) u_join (
        .clk_i, .rst_i, .far_i(~streamed_q), .byte_we_i(k_byte), .byte_i(extra), .beat_we_i(k_valid), .beat_i(payload),
        .count_i(p_count), .last_i(k_last), .ready_o(k_ready), .m_valid_o, .m_ready_i, .m_data_o, .m_count_o, .m_last_o
    );

    always_ff @(posedge clk_i) begin
        {state_q, at_q} <= {state_d, at_d};
        {plain_q, slot_q, epoch_q, bias_q, size_q} <= {plain_d, slot_d, epoch_d, bias_d, size_d};
        {row_q, row_valid_q} <= {row_d, row_valid_d};
        if (rst_i) state_q <= Idle;
        if (start_i & ~busy_o) {streamed_q, count_q} <= {streamed_i, count_i};
    end
endmodule
