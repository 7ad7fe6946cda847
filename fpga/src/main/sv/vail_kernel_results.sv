// Writes results one after the other, a beat each, and says when one has arrived.
`default_nettype none
module vail_kernel_results (
    input  wire logic         clk_i,
    input  wire logic         rst_i,
    input  wire logic         start_i,
    input  wire logic [59:0]  first_i,     // where the first result goes, in beats
    input  wire logic         s_valid_i,
    output      logic         s_ready_o,
    input  wire logic [127:0] s_data_i,
    output      logic         awvalid_o,
    input  wire logic         awready_i,
    output      logic [63:0]  awaddr_o,
    output      logic         wvalid_o,
    input  wire logic         wready_i,
    output      logic [127:0] wdata_o,
    input  wire logic         bvalid_i,
    output      logic         quiet_o
);
    logic [59:0]  beat_q, beat_d;
    logic         awvalid_d, wvalid_d, take, placed;
    logic [127:0] wdata_d;
    logic [2:0]   awaited_q, awaited_d;

    assign take      = s_valid_i & s_ready_o;
    assign placed    = awvalid_o & awready_i;
    assign s_ready_o = ~awvalid_o & ~wvalid_o & (awaited_q < 3'd4);
    assign awaddr_o  = {beat_q, 4'd0};
    assign quiet_o   = ~awvalid_o & ~wvalid_o & (awaited_q == '0);

    always_comb begin
        beat_d    = beat_q + 60'(placed);
        awvalid_d = awvalid_o & ~awready_i;
        wvalid_d  = wvalid_o & ~wready_i;
        wdata_d   = wdata_o;
        awaited_d = awaited_q + 3'(take) - 3'(bvalid_i);
        if (take) {awvalid_d, wvalid_d, wdata_d} = {2'b11, s_data_i};
        if (start_i) beat_d = first_i;
    end

    always_ff @(posedge clk_i) begin
        {beat_q, awvalid_o, wvalid_o, wdata_o, awaited_q} <= {beat_d, awvalid_d, wvalid_d, wdata_d, awaited_d};
        if (rst_i) {awvalid_o, wvalid_o, awaited_q} <= '0;
    end

`ifdef FORMAL
`include "vail_kernel_results_properties.svh"
`endif
endmodule
