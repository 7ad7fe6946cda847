// The first fault of a frame in the order of B-21, as far as it is known before its payload is decoded;
// combinational. The check was found good or not.
`default_nettype none
module vail_dec_verdict #(
    parameter int Lanes    = 8,
    parameter int RowBits  = 10,
    parameter int LessBits = RowBits + $clog2(Lanes)
) (
    input  wire logic [47:0]         head_i,
    input  wire logic [15:0]         size_less_i,   // of the tail
    input  wire logic [LessBits-1:0] less_i,        // bytes of the frame less one
    input  wire logic                long_i,        // the frame is longer than its buffer
    input  wire logic                known_i,
    input  wire logic                check_good_i,
    output      logic                raw_o,
    output      logic                constant_o,
    output      logic                through_o,     // nothing in the head speaks against decoding a streamed block
    output      vail_pkg::fault_t    fault_o
);
    // A frame buffer of 2^RowBits rows holds any streamed payload of this many symbols.
    localparam logic [17:0] Most = 18'(Lanes * ((1 << (RowBits - 1)) - 2));
    localparam int LeftBits = ((LessBits > 16) ? LessBits : 16) + 1;
    logic [7:0]  slot, epoch, modes, bias;
    logic [15:0] count;         // less one
    logic [LeftBits-1:0] left;  // what there is beyond the size; missing where it is negative
    logic        coded, streamed, other, brief, much, beyond;

    assign {bias, modes, epoch, slot} = head_i[31:0];
    assign count      = head_i[47:32];
    assign much       = {1'b0, count} >= vail_pkg::MostStreamed;
    assign beyond     = {2'd0, count} >= Most;
    assign brief      = ~long_i & (less_i < LessBits'(12));   // no payload
    assign left       = LeftBits'(less_i) - LeftBits'(12) - LeftBits'(size_less_i);
    assign raw_o      = slot == vail_pkg::SlotRaw;
    assign constant_o = slot == vail_pkg::SlotConstant;
    assign coded      = ~raw_o & ~constant_o;
    assign streamed   = modes[5];
    // legal in the format, not in this hardware
    assign other      = coded & (modes[4:0] != 5'($clog2(Lanes)));
    assign through_o  = coded & streamed & known_i & ~other & (modes[7:6] == 2'd1) & (bias != 8'd255)
                      & ~much & ~beyond & ~brief;

    always_comb begin
        fault_o = vail_pkg::FaultNone;
        if (~long_i & (less_i < LessBits'(5))) fault_o = vail_pkg::FaultTruncated;
        else if (modes[7:6] != 2'd1) fault_o = vail_pkg::FaultUnsupportedVersion;
        else if (coded & ((modes[2:0] == 3'd7) | (modes[4:3] == 2'd3))) fault_o = vail_pkg::FaultReservedNonzero;
        else if (~coded & ((modes[4:0] != 5'd0) | (epoch != 8'd0) | (bias != 8'd0)))
            fault_o = vail_pkg::FaultReservedNonzero;
        else if (coded & ~known_i) fault_o = vail_pkg::FaultCodebookUnknown;
        else if (bias == 8'd255) fault_o = vail_pkg::FaultBadField;
        else if (~long_i & (less_i < LessBits'(11))) fault_o = vail_pkg::FaultTruncated;
        else if (streamed & much) fault_o = vail_pkg::FaultBadField;
        else if (constant_o & (count == '0)) fault_o = vail_pkg::FaultBadField;
        else if (raw_o & (size_less_i != count)) fault_o = vail_pkg::FaultBadField;
        else if (constant_o & (size_less_i != '0)) fault_o = vail_pkg::FaultBadField;
        else if (coded & ~streamed & (size_less_i >= count)) fault_o = vail_pkg::FaultBadField;
        else if (beyond | long_i) fault_o = vail_pkg::FaultLimitExceeded;
        else if (left[LeftBits-1]) fault_o = vail_pkg::FaultTruncated;
        else if (left != '0) fault_o = vail_pkg::FaultTrailingData;
        else if (~check_good_i) fault_o = vail_pkg::FaultChecksum;
        else if (other) fault_o = vail_pkg::FaultUnsupportedFeature;
    end
endmodule
