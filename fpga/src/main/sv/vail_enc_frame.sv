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
    input  wire vail_pkg::symbol_t  slot_i,       // with start_i
    input  wire vail_pkg::symbol_t  epoch_i,
    input  wire vail_pkg::symbol_t  bias_i,
    input  wire logic               streamed_i,
    input  wire vail_pkg::count_t   count_i,
    input  wire vail_pkg::crc_t     seed_i,
    output      logic               busy_o,
    output      logic               streamed_o,   // of the block under way
    output      logic               plain_o,      // it is raw or constant
    input  wire logic               keep_we_i,    // a row of symbols to keep
    input  wire logic [RowBits-1:0] keep_row_i,
    input  wire logic [Lanes*8-1:0] keep_data_i,
    input  wire logic               p_valid_i,    // the payload
    output      logic               p_ready_o,
    input  wire logic [Lanes*8-1:0] p_data_i,
    input  wire logic [PosBits-1:0] p_count_i,
    input  wire logic               p_last_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o
);
    // CRC-32C register after eight zero bytes: the seed of raw and constant blocks (B-16).
    localparam logic [31:0] RawSeed = 32'h73D74D75;
    typedef enum logic [3:0] {Idle, Begin, Body, Again, Size, Check, Head, Tail, Copy} state_t;

    state_t            state_q, state_d;
    vail_pkg::symbol_t slot_q, slot_d, epoch_q, epoch_d, bias_q, bias_d;
    vail_pkg::count_t  count_q, size_q, size_d;
    logic              streamed_q, plain, over;
    vail_pkg::crc_t    seed_q, seed_d, crc;
    logic [Lanes*8-1:0] head, tail, kept, coded, stored;
    logic [RowBits-1:0] row_q, row_d;
    logic              row_valid_q, row_valid_d, row_read, row_last;
    logic [15:0]       size_less, count_less;

    logic               c_load, c_valid, c_ready, c_idle, k_valid, k_ready, k_last;
    logic [Lanes*8-1:0] c_data, k_data;
    logic [PosBits-1:0] c_count, k_count, row_count;

    assign plain      = (slot_q == vail_pkg::SlotRaw) | (slot_q == vail_pkg::SlotConstant);
    assign size_less  = 16'(size_q - 17'd1);
    assign count_less = 16'(count_q - 17'd1);
    // N = 2^PosBits lanes, words of 8 bits; a raw or constant block names neither
    assign head = (Lanes*8)'({count_less, bias_q, 2'd1, streamed_q, 2'd0, plain ? 3'd0 : 3'(PosBits), epoch_q, slot_q});
    assign tail = (Lanes*8)'({~crc, size_less});

    vail_buffer #(.Width(Lanes*8), .AddrWidth(RowBits)) u_kept (
        .clk_i, .we_i(keep_we_i), .waddr_i(keep_row_i), .wdata_i(keep_data_i),
        .re_i(row_read), .raddr_i(row_d), .rdata_o(kept)
    );
    vail_buffer #(.Width(Lanes*8), .AddrWidth(RowBits)) u_coded (
        .clk_i, .we_i((state_q == Body) & p_valid_i & p_ready_o & ~over), .waddr_i(size_q[PosBits +: RowBits]),
        .wdata_i(p_data_i), .re_i(row_read), .raddr_i(row_d), .rdata_o(coded)
    );
    assign over      = size_q >= count_q;
    assign stored    = plain ? kept : coded;
    assign row_last  = {1'b0, row_q} == (RowBits+1)'((size_q - 17'd1) >> PosBits);
    assign row_count = row_last ? size_q[PosBits-1:0] : '0;

    always_comb begin
        c_load  = 1'b0;
        c_valid = 1'b0;
        c_data  = head;
        c_count = PosBits'(vail_pkg::HeadBytes);
        k_valid = 1'b0;
        k_data  = head;
        k_count = PosBits'(vail_pkg::HeadBytes);
        k_last  = 1'b0;
        p_ready_o   = 1'b0;
        row_read    = 1'b0;
        row_d       = row_q;
        row_valid_d = row_valid_q;
        state_d = state_q;
        {slot_d, epoch_d, bias_d, seed_d, size_d} = {slot_q, epoch_q, bias_q, seed_q, size_q};
        case (state_q)
            Idle: if (start_i) begin
                {slot_d, epoch_d, bias_d, seed_d} = {slot_i, epoch_i, bias_i, seed_i};
                if ((slot_i == vail_pkg::SlotRaw) | (slot_i == vail_pkg::SlotConstant)) seed_d = RawSeed;
                size_d  = '0;
                c_load  = 1'b1;
                state_d = Begin;
            end
            Begin: begin
                c_valid = ~streamed_q | k_ready;
                k_valid = streamed_q & c_ready;
                row_d   = '0;
                row_valid_d = 1'b0;
                if (c_valid & c_ready) begin
                    if (size_q == '0) state_d = Body;
                    else state_d = Again;
                end
            end
            Body: begin
                c_valid   = p_valid_i & (~streamed_q | k_ready);
                c_data    = p_data_i;
                c_count   = p_count_i;
                k_valid   = p_valid_i & streamed_q & c_ready;
                k_data    = p_data_i;
                k_count   = p_count_i;
                p_ready_o = c_ready & (~streamed_q | k_ready);
                if (p_valid_i & p_ready_o) begin
                    // a stored block that falls back needs no exact size, which might be 18 bits wide
                    if (streamed_q | ~over) size_d = size_q + ((p_count_i == '0) ? 17'(Lanes) : 17'(p_count_i));
                    if (p_last_i) state_d = Size;
                end
            end
            Again: begin
                c_valid     = row_valid_q;
                c_data      = stored;
                c_count     = row_count;
                row_read    = ~row_valid_q | c_ready;
                row_valid_d = 1'b1;
                if (row_valid_q & c_ready) begin
                    row_d = row_q + RowBits'(1);
                    if (row_last) state_d = Size;
                end
            end
            Size: if (~streamed_q & ~plain & over) begin
                // falls back: the same again, as a raw block
                if (c_idle) begin
                    {slot_d, epoch_d, bias_d, seed_d} = {24'd0, RawSeed};
                    size_d  = count_q;
                    c_load  = 1'b1;
                    state_d = Begin;
                end
            end else begin
                c_valid = 1'b1;
                c_data  = (Lanes*8)'(size_less);
                c_count = PosBits'(2);
                if (c_ready) state_d = Check;
            end
            Check: if (c_idle) begin
                if (streamed_q) state_d = Tail;
                else state_d = Head;
            end
            Head: begin
                k_valid = 1'b1;
                if (k_ready) state_d = Tail;
            end
            Tail: begin
                k_valid = 1'b1;
                k_data  = tail;
                k_last  = streamed_q;
                row_d   = '0;
                row_valid_d = 1'b0;
                if (k_ready) begin
                    if (streamed_q) state_d = Idle;
                    else state_d = Copy;
                end
            end
            Copy: begin
                k_valid     = row_valid_q;
                k_data      = stored;
                k_count     = row_count;
                k_last      = row_last;
                row_read    = ~row_valid_q | k_ready;
                row_valid_d = 1'b1;
                if (row_valid_q & k_ready) begin
                    row_d = row_q + RowBits'(1);
                    if (row_last) state_d = Idle;
                end
            end
            default: state_d = Idle;
        endcase
    end
    assign busy_o     = state_q != Idle;
    assign streamed_o = streamed_q;
    assign plain_o    = plain;

    vail_crc32c #(.Bytes(Lanes)) u_crc (
        .clk_i, .rst_i, .load_i(c_load), .seed_i(seed_d), .valid_i(c_valid), .ready_o(c_ready),
        .count_i(c_count), .data_i(c_data), .idle_o(c_idle), .crc_o(crc)
    );
    vail_pack #(.Bytes(Lanes)) u_pack (
        .clk_i, .rst_i, .s_valid_i(k_valid), .s_ready_o(k_ready), .s_data_i(k_data), .s_count_i(k_count),
        .s_last_i(k_last), .m_valid_o, .m_ready_i, .m_data_o, .m_count_o, .m_last_o
    );

    always_ff @(posedge clk_i) begin
        state_q <= state_d;
        {slot_q, epoch_q, bias_q, seed_q, size_q} <= {slot_d, epoch_d, bias_d, seed_d, size_d};
        {row_q, row_valid_q} <= {row_d, row_valid_d};
        if (rst_i) state_q <= Idle;
        if (start_i & ~busy_o) {streamed_q, count_q} <= {streamed_i, count_i};
    end
endmodule
