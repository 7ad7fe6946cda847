// Decoder core: a ring of eight stages with a block in each, so that a step of Lanes symbols may leave
// every cycle although one block has a turn every eighth. Rows of payload come in by context; what a turn
// decodes goes out with its context. A step takes a turn for its words and, where it has escapes, one for
// their literals: m_keep_o tells the lanes that a turn gives, m_step_o that the step is complete. Symbols
// are t of B-05, or literals. m_fault_o comes with the last turn of a block and is 0, SYMBOL_COUNT_MISMATCH
// or PADDING_NONZERO (B-13); after a fault the symbols of that step mean nothing.
// Longest says which books it takes: 4 those of Dual Length Codes (C-21), 8 all short ones. More takes long books
// without ESC in words of 16 bits, of which rows hold Lanes and which count as bytes do otherwise, and no raw
// blocks. A code is found by its first eight bits, or else by the last Second of the Longest bits that it begins;
// this tells all codes of more than eight bits apart if they take no more than 2^(Second - Longest) of the space
// of codes, as the last area of Quad Length Codes (C-22) always does.
`default_nettype none
module vail_dec_core #(
    parameter int Lanes        = 8,
    parameter int Books        = 4,
    parameter int Longest      = 8,     // code, in bits
    parameter int Second       = 8,
    parameter int BookBits     = $clog2(Books),
    parameter int PosBits      = $clog2(Lanes),
    parameter int Word         = (Longest > 8) ? 16 : 8,
    parameter int First        = (Longest > 8) ? 8 : Longest,
    parameter int AddrBits     = BookBits + ((Longest > 8) ? 1 + Second : Longest)
) (
    input  wire logic                                     clk_i,
    input  wire logic                                     rst_i,
    input  wire logic                                     book_we_i,      // waits for book_ready_o
    output      logic                                     book_ready_o,   // no window is being looked up
    input  wire logic [AddrBits-1:0]                      book_addr_i,    // last bits of a window, book, bits of a window
    input  wire vail_pkg::meaning_t                       book_meaning_i,
    input  wire logic                                     start_valid_i,
    output      logic                                     start_ready_o,
    output      logic [2:0]                               start_ctx_o,
    input  wire logic [15:0]                              start_count_i,  // symbols less one
    input  wire logic [BookBits-1:0]                      start_book_i,
    input  wire logic [PosBits-1:0]                       start_pos_i,    // of the payload in its first row
    input  wire logic                                     start_raw_i,    // its bytes are the symbols
    input  wire logic                                     start_constant_i, // it has no rows, and symbols 0
    input  wire logic                                     s_valid_i,
    input  wire logic [2:0]                               s_ctx_i,
    input  wire logic [Lanes*Word-1:0]                    s_data_i,
    input  wire logic                                     s_last_i,
    input  wire logic [PosBits-1:0]                       s_count_i,
    output      logic [7:0]                               s_room_o,
    input  wire logic                                     m_room_i,     // turns may begin; those under way come out
    output      logic                                     m_valid_o,
    output      logic [2:0]                               m_ctx_o,
    output      logic [Lanes*8-1:0]                       m_data_o,
    output      logic [Lanes-1:0]                         m_keep_o,
    output      logic [Lanes-1:0]                         m_zero_o,     // t is 0
    output      logic                                     m_literal_o,  // a turn of a coded block's literals
    output      logic                                     m_step_o,
    output      logic                                     m_last_o,
    output      logic                                     m_over_o,     // the bytes ran out in this turn
    output      logic [PosBits-1:0]                       m_there_o,    // and so many were there
    output      vail_pkg::fault_t                         m_fault_o
);
    localparam int M = vail_pkg::MeaningBits;

`ifndef __ICARUS__
    if (Lanes != 4 && Lanes != 8 && Lanes != 16 && Lanes != 32) $fatal(1, "Lanes must be 4, 8, 16 or 32");
    if (Longest < 1 || Longest > 15 || (Longest > 8 && (Second < 8 || Second > Longest))) $fatal(1, "codes of at most 15 bits");
