// A FIFO of 32 entries in block RAM, whose register is the output. almost_full_o comes with Slack entries to spare, so
// that a pipeline in front may run dry into it; a push beyond 32 entries is the writer's mistake.
`default_nettype none
module vail_fifo #(
    parameter int Width = 8,
    parameter int Slack = 16
) (
    input  wire logic             clk_i,
    input  wire logic             rst_i,
    input  wire logic             push_i,
    input  wire logic [Width-1:0] data_i,
    output      logic             room_o,
    output      logic             valid_o,
    input  wire logic             ready_i,
    output      logic [Width-1:0] data_o
);
    localparam int Depth = 32;
    logic [4:0] waddr_q, waddr_d, raddr_q, raddr_d;
    logic [5:0] count_q, count_d;
    logic       valid_d, room_d, read;

    always_comb begin
        read    = (count_q != 6'd0) & (~valid_o | ready_i);
        waddr_d = waddr_q + 5'(push_i);
        raddr_d = raddr_q + 5'(read);
        count_d = count_q + 6'(push_i) - 6'(read);
        valid_d = read | (valid_o & ~ready_i);
        room_d  = count_q < 6'(Depth - Slack);
    end

    vail_buffer #(.Width(Width), .AddrWidth(5)) u_ram (
        .clk_i, .we_i(push_i), .waddr_i(waddr_q), .wdata_i(data_i),
        .re_i(read), .raddr_i(raddr_q), .rdata_o(data_o)
    );

    always_ff @(posedge clk_i) begin
        waddr_q <= waddr_d;
        raddr_q <= raddr_d;
        count_q <= count_d;
        valid_o <= valid_d;
        room_o  <= room_d;
        if (rst_i) begin
            waddr_q <= '0;
            raddr_q <= '0;
            count_q <= '0;
            valid_o <= 1'b0;
            room_o  <= 1'b0;
        end
    end

`ifdef FORMAL
`include "vail_fifo_properties.svh"
`endif
endmodule
