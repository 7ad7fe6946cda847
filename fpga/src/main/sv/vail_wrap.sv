// The end of B-05 for two neighbouring lanes: a sum beyond 255 starts again at 1, and zero stays zero. A
// block RAM that nobody writes, read in one cycle; it says as well whether a symbol is zero.
`default_nettype none
module vail_wrap (
    input  wire logic         clk_i,
    input  wire logic         re_i,
    input  wire logic [9:0]   addr0_i,    // zero, sum
    input  wire logic [9:0]   addr1_i,
    output vail_pkg::symbol_t symbol0_o,
    output vail_pkg::symbol_t symbol1_o,
    output      logic         zero0_o,
    output      logic         zero1_o
);
`ifndef VAIL_BLOCK_RAM_ONLY
    (* rom_style = "block" *)
`endif
    logic [8:0] mem_q [0:1023];

    initial begin
        for (int a = 0; a < 1024; a++) begin
            // yosys takes a choice of casts for wider than they are, so there is none beside the flag
            mem_q[a] = (a < 256) ? 9'(a) : (a < 511) ? 9'(a - 255) : 9'd0;
            if (a == 0 || a > 511) mem_q[a] = 9'h100;
        end
    end
    always_ff @(posedge clk_i) begin
        if (re_i) {zero0_o, symbol0_o} <= mem_q[addr0_i];
        if (re_i) {zero1_o, symbol1_o} <= mem_q[addr1_i];
    end
endmodule
