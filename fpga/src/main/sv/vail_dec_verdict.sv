// The first fault of a frame in the order of B-21, as far as it is known before its payload is decoded;
// combinational. L bytes came; the check was found good or not.
`default_nettype none
module vail_dec_verdict #(
    parameter int Lanes   = 8,
    parameter int RowBits = 10,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic [47:0]       head_i,
    input  wire logic [15:0]       size_less_i,   // of the tail
    input  wire logic [17:0]       bytes_i,       // L, saturating
    input  wire logic              known_i,
    input  wire logic              check_good_i,
    output      logic              raw_o,
    output      logic              constant_o,
    output      logic              through_o,     // nothing in the head speaks against decoding a streamed block
    output      logic              long_o,        // the frame is longer than its buffer
    output      vail_pkg::fault_t  fault_o
);
    // A frame buffer of 2^RowBits rows holds any streamed payload of this many symbols.
    localparam logic [17:0] Most     = 18'(Lanes * ((1 << (RowBits - 1)) - 2));
    localparam logic [18:0] Capacity = 19'(Lanes << RowBits);
    logic [7:0]  slot, epoch, modes, bias;
    logic [17:0] count, size, room;
    logic        coded, streamed, other;

    assign {bias, modes, epoch, slot} = head_i[31:0];
    assign count      = {2'd0, head_i[47:32]} + 18'd1;
    assign size       = {2'd0, size_less_i} + 18'd1;
    assign room       = bytes_i - 18'd12;
    assign raw_o      = slot == vail_pkg::SlotRaw;
    assign constant_o = slot == vail_pkg::SlotConstant;
    assign coded      = ~raw_o & ~constant_o;
    assign streamed   = modes[5];
    // legal in the format, not in this hardware
    assign other      = coded & (modes[4:0] != 5'(PosBits));
    assign long_o     = {1'b0, bytes_i} > Capacity;
    assign through_o  = coded & streamed & known_i & ~other & (modes[7:6] == 2'd1) & (bias != 8'd255)
                      & (count <= {1'b0, vail_pkg::MostStreamed}) & (count <= Most) & (bytes_i > 18'd12);

    always_comb begin
        fault_o = vail_pkg::FaultNone;
        if (bytes_i < 18'd6) fault_o = vail_pkg::FaultTruncated;
        else if (modes[7:6] != 2'd1) fault_o = vail_pkg::FaultUnsupportedVersion;
        else if (coded & ((modes[2:0] == 3'd7) | (modes[4:3] == 2'd3))) fault_o = vail_pkg::FaultReservedNonzero;
        else if (~coded & ((modes[4:0] != 5'd0) | (epoch != 8'd0) | (bias != 8'd0)))
            fault_o = vail_pkg::FaultReservedNonzero;
        else if (coded & ~known_i) fault_o = vail_pkg::FaultCodebookUnknown;
        else if (bias == 8'd255) fault_o = vail_pkg::FaultBadField;
        else if (bytes_i < 18'd12) fault_o = vail_pkg::FaultTruncated;
        else if (streamed & (count > {1'b0, vail_pkg::MostStreamed})) fault_o = vail_pkg::FaultBadField;
        else if (constant_o & (count < 18'd2)) fault_o = vail_pkg::FaultBadField;
        else if (raw_o & (size != count)) fault_o = vail_pkg::FaultBadField;
        else if (constant_o & (size != 18'd1)) fault_o = vail_pkg::FaultBadField;
        else if (coded & ~streamed & (size >= count)) fault_o = vail_pkg::FaultBadField;
        else if ((count > Most) | long_o) fault_o = vail_pkg::FaultLimitExceeded;
        else if (size > room) fault_o = vail_pkg::FaultTruncated;
        else if (size < room) fault_o = vail_pkg::FaultTrailingData;
        else if (~check_good_i) fault_o = vail_pkg::FaultChecksum;
        else if (other) fault_o = vail_pkg::FaultUnsupportedFeature;
    end
endmodule
