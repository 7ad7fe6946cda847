// A word, Cycles cycles later. Neither reset nor enable, so it becomes shift registers.
`default_nettype none
module vail_delay #(
    parameter int Width  = 1,
    parameter int Cycles = 1
) (
    input  wire logic             clk_i,
    input  wire logic [Width-1:0] data_i,
    output      logic [Width-1:0] data_o
);
    logic [Cycles*Width-1:0] line_q;
    if (Cycles == 1) begin : g_one
        always_ff @(posedge clk_i) line_q <= data_i;
    end else begin : g_more
        always_ff @(posedge clk_i) line_q <= {line_q[(Cycles-1)*Width-1:0], data_i};
    end
    assign data_o = line_q[(Cycles-1)*Width +: Width];
endmodule
