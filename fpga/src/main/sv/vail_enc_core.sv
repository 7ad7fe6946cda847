// Encoder core: steps of Lanes symbols in, the words and literals of B-10 and B-11 out, packed into
// beats of Lanes bytes (Wide: 2·Lanes). s_data_i has t of B-05, s_literal_i the symbols themselves;
// without a bias both are the same. A block's last beat may be short, and none is empty. An entry of a book
// comes in the place of a step, with the symbol it is for in every even lane.
// Longest says which books it takes: 4 those of Dual Length Codes (C-21), 8 all short ones; more takes long
// books (C-02) in words of 16 bits, and beats of 2·Lanes bytes. Without ESC (Escapes=0), as with Quad Length
// Codes (C-22), these are Lanes whole words, so that keep and count tell words.
`default_nettype none
module vail_enc_core #(
    parameter int Lanes     = 8,
    parameter int Wide      = 0,
    parameter int LookAhead = 15,   // ceil((2·Word - 1) / shortest code) steps
    parameter int Longest   = 8,    // code, in bits
    parameter int Escapes   = 1,    // books may have ESC
    parameter int Books     = 4,
    parameter int BookBits  = $clog2(Books),
    parameter int Word      = (Longest > 8) ? 16 : 8,
    parameter int Unit      = (Escapes != 0) ? 8 : Word,    // bits that find their place together
    parameter int Bytes     = (Lanes << Wide) * Word / Unit,
    parameter int EntryBits = 1 + vail_pkg::LengthBits + Longest
) (
    input  wire logic                                   clk_i,
    input  wire logic                                   rst_i,
    input  wire logic                                   book_we_i,      // not with s_valid_i; for s_data_i of s_book_i
    input  wire logic [EntryBits-1:0]                   book_entry_i,   // escape, length, code
    input  wire logic                                   s_valid_i,
    output      logic                                   s_ready_o,
    input  wire logic [Lanes*vail_pkg::SymbolBits-1:0]  s_data_i,
    input  wire logic [Lanes*vail_pkg::SymbolBits-1:0]  s_literal_i,
    input  wire logic [Lanes-1:0]                       s_keep_i,
    input  wire logic                                   s_last_i,
    input  wire logic [BookBits-1:0]                    s_book_i,
    output      logic                                   m_valid_o,
    input  wire logic                                   m_ready_i,
    output      logic [Bytes*Unit-1:0]                  m_data_o,
    output      logic [Bytes-1:0]                       m_keep_o,
    output      logic [$clog2(Bytes)-1:0]               m_count_o,      // of m_keep_o, 0 for all
    output      logic                                   m_last_o
);
    localparam int AtBits   = $clog2(Bytes) + 2;
    localparam int FillBits = $clog2(Bytes) + 1;
    localparam int S        = vail_pkg::SymbolBits;
    localparam int E        = EntryBits;

`ifndef __ICARUS__
    if (Lanes != 4 && Lanes != 8 && Lanes != 16 && Lanes != 32) $fatal(1, "Lanes must be 4, 8, 16 or 32");
    if (Bytes > 32) $fatal(1, "a bus of more than 32 bytes has no network");
    if (Longest < 1 || Longest > 15 || (Wide != 0 && Word != 8)) $fatal(1, "codes of at most 15 bits; Wide wants words of 8");
    if (LookAhead < 2 || LookAhead > 16) $fatal(1, "LookAhead must be 2 to 16 steps");
    if (Books < 2) $fatal(1, "at least two books");
