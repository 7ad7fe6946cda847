// The register of CRC-32C over beats of 1 to Bytes bytes (B-16). A full beat takes one cycle. A short
// one takes two: leading zeros do not change a register of zero, so the register is added to the first
// bytes, and these are moved to the end of the beat.
`default_nettype none
module vail_crc32c #(
    parameter int Bytes     = 8,
    parameter int CountBits = $clog2(Bytes)
) (
    input  wire logic                 clk_i,
    input  wire logic                 rst_i,
    input  wire logic                 load_i,    // start from seed_i; no beat in this cycle or on its way
    input  wire vail_pkg::crc_t       seed_i,
    input  wire logic                 valid_i,
    output      logic                 ready_o,
    input  wire logic [CountBits-1:0] count_i,   // 0 for all
    input  wire logic [Bytes*8-1:0]   data_i,
    output      logic                 idle_o,    // crc_o has seen every beat
    output      vail_pkg::crc_t       crc_o
);
    // Bits of a beat that bit r of the register depends on, when it was zero before.
    function automatic logic [Bytes*8-1:0] row(input logic [4:0] r);
        logic [31:0] column;
        row    = '0;
        column = 32'h82F63B78;
        for (int i = Bytes * 8 - 1; i >= 0; i--) begin
            row[i] = column[r];
            column = {1'b0, column[31:1]} ^ (column[0] ? 32'h82F63B78 : 32'd0);
        end
    endfunction

    logic                 beat_q, beat_d, moved_q, moved_d, short, take;
    logic [CountBits-1:0] count_q;
    logic [Bytes*8-1:0]   beat_bytes_q, beat_bytes_d, sum, moved, kept;
    logic [31:0]          crc_d, next, rest_q, rest_d;

    logic [CountBits:0]   size;
    assign size = {count_i == '0, count_i};
    for (genvar p = 0; p < Bytes; p++) begin : g_byte
        assign kept[p*8 +: 8] = (size > (CountBits+1)'(p)) ? data_i[p*8 +: 8] : 8'd0;
    end
    // Once moved, the beat holds the register already.
    assign sum = {beat_bytes_q[Bytes*8-1:32], beat_bytes_q[31:0] ^ (moved_q ? 32'd0 : crc_o)};
    for (genvar r = 0; r < 32; r++) begin : g_row
        localparam logic [Bytes*8-1:0] Row = row(5'(r));
        assign next[r] = ^(sum & Row);
    end
    // Bytes of the register beyond a beat of fewer than four would wrap; they wait in rest_q.
    logic [Bytes*8-1:0] low;
    assign low[31:0] = (count_q == CountBits'(1)) ? {24'd0, sum[7:0]}
                     : (count_q == CountBits'(2)) ? {16'd0, sum[15:0]}
                     : (count_q == CountBits'(3)) ? {8'd0, sum[23:0]} : sum[31:0];
    assign low[Bytes*8-1:32] = sum[Bytes*8-1:32];
    vail_rotate #(.Bytes(Bytes)) u_move (.by_i(-count_q), .data_i(low), .data_o(moved));

    assign short   = beat_q & (count_q != '0) & ~moved_q;
    assign ready_o = ~short;
    assign idle_o  = ~beat_q;
    always_comb begin
        take         = valid_i & ~short;
        beat_d       = take | short;
        moved_d      = short;
        beat_bytes_d = short ? moved : kept;
        rest_d       = (count_q == CountBits'(1)) ? {8'd0, crc_o[31:8]}
                     : (count_q == CountBits'(2)) ? {16'd0, crc_o[31:16]}
                     : (count_q == CountBits'(3)) ? {24'd0, crc_o[31:24]} : 32'd0;
        crc_d        = crc_o;
        if (beat_q & ~short) crc_d = next ^ (moved_q ? rest_q : 32'd0);
        if (load_i) crc_d = seed_i;
    end

    always_ff @(posedge clk_i) begin
        beat_q       <= beat_d;
        moved_q      <= moved_d;
        count_q      <= short ? count_q : count_i;
        beat_bytes_q <= beat_bytes_d;
        rest_q       <= rest_d;
        crc_o        <= crc_d;
        if (rst_i) begin
            beat_q  <= 1'b0;
            moved_q <= 1'b0;
        end
    end
endmodule
