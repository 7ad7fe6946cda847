// A block, row by row: written once, then read from its first row as often as is asked for.
`default_nettype none
module vail_enc_kept #(
    parameter int Width   = 64,
    parameter int RowBits = 9
) (
    input  wire logic             clk_i,
    input  wire logic             rst_i,
    input  wire logic             write_i,
    input  wire logic [Width-1:0] data_i,
    input  wire logic             rewind_i,   // write or read from the first row on
    input  wire logic             read_i,     // this is for reading
    output      logic             valid_o,    // a row
    input  wire logic             take_i,
    output      logic [Width-1:0] data_o
);
    logic [RowBits-1:0] row_q, row_d;
    logic               valid_d, read;

    always_comb begin
        read    = read_i & (~valid_o | take_i);
        row_d   = row_q + RowBits'({write_i | read});
        valid_d = read | (valid_o & ~take_i);
        if (rewind_i) begin
            row_d   = '0;
            valid_d = 1'b0;
        end
    end
    vail_buffer #(.Width(Width), .AddrWidth(RowBits)) u_rows (
        .clk_i, .we_i(write_i), .waddr_i(row_q), .wdata_i(data_i), .re_i(read), .raddr_i(row_q), .rdata_o(data_o)
    );

    always_ff @(posedge clk_i) begin
        row_q   <= row_d;
        valid_o <= valid_d & ~rst_i;
    end
endmodule
