// Takes one frame after the other: keeps its beats as they come, runs the check over them, and gives its
// verdict. A streamed frame comes in the order of the check, so with the check itself it leaves a fixed
// residue; of a stored one head, payload and size are put in that order.
`default_nettype none
module vail_dec_receive #(
    parameter int Lanes    = 8,
    parameter int RowBits  = 10,
    parameter int PosBits  = $clog2(Lanes),
    parameter int LessBits = RowBits + PosBits
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                s_valid_i,
    output      logic                s_ready_o,
    input  wire logic [Lanes*8-1:0]  s_data_i,
    input  wire logic [PosBits-1:0]  s_count_i,    // bytes of the last beat, 0 for all
    input  wire logic                s_last_i,
    input  wire logic                room_i,       // a buffer is free for a frame
    output      logic                row_we_o,     // s_data_i is a row of the frame
    output      logic [RowBits-1:0]  row_o,
    output      logic [23:0]         name_o,       // slot, epoch and bias of the frame under way
    output      logic [15:0]         count_o,      // its symbols less one
    input  wire logic                known_i,
    input  wire vail_pkg::crc_t      seed_i,
    output      logic                named_o,      // name and count are there
    output      logic                early_o,      // a streamed frame that is not done may be decoded already
    output      logic [RowBits:0]    rows_o,       // rows of it so far, all whole and more to come
    output      logic                received_o,   // all rows are there, and end_o
    output      logic                done_o,       // for a cycle
    output      vail_pkg::fault_t    fault_o,
    output      logic                raw_o,
    output      logic                constant_o,
    output      logic                streamed_o,
    output      vail_pkg::symbol_t   first_o,      // first byte of the payload
    output      logic [LessBits-1:0] end_o         // its last byte, counted from the frame's first
);
    localparam logic [31:0] Residue = 32'hB798B438;  // the register after a message and its check
    localparam logic        Second  = Lanes < 12;    // a stored payload begins in the second beat
    localparam int          From    = 12 % Lanes;
    typedef enum logic [2:0] {First, Load, Lead, Body, Drain, Size, Wait, Verdict} state_t;

    state_t              state_q, state_d;
    logic [103:0]        front_q, front_d;       // the first thirteen bytes
    logic [39:0]         before_q, before_d;     // the last bytes of the beat before
    logic [PosBits-1:0]  count_q, count_d, c_from, c_count;
    logic                fresh_q, fresh_d, high_q, high_d;
    logic                take, c_byte, c_valid, c_ready, c_idle, c_load, through, through_q, drain_q, ended, over, starts;
    logic [RowBits:0]    row_q, row_d;           // beats so far; the top bit says "too many"
    logic [RowBits-1:0]  last_q, last_d;         // the last of them
    logic [LessBits-1:0] less;
    logic [15:0]         size_q, size_d, size_less;
    logic [Lanes*8-1:0]  beat;
    vail_pkg::crc_t      crc;

    assign name_o     = {front_q[31:24], front_q[15:0]};
    assign count_o    = front_q[47:32];
    assign streamed_o = front_q[21];
    assign first_o    = streamed_o ? front_q[55:48] : front_q[103:96];
    assign row_o      = row_q[RowBits-1:0];
    assign row_we_o   = take & ~row_q[RowBits];
    assign take       = s_valid_i & s_ready_o;
    assign over       = row_q[RowBits] & (row_q[RowBits-1:0] != '0);

    // Bytes less one, of the frame and to the end of its payload, which a streamed frame has six before its own.
    assign less  = {last_q, count_q - PosBits'(1)};
    assign end_o = over ? '1 : streamed_o ? less - LessBits'(6) : less;

    // The size: of a streamed frame six bytes before its end, of a stored one behind the head.
    assign size_less = streamed_o ? size_q : front_q[63:48];
    vail_dec_size #(.Lanes(Lanes)) u_size (.count_i(count_q), .before_i(before_q), .beat_i(beat), .size_o(size_d));

    // Of a stored frame the first bytes of its first beats are not those of the payload.
    assign starts = fresh_q & ~streamed_o;
    always_comb begin
        state_d = state_q;
        {front_d, before_d, count_d, row_d, last_d} = {front_q, before_q, count_q, row_q, last_q};
        {fresh_d, high_d} = {fresh_q, high_q};
        {c_load, c_byte, c_valid, s_ready_o} = '0;
        c_from  = starts ? PosBits'(From) : '0;
        c_count = s_last_i ? s_count_i : '0;
        case (state_q)
            First: begin
                front_d[95:0] = 96'(s_data_i);
                if (Lanes >= 16) front_d[103:96] = s_data_i[(12 % Lanes)*8 +: 8];
                row_d   = '0;
                fresh_d = 1'b1;
                high_d  = 1'b0;
                if (s_valid_i & room_i) state_d = Load;
            end
            Load: begin
                // the register starts from the book's seed, and the head names the book
                c_load  = 1'b1;
                state_d = Lead;
                if (streamed_o) state_d = Body;
            end
            Lead: begin
                c_valid   = 1'b1;
                c_from    = '0;
                c_count   = PosBits'(vail_pkg::HeadBytes);
                s_ready_o = Second & c_ready;
                if (c_ready) state_d = Body;
                if (c_ready & Second & s_last_i) state_d = Drain;
            end
            Body: begin
                s_ready_o = c_ready;
                c_valid   = s_valid_i & (~starts | (c_count == '0) | (c_count > c_from));
                if (take) begin
                    fresh_d = 1'b0;
                    if (Second & starts) front_d[103:64] = s_data_i[39:0];
                    if (s_last_i) state_d = Drain;
                end
            end
            Drain: if (c_idle) begin
                state_d = Size;
                if (streamed_o) state_d = Wait;
            end
            Size: begin
                c_byte = 1'b1;
                high_d = 1'b1;
                if (high_q) state_d = Wait;
            end
            Wait: state_d = Verdict;
            default: state_d = First;
        endcase
        if (take) begin
            row_d   = over ? row_q : row_q + (RowBits+1)'(1);
            last_d  = row_q[RowBits-1:0];
            count_d = s_last_i ? s_count_i : '0;
            if (~s_last_i) before_d = s_data_i[Lanes*8-1 -: 40];
        end
    end

    vail_crc32c #(.Bytes(Lanes)) u_crc (
        .clk_i, .rst_i, .load_i(c_load), .raw_i(raw_o | constant_o), .seed_i, .byte_we_i(c_byte),
        .byte_i(high_q ? front_q[63:56] : front_q[55:48]), .valid_i(c_valid), .ready_o(c_ready), .from_i(c_from),
        .count_i(c_count), .data_i(s_data_i), .idle_o(c_idle), .beat_o(beat), .crc_o(crc)
    );
    vail_dec_verdict #(.Lanes(Lanes), .RowBits(RowBits)) u_verdict (
        .head_i(front_q[47:0]), .size_less_i(size_less), .less_i(less), .long_i(over), .known_i,
        .check_good_i(streamed_o ? (crc == Residue) : (~crc == front_q[95:64])),
        .raw_o, .constant_o, .through_o(through), .fault_o
    );
    assign done_o     = state_q == Verdict;
    assign named_o    = state_q == Load;
    assign rows_o     = (state_q == Body) ? row_q : '0;
    // through_q knows of a frame's end two cycles after its last beat
    assign ended      = ((state_q == Drain) & drain_q) | (state_q == Wait);
    assign received_o = ended | done_o;
    assign early_o    = through_q & (((state_q == Body) & (row_q[RowBits:1] != '0)) | ended);

    always_ff @(posedge clk_i) begin
        state_q <= state_d;
        {front_q, before_q, count_q, row_q, last_q} <= {front_d, before_d, count_d, row_d, last_d};
        {fresh_q, high_q, size_q} <= {fresh_d, high_d, size_d};
        through_q <= through;
        drain_q   <= state_q == Drain;
        if (rst_i) state_q <= First;
    end
endmodule