`endif

    // Front: accept, look up.
    logic               write_q, left, valid, last, flush, flush_end;
    logic [Lanes-1:0]   keep;
    logic [Lanes*S-1:0] lookup, symbols;
    logic [BookBits-1:0] book_q;
    logic [E-1:0]       entry_q;
    logic [Lanes*E-1:0] entries;

    always_ff @(posedge clk_i) {write_q, entry_q, book_q} <= {book_we_i, book_entry_i, s_book_i};
    vail_enc_accept #(.Lanes(Lanes)) u_accept (
        .clk_i, .rst_i, .s_valid_i, .s_ready_o, .s_data_i, .s_literal_i, .s_keep_i, .s_last_i, .left_i(left),
        .lookup_o(lookup), .literal_o(symbols), .keep_o(keep), .valid_o(valid), .last_o(last), .flush_o(flush),
        .flush_end_o(flush_end)
    );
    for (genvar i = 0; i < Lanes; i = i + 2) begin : g_table
        vail_table #(.Width(E), .AddrWidth(S + BookBits)) u_table (
            .clk_i, .we_i(write_q), .wdata_i(entry_q), .addr0_i({book_q, lookup[i*S +: S]}),
            .addr1_i({book_q, lookup[(i+1)*S +: S]}), .entry0_o(entries[i*E +: E]), .entry1_o(entries[(i+1)*E +: E])
        );
    end

    // Lanes and their word FIFOs.
    logic [Lanes-1:0]   need, escape, escape_q, read;
    logic [Lanes*Word-1:0] words, words_q;
    for (genvar i = 0; i < Lanes; i++) begin : g_lane
        logic [Word-1:0] word;
        logic            push;
        assign escape[i] = (Escapes != 0) & entries[i*E + E-1] & keep[i];
        vail_enc_lane #(.Longest(Longest), .Word(Word)) u_lane (
            .clk_i, .rst_i, .valid_i(keep[i]), .flush_i(flush), .flush_end_i(flush_end),
            .code_i(entries[i*E +: Longest]), .length_i(entries[i*E+Longest +: vail_pkg::LengthBits]),
            .need_o(need[i]), .push_o(push), .word_o(word)
        );
        vail_enc_words #(.Word(Word)) u_words (
            .clk_i, .rst_i, .push_i(push), .word_i(word), .pop_i(read[i]), .word_o(words[i*Word +: Word])
        );
    end

    // Steps wait for their words, then leave as beats.
    logic               step_q, step_last_q, available, room, is_literals, is_end;
    logic [Lanes*S-1:0] step_symbols_q, literals, literals_q;
    logic [(Lanes<<Wide)-1:0] step_take;
    logic [Bytes-1:0]   take;
    vail_enc_release #(.LookAhead(LookAhead)) u_release (
        .clk_i, .rst_i, .valid_i(valid), .flush_end_i(flush_end), .left_i(left), .available_o(available)
    );
    vail_enc_beats #(.Lanes(Lanes), .Wide(Wide), .Escapes(Escapes)) u_beats (
        .clk_i, .rst_i, .push_i(step_q), .last_i(step_last_q), .need_i(need), .escape_i(escape_q),
        .symbols_i(step_symbols_q), .available_i(available), .room_i(room), .left_o(left),
        .take_o(step_take), .literals_o(is_literals), .end_o(is_end), .literal_bytes_o(literals)
    );

    // Bytes find their places and are packed.
    logic [Bytes-1:0]            take4, take5, take6;
    logic                        literals4, literals6, emit7, end7;
    logic [(Bytes/4)*AtBits-1:0] at5, at6, at7;
    logic [FillBits-1:0]         fill7;
    logic [Bytes*Unit-1:0]       data6, other6, merged;
    vail_enc_place #(.Bytes(Bytes)) u_place (
        .clk_i, .rst_i, .take_i(take), .literals_i(is_literals), .end_i(is_end),
        .take4_o(take4), .literals4_o(literals4), .literals6_o(literals6), .take5_o(take5), .take6_o(take6),
        .at5_o(at5), .at6_o(at6), .at7_o(at7), .fill7_o(fill7), .emit7_o(emit7), .end7_o(end7)
    );
    if (Unit != Word) begin : g_halves
        // a word takes two places, a literal the lower one of the two
        for (genvar i = 0; i < Lanes; i++) begin : g_lane
            assign take[2*i +: 2]     = {step_take[i] & ~is_literals, step_take[i]};
            assign read[i]            = take4[2*i] & ~literals4;
            assign other6[i*16 +: 16] = {8'd0, literals_q[i*8 +: 8]};
        end
        assign data6 = words_q;
    end else begin : g_whole
        assign take = step_take;
        assign read = literals4 ? '0 : take4[Lanes-1:0];
        if (Wide != 0) begin : g_wide
            assign data6  = {literals_q, words_q};
            assign other6 = {literals_q, words_q};
        end else begin : g_narrow
            assign data6  = words_q;
            assign other6 = (Bytes*Unit)'(literals_q);
        end
    end
    vail_enc_merge #(.Bytes(Bytes), .Unit(Unit)) u_merge (
        .clk_i, .take5_i(take5), .take6_i(take6), .at5_i(at5), .at6_i(at6), .at7_i(at7),
        .other6_i(literals6 & (Wide == 0)), .data6_i(data6), .other_data6_i(other6), .data_o(merged)
    );
    vail_enc_pack #(.Bytes(Bytes), .Unit(Unit), .Delay($clog2(Bytes) <= 3 ? 1 : 2)) u_pack (
        .clk_i, .rst_i, .fill_i(fill7), .emit_i(emit7), .end_i(end7), .data_i(merged), .room_o(room),
        .m_valid_o, .m_ready_i, .m_data_o, .m_keep_o, .m_count_o, .m_last_o
    );

    always_ff @(posedge clk_i) begin
        step_q         <= valid & ~rst_i;
        step_last_q    <= last;
        escape_q       <= escape;
        step_symbols_q <= symbols;
        words_q        <= words;
        literals_q     <= literals;
    end
endmodule
