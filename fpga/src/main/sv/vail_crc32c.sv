// The register of CRC-32C over beats of 1 to Bytes bytes and over single bytes (B-16). A full beat takes one
// cycle, a short one a cycle for each of its bytes: frames have few of these, and a step of any length would
// cost more than all the rest.
`default_nettype none
module vail_crc32c #(
    parameter int Bytes     = 8,
    parameter int CountBits = $clog2(Bytes)
) (
    input  wire logic                 clk_i,
    input  wire logic                 rst_i,
    input  wire logic                 load_i,    // start from seed_i; no beat in this cycle or on its way
    input  wire logic                 raw_i,     // or from the seed of blocks without a book
    input  wire vail_pkg::crc_t       seed_i,
    input  wire logic                 byte_we_i, // one byte; no beat in this cycle or on its way
    input  wire vail_pkg::symbol_t    byte_i,
    input  wire logic                 valid_i,
    output      logic                 ready_o,
    input  wire logic [CountBits-1:0] from_i,    // the first byte that counts
    input  wire logic [CountBits-1:0] count_i,   // the one behind the last, 0 for all to the end
    input  wire logic [Bytes*8-1:0]   data_i,
    output      logic                 idle_o,    // crc_o has seen every beat
    output      logic [Bytes*8-1:0]   beat_o,    // the last one
    output      vail_pkg::crc_t       crc_o
);
    localparam logic [31:0] Polynomial = 32'h82F63B78;
    // after eight zero bytes
    localparam logic [31:0] RawSeed = 32'h73D74D75;

    // Bits of a step of Size bits that bit r of the register depends on, when it was zero before.
    function automatic logic [Bytes*8-1:0] row(input logic [4:0] r, input int size);
        logic [31:0] column;
        row    = '0;
        column = Polynomial;
        for (int i = size - 1; i >= 0; i--) begin
            row[i] = column[r];
            column = {1'b0, column[31:1]} ^ (column[0] ? Polynomial : 32'd0);
        end
    endfunction

    logic                 beat_q, beat_d, short_q, short_d;
    logic [CountBits-1:0] at_q, at_d, end_q, end_d;     // the next byte of a short beat, and its last one
    logic [Bytes*8-1:0]   bytes_q, bytes_d, sum;
    logic [31:0]          crc_d, whole, single;
    logic [7:0]           step;

    // Four rows share what they have in common: the bits that go to exactly the same of the four.
    assign sum = {bytes_q[Bytes*8-1:32], bytes_q[31:0] ^ crc_o};
    for (genvar g = 0; g < 32; g = g + 4) begin : g_rows
        localparam logic [Bytes*8-1:0] Row0 = row(5'(g), Bytes * 8);
        localparam logic [Bytes*8-1:0] Row1 = row(5'(g + 1), Bytes * 8);
        localparam logic [Bytes*8-1:0] Row2 = row(5'(g + 2), Bytes * 8);
        localparam logic [Bytes*8-1:0] Row3 = row(5'(g + 3), Bytes * 8);
        logic [15:0] share;
        for (genvar m = 0; m < 16; m++) begin : g_share
            assign share[m] = ^(sum & (m[0] ? Row0 : ~Row0) & (m[1] ? Row1 : ~Row1) & (m[2] ? Row2 : ~Row2)
                                    & (m[3] ? Row3 : ~Row3));
        end
        assign whole[g]     = ^(share & 16'hAAAA);
        assign whole[g + 1] = ^(share & 16'hCCCC);
        assign whole[g + 2] = ^(share & 16'hF0F0);
        assign whole[g + 3] = ^(share & 16'hFF00);
    end
    assign step = crc_o[7:0] ^ (byte_we_i ? byte_i : bytes_q[at_q*8 +: 8]);
    for (genvar r = 0; r < 32; r++) begin : g_single
        localparam logic [Bytes*8-1:0] Single = row(5'(r), 8);
        assign single[r] = ^(step & Single[7:0]);
    end

    assign ready_o = ~beat_q | ~short_q | (at_q == end_q);
    assign idle_o  = ~beat_q;
    assign beat_o  = bytes_q;
    always_comb begin
        beat_d  = valid_i | ~ready_o;
        short_d = ready_o ? (from_i | count_i) != '0 : short_q;
        at_d    = ready_o ? from_i : at_q + CountBits'(1);
        end_d   = ready_o ? count_i - CountBits'(1) : end_q;
        bytes_d = (ready_o & valid_i) ? data_i : bytes_q;
        crc_d   = crc_o;
        if (beat_q | byte_we_i) crc_d = (short_q | byte_we_i) ? single ^ {8'd0, crc_o[31:8]} : whole;
    end

    always_ff @(posedge clk_i) begin
        beat_q  <= beat_d & ~rst_i;
        {short_q, at_q, end_q} <= {short_d, at_d, end_d};
        bytes_q <= bytes_d;
        crc_o   <= crc_d;
        if (load_i) crc_o <= seed_i;
        if (load_i & raw_i) crc_o <= RawSeed;
    end
endmodule
