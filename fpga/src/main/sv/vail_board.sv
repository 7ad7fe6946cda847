// vail_kernel with the port names by which AMD's tools know buses: the top of a Vitis kernel (.xo) and of an IP
// for block designs. It adds the constants of AXI4 and turns the reset round, and nothing else. Written in Verilog of 2005,
// because Vivado takes no other for the top of an IP or of a module in a block design.
`default_nettype none
module vail_board #(
    parameter LookAhead  = 15,
    parameter EncRowBits = 12,
    parameter DecRowBits = 14
) (
    input  wire              ap_clk,
    input  wire              ap_rst_n,
    input  wire              s_axi_control_awvalid,
    output wire              s_axi_control_awready,
    input  wire      [11:0]  s_axi_control_awaddr,
    input  wire              s_axi_control_wvalid,
    output wire              s_axi_control_wready,
    input  wire      [31:0]  s_axi_control_wdata,
    input  wire      [3:0]   s_axi_control_wstrb,
    output wire              s_axi_control_bvalid,
    input  wire              s_axi_control_bready,
    output wire      [1:0]   s_axi_control_bresp,
    input  wire              s_axi_control_arvalid,
    output wire              s_axi_control_arready,
    input  wire      [11:0]  s_axi_control_araddr,
    output wire              s_axi_control_rvalid,
    input  wire              s_axi_control_rready,
    output wire      [31:0]  s_axi_control_rdata,
    output wire      [1:0]   s_axi_control_rresp,
    output wire              m_axi_job_arvalid,
    input  wire              m_axi_job_arready,
    output wire      [63:0]  m_axi_job_araddr,
    output wire      [7:0]   m_axi_job_arlen,
    output wire      [2:0]   m_axi_job_arsize,
    output wire      [1:0]   m_axi_job_arburst,
    output wire      [3:0]   m_axi_job_arcache,
    output wire      [2:0]   m_axi_job_arprot,
    input  wire              m_axi_job_rvalid,
    output wire              m_axi_job_rready,
    input  wire      [127:0] m_axi_job_rdata,
    input  wire      [1:0]   m_axi_job_rresp,
    input  wire              m_axi_job_rlast,
    output wire              m_axi_job_awvalid,
    input  wire              m_axi_job_awready,
    output wire      [63:0]  m_axi_job_awaddr,
    output wire      [7:0]   m_axi_job_awlen,
    output wire      [2:0]   m_axi_job_awsize,
    output wire      [1:0]   m_axi_job_awburst,
    output wire      [3:0]   m_axi_job_awcache,
    output wire      [2:0]   m_axi_job_awprot,
    output wire              m_axi_job_wvalid,
    input  wire              m_axi_job_wready,
    output wire      [127:0] m_axi_job_wdata,
    output wire      [15:0]  m_axi_job_wstrb,
    output wire              m_axi_job_wlast,
    input  wire              m_axi_job_bvalid,
    output wire              m_axi_job_bready,
    input  wire      [1:0]   m_axi_job_bresp,
    output wire              m_axi_mem_arvalid,
    input  wire              m_axi_mem_arready,
    output wire      [63:0]  m_axi_mem_araddr,
    output wire      [7:0]   m_axi_mem_arlen,
    output wire      [2:0]   m_axi_mem_arsize,
    output wire      [1:0]   m_axi_mem_arburst,
    output wire      [3:0]   m_axi_mem_arcache,
    output wire      [2:0]   m_axi_mem_arprot,
    input  wire              m_axi_mem_rvalid,
    output wire              m_axi_mem_rready,
    input  wire      [127:0] m_axi_mem_rdata,
    input  wire      [1:0]   m_axi_mem_rresp,
    input  wire              m_axi_mem_rlast,
    output wire              m_axi_mem_awvalid,
    input  wire              m_axi_mem_awready,
    output wire      [63:0]  m_axi_mem_awaddr,
    output wire      [7:0]   m_axi_mem_awlen,
    output wire      [2:0]   m_axi_mem_awsize,
    output wire      [1:0]   m_axi_mem_awburst,
    output wire      [3:0]   m_axi_mem_awcache,
    output wire      [2:0]   m_axi_mem_awprot,
    output wire              m_axi_mem_wvalid,
    input  wire              m_axi_mem_wready,
    output wire      [127:0] m_axi_mem_wdata,
    output wire      [15:0]  m_axi_mem_wstrb,
    output wire              m_axi_mem_wlast,
    input  wire              m_axi_mem_bvalid,
    output wire              m_axi_mem_bready,
    input  wire      [1:0]   m_axi_mem_bresp,
    output wire              interrupt
);
    // Beats of 16 bytes, ascending, bufferable and modifiable, without privileges.
    localparam [2:0] Beat       = 3'd4;
    localparam [1:0] Ascending  = 2'b01;
    localparam [3:0] Modifiable = 4'b0011;
    reg  rst_q;
    wire unused;

    assign unused = &{1'b0, s_axi_control_wstrb, s_axi_control_awaddr[11], s_axi_control_araddr[11]};
    assign {s_axi_control_bresp, s_axi_control_rresp} = 4'd0;
    assign {m_axi_job_arsize, m_axi_job_arburst, m_axi_job_arcache, m_axi_job_arprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_job_awsize, m_axi_job_awburst, m_axi_job_awcache, m_axi_job_awprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_mem_arsize, m_axi_mem_arburst, m_axi_mem_arcache, m_axi_mem_arprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_mem_awsize, m_axi_mem_awburst, m_axi_mem_awcache, m_axi_mem_awprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_job_awlen, m_axi_job_wstrb, m_axi_job_wlast} = {8'd0, 16'hFFFF, 1'b1};
    assign {m_axi_job_bready, m_axi_mem_bready} = 2'b11;
    always @(posedge ap_clk) rst_q <= ~ap_rst_n;

    vail_kernel #(.LookAhead(LookAhead), .EncRowBits(EncRowBits), .DecRowBits(DecRowBits)) u_kernel (
        .clk_i(ap_clk), .rst_i(rst_q), .awvalid_i(s_axi_control_awvalid), .awready_o(s_axi_control_awready),
        .awaddr_i(s_axi_control_awaddr[10:0]), .wvalid_i(s_axi_control_wvalid), .wready_o(s_axi_control_wready),
        .wdata_i(s_axi_control_wdata), .bvalid_o(s_axi_control_bvalid), .bready_i(s_axi_control_bready),
        .arvalid_i(s_axi_control_arvalid), .arready_o(s_axi_control_arready), .araddr_i(s_axi_control_araddr[10:0]),
        .rvalid_o(s_axi_control_rvalid), .rready_i(s_axi_control_rready), .rdata_o(s_axi_control_rdata),
        .job_arvalid_o(m_axi_job_arvalid), .job_arready_i(m_axi_job_arready), .job_araddr_o(m_axi_job_araddr),
        .job_arlen_o(m_axi_job_arlen), .job_rvalid_i(m_axi_job_rvalid), .job_rready_o(m_axi_job_rready),
        .job_rdata_i(m_axi_job_rdata), .job_rresp_i(m_axi_job_rresp), .job_rlast_i(m_axi_job_rlast),
        .job_awvalid_o(m_axi_job_awvalid), .job_awready_i(m_axi_job_awready), .job_awaddr_o(m_axi_job_awaddr),
        .job_wvalid_o(m_axi_job_wvalid), .job_wready_i(m_axi_job_wready), .job_wdata_o(m_axi_job_wdata),
        .job_bvalid_i(m_axi_job_bvalid), .job_bresp_i(m_axi_job_bresp), .mem_arvalid_o(m_axi_mem_arvalid),
        .mem_arready_i(m_axi_mem_arready), .mem_araddr_o(m_axi_mem_araddr), .mem_arlen_o(m_axi_mem_arlen),
        .mem_rvalid_i(m_axi_mem_rvalid), .mem_rready_o(m_axi_mem_rready), .mem_rdata_i(m_axi_mem_rdata),
        .mem_rresp_i(m_axi_mem_rresp), .mem_rlast_i(m_axi_mem_rlast), .mem_awvalid_o(m_axi_mem_awvalid),
        .mem_awready_i(m_axi_mem_awready), .mem_awaddr_o(m_axi_mem_awaddr), .mem_awlen_o(m_axi_mem_awlen),
        .mem_wvalid_o(m_axi_mem_wvalid), .mem_wready_i(m_axi_mem_wready), .mem_wdata_o(m_axi_mem_wdata),
        .mem_wstrb_o(m_axi_mem_wstrb), .mem_wlast_o(m_axi_mem_wlast), .mem_bvalid_i(m_axi_mem_bvalid),
        .mem_bresp_i(m_axi_mem_bresp), .interrupt_o(interrupt)
    );
endmodule
