// Widths and numbers of the bitstream; each cites its clause in core/spec.
`default_nettype none
package vail_pkg;
    // Icarus binds no package constant in a type of the package, so the widths stand here as numbers.
    typedef logic [7:0]  symbol_t;
    typedef logic [7:0]  word_t;
    typedef logic [3:0]  length_t;
    typedef logic [12:0] entry_t;
    typedef logic [14:0] meaning_t;
    typedef logic [16:0] count_t;
    typedef logic [31:0] crc_t;
    typedef logic [4:0]  fault_t;
    typedef logic [1:0]  rule_t;

    // B-01: a symbol is a number from 0 to 255.
    localparam int SymbolBits = 8;
    // C-02: lengths of a short book do not exceed 8; B-08: its lanes may take words of 8 bits.
    localparam int WordBits   = 8;
    localparam int LengthBits = 4;
    // A table entry: escape flag, length, and code (encoder) or symbol (decoder), bits 12, 11-8, 7-0.
    localparam int EntryBits  = 1 + LengthBits + SymbolBits;
    // The decoder's says two things more: bits of the window behind the code are not zero (14); the symbol is 0 (13).
    localparam int MeaningBits = EntryBits + 2;
    // B-01: at most 65,536 symbols, so a count needs 17 bits.
    localparam int CountBits  = 17;
    // B-15, B-16: head and tail take six bytes each; the tail is a size and a check.
    localparam int HeadBytes  = 6;
    localparam int TailBytes  = 6;
    // B-15: the slot of raw and of constant blocks, and the version in bits 6-7 of byte 2.
    localparam symbol_t SlotRaw      = 8'd0;
    localparam symbol_t SlotConstant = 8'd255;
    // B-20: a streamed block has at most 16,384 symbols.
    localparam count_t MostStreamed  = 17'd16384;

    // B-06, B-07, B-25: a bias that is given, of the block before, of the block's own mean, and the three
    // of the list mean, mean - 1, mean + 1. Bit 1 says that the block's own mean is wanted.
    localparam rule_t RuleGiven    = 2'd0;
    localparam rule_t RulePrevious = 2'd1;
    localparam rule_t RuleMean     = 2'd2;
    localparam rule_t RuleThree    = 2'd3;

    // F-01 to F-24: the numbers are the same wherever a fault is reported.
    localparam fault_t FaultNone                = 5'd0;
    localparam fault_t FaultTruncated           = 5'd1;
    localparam fault_t FaultBadMagic            = 5'd2;
    localparam fault_t FaultUnsupportedVersion  = 5'd3;
    localparam fault_t FaultReservedNonzero     = 5'd4;
    localparam fault_t FaultBadField            = 5'd5;
    localparam fault_t FaultLimitExceeded       = 5'd7;
    localparam fault_t FaultCodebookUnknown     = 5'd8;
    localparam fault_t FaultOversubscribed      = 5'd10;
    localparam fault_t FaultIncomplete          = 5'd11;
    localparam fault_t FaultLengthRange         = 5'd12;
    localparam fault_t FaultShape               = 5'd13;
    localparam fault_t FaultInvalidCodeword     = 5'd14;
    localparam fault_t FaultSymbolCountMismatch = 5'd15;
    localparam fault_t FaultLaneLayout          = 5'd16;
    localparam fault_t FaultPaddingNonzero      = 5'd17;
    localparam fault_t FaultTrailingData        = 5'd18;
    localparam fault_t FaultChecksum            = 5'd19;
    localparam fault_t FaultOutputTooSmall      = 5'd20;
    localparam fault_t FaultBadArgument         = 5'd21;
    localparam fault_t FaultUnsupportedFeature  = 5'd22;
endpackage
