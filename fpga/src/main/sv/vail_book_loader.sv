// Checks a book of 135 bytes (C-07, C-08) and derives the tables of encoder and decoder from its
// lengths (C-05). The codes of canonical order, read as numbers of eight bits with the first bit highest,
// fill 0 to 255 without a gap, so a counter runs through the windows of the decoder (bits reversed) and
// passes the code of every symbol on its way. About 3,000 cycles a book.
`default_nettype none
module vail_book_loader #(
    parameter int LookAhead = 8,
    parameter int BankBits  = 3
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                start_i,
    input  wire vail_pkg::symbol_t   slot_i,
    input  wire logic [BankBits-1:0] bank_i,
    output      logic                busy_o,
    output      logic                done_o,       // for a cycle, with the fault
    output      vail_pkg::fault_t    fault_o,
    output      vail_pkg::symbol_t   center_o,
    output      logic [7:0]          byte_addr_o,  // of the book; the byte comes one cycle later
    input  wire logic [7:0]          byte_i,
    input  wire logic                ready_i,      // the tables take a write now
    output      logic                enc_we_o,     // {bank, t} and {bank, t + 255} -> escape, length, code
    output      logic                dec_we_o,     // {bank, window} -> its meaning
    output      logic [BankBits+8:0] enc_addr_o,
    output      logic [BankBits+7:0] dec_addr_o,
    output      vail_pkg::entry_t    enc_entry_o,
    output      vail_pkg::meaning_t  dec_meaning_o
);
    typedef enum logic [2:0] {Idle, Header, Check, Verdict, Number, Fill, Escape, Done} state_t;
    localparam logic [3:0] Shortest = 4'((15 + LookAhead - 1) / LookAhead);
    // Nibbles of the book: the lengths of symbol 0, of symbol 255 and of the escape.
    localparam logic [8:0] FirstAt = 9'd12, LastAt = 9'd267, EscapeAt = 9'd268;

    state_t              state_q, state_d;
    logic [8:0]          at_q, at_d;          // a nibble of the book; its byte is byte_i
    logic [3:0]          length_q, length_d, length, escape_length_q, escape_length_d;
    logic [7:0]          code_q, code_d, escape_code_q, escape_code_d, rest, first, symbol;
    logic [8:0]          kraft_q, kraft_d, kraft; // of 256; codes beyond the rest are over
    logic                over_q, over_d, gap_q, gap_d, range_q, range_d, magic_q, magic_d, reserved_q, reserved_d;
    logic                long_q, long_d, brief_q, brief_d, again_q, again_d, end_of_book, onward;
    vail_pkg::fault_t    fault_d;
    vail_pkg::symbol_t   center_d;
    logic [BankBits-1:0] bank_q;

    function automatic logic [7:0] reversed(input logic [7:0] bits);
        for (int i = 0; i < 8; i++) reversed[i] = bits[7 - i];
    endfunction

    assign length      = at_q[0] ? byte_i[7:4] : byte_i[3:0];
    assign end_of_book = at_q == EscapeAt;
    assign symbol      = 8'(at_q - FirstAt) - 8'(again_q);
    assign kraft       = kraft_q + (9'd256 >> length);
    // a symbol's codes begin at one whose bits behind the length are zero, and end where all of these are set
    assign rest        = 8'hFF >> length_q;
    assign first       = code_q & ~rest;
    // the byte of the next symbol is asked for while this one is looked at
    assign byte_addr_o = at_d[8:1];

    always_comb begin
        state_d = state_q;  at_d = at_q;  length_d = length_q;  onward = 1'b0;
        escape_length_d = escape_length_q;  escape_code_d = escape_code_q;
        code_d = code_q;  kraft_d = kraft_q;  over_d = over_q;
        gap_d = gap_q;  range_d = range_q;  magic_d = magic_q;  reserved_d = reserved_q;
        long_d = long_q;  brief_d = brief_q;  fault_d = fault_o;  center_d = center_o;
        again_d = again_q;
        case (state_q)
            Idle: begin
                at_d = '0;  kraft_d = '0;  code_d = '0;  length_d = 4'd1;
                {over_d, gap_d, range_d, magic_d, reserved_d, long_d, brief_d} = '0;
                if (start_i) state_d = Header;
            end
            Header: begin
                at_d = at_q + 9'd2;
                case (at_q[3:1])
                    3'd0: magic_d = byte_i != 8'h56;
                    3'd1: magic_d = magic_q | (byte_i != 8'h42);
                    3'd2: magic_d = magic_q | (byte_i != 8'h4B);
                    3'd3: magic_d = magic_q | (byte_i != 8'h31);
                    3'd4: begin reserved_d = byte_i[7:1] != 7'd0;  long_d = byte_i[0]; end
                    default: begin center_d = byte_i;  state_d = Check; end
                endcase
            end
            Check: begin
                at_d = at_q + 9'd1;
                range_d = range_q | (length > 4'd8);
                brief_d = brief_q | ((length != 4'd0) & (length < Shortest));
                if (length == 4'd0) gap_d = gap_q | ~end_of_book;
                else {over_d, kraft_d} = {over_q | (kraft > 9'd256), kraft};
                if (end_of_book) begin
                    reserved_d = reserved_q | (byte_i[7:4] != 4'd0);
                    escape_length_d = length;
                    state_d = Verdict;
                end
            end
            Verdict: begin
                state_d = Done;
                at_d    = FirstAt;
                if (magic_q) fault_d = vail_pkg::FaultBadMagic;
                else if (reserved_q | (slot_i == {8{slot_i[0]}})) fault_d = vail_pkg::FaultReservedNonzero;
                else if (long_q) fault_d = vail_pkg::FaultUnsupportedFeature;
                else if (range_q) fault_d = vail_pkg::FaultLengthRange;
                else if (over_q) fault_d = vail_pkg::FaultOversubscribed;
                else if (~kraft_q[8]) fault_d = vail_pkg::FaultIncomplete;
                else if (gap_q != (escape_length_q != 4'd0)) fault_d = vail_pkg::FaultShape;
                else if (brief_q) fault_d = vail_pkg::FaultUnsupportedFeature;
                else {fault_d, state_d} = {vail_pkg::FaultNone, Number};
            end
            Number: if (length == length_q) state_d = Fill;
            else onward = 1'b1;
            Fill: if (ready_i) begin
                again_d = ~again_q;
                if (again_q) code_d = code_q + 8'd1;
                if (end_of_book) escape_code_d = reversed(first);
                onward = again_q & ((code_q | ~rest) == 8'hFF);
            end
            Escape: if (ready_i | (length != 4'd0)) begin
                again_d = ~again_q & (length == 4'd0);
                if (~again_d) at_d = at_q + 9'd1;
                if (~again_d & (at_q == LastAt)) state_d = Done;
            end
            default: state_d = Idle;
        endcase
        // the next symbol that might have a code of this length, or the first one for the next length
        if (onward) begin
            state_d = Number;
            at_d    = at_q + 9'd1;
            if (end_of_book) begin
                {at_d, length_d} = {FirstAt, length_q + 4'd1};
                if (length_q == 4'd8) state_d = Escape;
            end
        end
    end

    assign busy_o      = state_q != Idle;
    assign done_o      = state_q == Done;
    assign enc_we_o    = (state_q == Fill & ~end_of_book) | (state_q == Escape & (length == 4'd0));
    assign enc_addr_o  = {bank_q, again_q, symbol};
    assign enc_entry_o = (state_q == Fill) ? {1'b0, length_q, reversed(first)} : {1'b1, escape_length_q, escape_code_q};
    assign dec_we_o    = state_q == Fill & ~again_q;
    assign dec_addr_o  = {bank_q, reversed(code_q)};
    assign dec_meaning_o = {(code_q & rest) != '0, at_q == FirstAt, end_of_book, length_q, symbol};

    always_ff @(posedge clk_i) begin
        state_q <= state_d;
        bank_q  <= (state_q == Idle) ? bank_i : bank_q;
        {at_q, length_q, escape_length_q, escape_code_q} <= {at_d, length_d, escape_length_d, escape_code_d};
        {code_q, kraft_q, over_q} <= {code_d, kraft_d, over_d};
        {gap_q, range_q, magic_q, reserved_q, long_q, brief_q, again_q} <=
            {gap_d, range_d, magic_d, reserved_d, long_d, brief_d, again_d};
        {fault_o, center_o} <= {fault_d, center_d};
        if (rst_i) begin
            state_q <= Idle;
            fault_o <= vail_pkg::FaultNone;
            again_q <= 1'b0;
        end
    end
endmodule
