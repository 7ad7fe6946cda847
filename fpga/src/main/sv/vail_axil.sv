// An AXI4-Lite subordinate of one outstanding access: a write is a strobe with address and data, a read
// an address whose data comes one cycle later. Byte strobes are not looked at: registers are words. Ready
// answers valid one cycle later, when AXI has it stay, so that no path leads from input to output; in a reset
// it waits.
`default_nettype none
module vail_axil #(
    parameter int AddrBits = 9
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                awvalid_i,
    output      logic                awready_o,
    input  wire logic [AddrBits-1:0] awaddr_i,
    input  wire logic                wvalid_i,
    output      logic                wready_o,
    input  wire logic [31:0]         wdata_i,
    output      logic                bvalid_o,
    input  wire logic                bready_i,
    input  wire logic                arvalid_i,
    output      logic                arready_o,
    input  wire logic [AddrBits-1:0] araddr_i,
    output      logic                rvalid_o,
    input  wire logic                rready_i,
    output      logic [31:0]         rdata_o,
    output      logic                we_o,
    output      logic [AddrBits-1:0] waddr_o,
    output      logic [31:0]         wdata_o,
    output      logic [AddrBits-1:0] raddr_o,
    input  wire logic [31:0]         rdata_i
);
    logic write_q, write_d, read_q, read_d, read, bvalid_d, rvalid_d;

    always_comb begin
        // address and data are taken together, and only when the answer before has been
        write_d  = awvalid_i & wvalid_i & ~write_q & (~bvalid_o | bready_i);
        read_d   = arvalid_i & ~read_q & (~rvalid_o | rready_i);
        bvalid_d = we_o | (bvalid_o & ~bready_i);
        rvalid_d = read | (rvalid_o & ~rready_i);
    end
    assign awready_o = write_q & ~rst_i;
    assign wready_o  = awready_o;
    assign arready_o = read_q & ~rst_i;
    assign we_o      = awready_o;
    assign read      = arready_o;
    assign waddr_o   = awaddr_i;
    assign wdata_o   = wdata_i;
    assign raddr_o   = araddr_i;

    always_ff @(posedge clk_i) begin
        {write_q, read_q, bvalid_o, rvalid_o} <= {write_d, read_d, bvalid_d, rvalid_d};
        rdata_o  <= read ? rdata_i : rdata_o;
        if (rst_i) {write_q, read_q, bvalid_o, rvalid_o} <= '0;
    end

`ifdef FORMAL
`include "vail_axil_properties.svh"
`endif
endmodule
