// An AXI4-Lite subordinate of one outstanding access: a write is a strobe with address and data, a read
// an address whose data comes one cycle later. Byte strobes are not looked at: registers are words.
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
    logic write, read, bvalid_d, rvalid_d;

    always_comb begin
        // address and data are taken together, and only when the answer before has been
        write    = awvalid_i & wvalid_i & (~bvalid_o | bready_i);
        read     = arvalid_i & (~rvalid_o | rready_i);
        bvalid_d = write | (bvalid_o & ~bready_i);
        rvalid_d = read | (rvalid_o & ~rready_i);
    end
    assign awready_o = write;
    assign wready_o  = write;
    assign arready_o = read;
    assign we_o      = write;
    assign waddr_o   = awaddr_i;
    assign wdata_o   = wdata_i;
    assign raddr_o   = araddr_i;

    always_ff @(posedge clk_i) begin
        bvalid_o <= bvalid_d;
        rvalid_o <= rvalid_d;
        rdata_o  <= read ? rdata_i : rdata_o;
        if (rst_i) begin
            bvalid_o <= 1'b0;
            rvalid_o <= 1'b0;
        end
    end

`ifdef FORMAL
`include "vail_axil_properties.svh"
`endif
endmodule