`endif

    logic [BookBits+First-1:0] address;
    logic                 write_first;
    logic [2:0]           slot7;
    logic                 start, ready0, words7, literals7, active7, wrong, write, may_start, looking5;
    logic [1:0]           row0;
    logic [2:0]           row7, start_row;
    logic [PosBits-1:0]   pos0;
    logic [PosBits+1:0]   limit0;
    logic [Lanes-1:0]     need0, rest0, escape7, mask7, word2, want2;
    logic [(Lanes/4)*(PosBits+2)-1:0] at2;
    logic [BookBits-1:0]  book5;
    logic [Lanes*Word-1:0] data2, data3;
    logic [Lanes*Longest-1:0] window5;
    logic [Lanes*M-1:0]   meaning7, second7;

    vail_dec_ring #(.Lanes(Lanes), .BookBits(BookBits)) u_ring (
        .clk_i, .rst_i, .start_valid_i, .start_ready_o, .start_count_i, .start_book_i,
        .start_pos_i, .start_raw_i(start_raw_i & (Longest <= 8)), .start_constant_i,
        .may_start_i(may_start), .start_o(start), .slot0_o(m_ctx_o), .slot7_o(slot7),
        .ready0_i(ready0), .limit0_i(limit0), .room_i(m_room_i), .need0_i(need0), .escape7_i(escape7),
        .any7_i(|escape7), .start_row_i(start_row), .row0_o(row0), .row7_o(row7), .pos0_o(pos0), .at2_o(at2), .want2_o(want2),
        .word2_o(word2), .book5_o(book5), .looking5_o(looking5), .active7_o(active7), .words7_o(words7),
        .literals7_o(literals7), .mask7_o(mask7), .out_valid_o(m_valid_o),
        .out_literal_o(m_literal_o), .out_step_o(m_step_o), .out_last_o(m_last_o), .out_keep_o(m_keep_o),
        .out_there_o(m_there_o), .out_over_o(m_over_o), .out_wrong_o(wrong)
    );
    assign book_ready_o = ~looking5;
    assign start_ctx_o  = slot7;

    vail_dec_rows #(.Lanes(Lanes), .Unit(Word)) u_rows (
        .clk_i, .rst_i, .start_i(start), .start_empty_i(start_constant_i), .active7_i(active7), .slot7_i(slot7), .may_start_o(may_start),
        .s_valid_i, .s_ctx_i, .s_data_i, .s_last_i, .s_count_i, .s_room_o, .ready0_o(ready0),
        .limit0_o(limit0), .start_row_o(start_row), .row7_i(row7), .row0_i(row0), .pos0_i(pos0), .slot0_i(m_ctx_o),
        .data2_o(data2)
    );
    vail_dec_deal #(.Lanes(Lanes), .Unit(Word)) u_deal (.clk_i, .at_i(at2), .want_i(want2), .data_i(data2), .data_o(data3));

    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        vail_dec_lane #(.Longest(Longest), .Word(Word)) u_lane (
            .clk_i, .word2_i(word2[i]), .data3_i(data3[i*Word +: Word]), .window5_o(window5[i*Longest +: Longest]),
            .meaning7_i(meaning7[i*M +: M]), .second7_i(second7[i*M +: M]), .active7_i(active7), .words7_i(words7),
            .literals7_i(literals7), .mask7_i(mask7[i]), .escape7_o(escape7[i]), .need_o(need0[i]), .rest_o(rest0[i]),
            .symbol_o(m_data_o[i*8 +: 8]), .zero_o(m_zero_o[i])
        );
    end
    // an address waits for no write: in a cycle without a window nobody looks at what is read
    assign write = book_we_i & book_ready_o;
    for (genvar i = 0; i < Lanes; i = i + 2) begin : g_table
        localparam int A = BookBits + First;
        vail_table #(.Width(M), .AddrWidth(A)) u_table (
            .clk_i, .we_i(write_first), .wdata_i(book_meaning_i),
            .addr0_i(~looking5 ? address : {book5, window5[i*Longest +: First]}),
            .addr1_i({book5, window5[(i+1)*Longest +: First]}), .entry0_o(meaning7[i*M +: M]), .entry1_o(meaning7[(i+1)*M +: M])
        );
    end
    if (Longest > 8) begin : g_long
        localparam int B = BookBits + Second;
        localparam int L = Longest - Second;     // bits below the last ones
        assign address     = {book_addr_i[Second +: BookBits], book_addr_i[7:0]};
        assign write_first = write & ~book_addr_i[B];
        for (genvar i = 0; i < Lanes; i = i + 2) begin : g_second
            vail_table #(.Width(M), .AddrWidth(B)) u_table (
                .clk_i, .we_i(write & book_addr_i[B]), .wdata_i(book_meaning_i),
                .addr0_i(~looking5 ? book_addr_i[B-1:0] : {book5, window5[i*Longest+L +: Second]}),
                .addr1_i({book5, window5[(i+1)*Longest+L +: Second]}), .entry0_o(second7[i*M +: M]),
                .entry1_o(second7[(i+1)*M +: M])
            );
        end
    end else begin : g_short
        assign address     = book_addr_i;
        assign write_first = write;
        assign second7     = '0;
    end

    assign m_fault_o = ~m_last_o       ? vail_pkg::FaultNone
                     : wrong           ? vail_pkg::FaultSymbolCountMismatch
                     : (rest0 != '0)   ? vail_pkg::FaultPaddingNonzero
                                       : vail_pkg::FaultNone;
endmodule
