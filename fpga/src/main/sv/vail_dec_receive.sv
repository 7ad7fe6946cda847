// Takes one frame after the other: keeps its payload in rows that start at a row's first byte, runs the
// check over it, and gives its verdict. Head and rows of a streamed frame come in the order of the check,
// so with the check itself they leave a fixed residue; those of a stored frame are put in that order.
`default_nettype none
module vail_dec_receive #(
    parameter int Lanes   = 8,
    parameter int RowBits = 10,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               s_valid_i,
    output      logic               s_ready_o,
    input  wire logic [Lanes*8-1:0] s_data_i,
    input  wire logic [PosBits-1:0] s_count_i,    // bytes of the last beat, 0 for all
    input  wire logic               s_last_i,
    input  wire logic               room_i,       // a buffer is free for a frame
    output      logic               row_we_o,
    output      logic [RowBits-1:0] row_o,
    output      logic [Lanes*8-1:0] row_data_o,
    output      logic [23:0]        name_o,       // slot, epoch and bias of the frame under way
    output      logic [15:0]        count_o,      // its symbols less one
    input  wire logic               known_i,
    input  wire vail_pkg::crc_t     seed_i,
    output      logic               named_o,      // name and count are there
    output      logic               early_o,      // a streamed frame that is not done may be decoded already
    output      logic [RowBits:0]   rows_o,       // rows of it so far, all whole and more to come
    output      logic               received_o,   // all rows are there, and less_o
    output      logic               done_o,       // for a cycle
    output      vail_pkg::fault_t   fault_o,
    output      logic               raw_o,
    output      logic               constant_o,
    output      vail_pkg::symbol_t  first_o,      // first byte of the payload
    output      logic [16:0]        less_o        // bytes of the payload less one, where there is no fault
);
    localparam logic [31:0] RawSeed = 32'h73D74D75;
    localparam logic [31:0] Residue = 32'hB798B438;  // the register after a message and its check
    localparam int          Shift12 = 12 % Lanes;
    typedef enum logic [2:0] {First, Load, Lead, Body, Flush, Size, Wait, Verdict} state_t;

    state_t              state_q, state_d;
    logic [95:0]         front_q, front_d;       // the first twelve bytes
    logic [Lanes*8-1:0]  beat_q, beat_d, row;
    logic [2:0]          at_q, at_d;             // of the front's bytes for the check
    logic [PosBits-1:0]  count_q, count_d, count, c_count;
    logic                last_q, last_d, skip_q, skip_d, has_first_q, has_first_d;
    logic                streamed, take, row_take, c_byte, c_valid, c_ready, c_idle, c_load, payload_in;
    logic [17:0]         bytes_q, bytes_d, left_q, left_d;
    logic [RowBits:0]    row_q, row_d;
    logic [15:0]         size_q, size_d, size_less;
    logic [PosBits:0]    size_at;
    logic [16*Lanes-1:0] pair;
    logic                through, through_q, long_frame;
    vail_pkg::crc_t      crc;
    vail_pkg::symbol_t   first_d;

    assign name_o    = {front_q[31:24], front_q[15:0]};
    assign count_o   = front_q[47:32];
    assign streamed  = front_q[21];
    assign s_ready_o = (state_q == First) ? room_i : ((state_q == Body) & c_ready);
    assign take      = s_valid_i & s_ready_o;

    // Rows begin at byte 6 or 12 of a frame; what is left of the last beat is one more row.
    assign pair       = {(state_q == Flush) ? (Lanes*8)'(0) : s_data_i, beat_q};
    assign row        = streamed ? pair[48 +: Lanes*8] : pair[Shift12*8 +: Lanes*8];
    assign row_take   = ((state_q == Body) & take & ~skip_q) | ((state_q == Flush) & (c_ready | ~c_valid));
    assign row_o      = row_q[RowBits-1:0];
    assign row_data_o = row;
    assign row_we_o   = row_take & ~row_q[RowBits];

    // The size: of a streamed frame six bytes before its end, of a stored one behind the head.
    assign size_at    = (PosBits+1)'(Lanes - 6) + {s_count_i == '0, s_count_i};
    assign size_less  = streamed ? size_q : front_q[63:48];
    assign payload_in = left_q != '0;
    // Of a streamed frame a row holds what the check runs over to the frame's end, six bytes behind its beat.
    assign count      = (state_q == Flush) ? count_q : s_count_i;

    always_comb begin
        state_d = state_q;
        {front_d, beat_d, count_d, last_d, at_d} = {front_q, beat_q, count_q, last_q, at_q};
        {bytes_d, left_d, row_d, skip_d, size_d} = {bytes_q, left_q, row_q, skip_q, size_q};
        {has_first_d, first_d} = {has_first_q, first_o};
        c_load  = 1'b0;
        c_byte  = 1'b0;
        c_valid = 1'b0;
        c_count = '0;
        if (streamed) begin
            if (state_q == Flush || (s_last_i && count < PosBits'(6))) c_count = count - PosBits'(6);
            if (state_q == Body && s_count_i == '0) c_count = '0;
        end else if (left_q < 18'(Lanes)) c_count = left_q[PosBits-1:0];
        if (take) begin
            {beat_d, last_d} = {s_data_i, s_last_i};
            count_d = s_last_i ? s_count_i : '0;
            bytes_d = ((state_q == First) ? 18'd0 : bytes_q) + 18'({count_d == '0, count_d});
            if (bytes_q[17] && state_q != First) bytes_d = bytes_q;
            if (s_last_i) size_d = pair[size_at*8 +: 16];
        end
        if (row_take) begin
            row_d = row_q[RowBits] ? row_q : row_q + 1'b1;
            left_d = (left_q > 18'(Lanes)) ? left_q - 18'(Lanes) : '0;
            if (~has_first_q) {has_first_d, first_d} = {1'b1, row[7:0]};
        end
        case (state_q)
            First: if (take) begin
                front_d     = 96'(s_data_i);
                row_d       = '0;
                has_first_d = 1'b0;
                state_d     = Load;
            end
            Load: begin
                // the register starts from the book's seed, and the head names the book
                c_load  = 1'b1;
                skip_d  = ~streamed & (Lanes < 12);
                left_d  = {2'd0, front_q[63:48]} + 18'd1;
                at_d    = '0;
                state_d = Lead;
            end
            Lead: begin
                c_byte = 1'b1;
                at_d   = at_q + 3'd1;
                if (at_q == 3'(vail_pkg::HeadBytes - 1)) begin
                    state_d = Body;
                    if (last_q) state_d = Flush;
                end
            end
            Body: begin
                c_valid = s_valid_i & (streamed | (~skip_q & payload_in));
                if (take) begin
                    skip_d = 1'b0;
                    if (skip_q) front_d[95:64] = s_data_i[31:0];
                    if (s_last_i) state_d = Flush;
                end
            end
            Flush: begin
                c_valid = streamed ? (count_q == '0) | (count_q > PosBits'(6)) : payload_in;
                if (c_ready | ~c_valid) begin
                    state_d = Size;
                    if (streamed) state_d = Wait;
                end
            end
            Size: if (c_idle) begin
                c_byte = 1'b1;
                at_d   = at_q + 3'd1;
                if (at_q == 3'd7) state_d = Wait;
            end
            Wait: if (c_idle) state_d = Verdict;
            default: state_d = First;
        endcase
    end

    vail_crc32c #(.Bytes(Lanes)) u_crc (
        .clk_i, .rst_i, .load_i(c_load), .seed_i((raw_o | constant_o) ? RawSeed : seed_i), .byte_we_i(c_byte),
        .byte_i(front_q[at_q*8 +: 8]), .valid_i(c_valid), .ready_o(c_ready), .count_i(c_count), .data_i(row),
        .idle_o(c_idle), .crc_o(crc)
    );
    vail_dec_verdict #(.Lanes(Lanes), .RowBits(RowBits)) u_verdict (
        .head_i(front_q[47:0]), .size_less_i(size_less), .bytes_i(bytes_q), .known_i,
        .check_good_i(streamed ? (crc == Residue) : (~crc == front_q[95:64])),
        .raw_o, .constant_o, .through_o(through), .long_o(long_frame), .fault_o
    );
    assign done_o  = state_q == Verdict;
    // What the tail says, or what there is where it would say otherwise too late.
    assign less_o  = ~streamed ? {1'b0, size_less} : long_frame ? 17'((Lanes << RowBits) - 1) : 17'(bytes_q - 18'd13);
    assign named_o = state_q == Lead;
    assign rows_o  = (state_q == Body) ? row_q : '0;
    assign received_o = (state_q == Wait) | done_o;
    assign early_o = through_q & (((state_q == Body) & (row_q[RowBits:1] != '0)) | (state_q == Wait));

    always_ff @(posedge clk_i) begin
        state_q <= state_d;
        {front_q, beat_q, count_q, last_q, at_q} <= {front_d, beat_d, count_d, last_d, at_d};
        {bytes_q, left_q, row_q, skip_q, size_q} <= {bytes_d, left_d, row_d, skip_d, size_d};
        {has_first_q, first_o} <= {has_first_d, first_d};
        through_q <= through;
        if (rst_i) state_q <= First;
    end
endmodule
