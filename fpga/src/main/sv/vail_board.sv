// vail_kernel with the port names by which AMD's tools know buses: the top of a Vitis kernel (.xo) and of an IP
// for block designs. It adds the constants of AXI4 and turns the reset round, and nothing else.
`default_nettype none
module vail_board #(
    parameter int LookAhead  = 15,
    parameter int EncRowBits = 12,
    parameter int DecRowBits = 14
) (
    input  wire logic         ap_clk,
    input  wire logic         ap_rst_n,
    input  wire logic         s_axi_control_awvalid,
    output      logic         s_axi_control_awready,
    input  wire logic [11:0]  s_axi_control_awaddr,
    input  wire logic         s_axi_control_wvalid,
    output      logic         s_axi_control_wready,
    input  wire logic [31:0]  s_axi_control_wdata,
    input  wire logic [3:0]   s_axi_control_wstrb,
    output      logic         s_axi_control_bvalid,
    input  wire logic         s_axi_control_bready,
    output      logic [1:0]   s_axi_control_bresp,
    input  wire logic         s_axi_control_arvalid,
    output      logic         s_axi_control_arready,
    input  wire logic [11:0]  s_axi_control_araddr,
    output      logic         s_axi_control_rvalid,
    input  wire logic         s_axi_control_rready,
    output      logic [31:0]  s_axi_control_rdata,
    output      logic [1:0]   s_axi_control_rresp,
    output      logic         m_axi_job_arvalid,
    input  wire logic         m_axi_job_arready,
    output      logic [63:0]  m_axi_job_araddr,
    output      logic [7:0]   m_axi_job_arlen,
    output      logic [2:0]   m_axi_job_arsize,
    output      logic [1:0]   m_axi_job_arburst,
    output      logic [3:0]   m_axi_job_arcache,
    output      logic [2:0]   m_axi_job_arprot,
    input  wire logic         m_axi_job_rvalid,
    output      logic         m_axi_job_rready,
    input  wire logic [127:0] m_axi_job_rdata,
    input  wire logic [1:0]   m_axi_job_rresp,
    input  wire logic         m_axi_job_rlast,
    output      logic         m_axi_job_awvalid,
    input  wire logic         m_axi_job_awready,
    output      logic [63:0]  m_axi_job_awaddr,
    output      logic [7:0]   m_axi_job_awlen,
    output      logic [2:0]   m_axi_job_awsize,
    output      logic [1:0]   m_axi_job_awburst,
    output      logic [3:0]   m_axi_job_awcache,
    output      logic [2:0]   m_axi_job_awprot,
    output      logic         m_axi_job_wvalid,
    input  wire logic         m_axi_job_wready,
    output      logic [127:0] m_axi_job_wdata,
    output      logic [15:0]  m_axi_job_wstrb,
    output      logic         m_axi_job_wlast,
    input  wire logic         m_axi_job_bvalid,
    output      logic         m_axi_job_bready,
    input  wire logic [1:0]   m_axi_job_bresp,
    output      logic         m_axi_mem_arvalid,
    input  wire logic         m_axi_mem_arready,
    output      logic [63:0]  m_axi_mem_araddr,
    output      logic [7:0]   m_axi_mem_arlen,
    output      logic [2:0]   m_axi_mem_arsize,
    output      logic [1:0]   m_axi_mem_arburst,
    output      logic [3:0]   m_axi_mem_arcache,
    output      logic [2:0]   m_axi_mem_arprot,
    input  wire logic         m_axi_mem_rvalid,
    output      logic         m_axi_mem_rready,
    input  wire logic [127:0] m_axi_mem_rdata,
    input  wire logic [1:0]   m_axi_mem_rresp,
    input  wire logic         m_axi_mem_rlast,
    output      logic         m_axi_mem_awvalid,
    input  wire logic         m_axi_mem_awready,
    output      logic [63:0]  m_axi_mem_awaddr,
    output      logic [7:0]   m_axi_mem_awlen,
    output      logic [2:0]   m_axi_mem_awsize,
    output      logic [1:0]   m_axi_mem_awburst,
    output      logic [3:0]   m_axi_mem_awcache,
    output      logic [2:0]   m_axi_mem_awprot,
    output      logic         m_axi_mem_wvalid,
    input  wire logic         m_axi_mem_wready,
    output      logic [127:0] m_axi_mem_wdata,
    output      logic [15:0]  m_axi_mem_wstrb,
    output      logic         m_axi_mem_wlast,
    input  wire logic         m_axi_mem_bvalid,
    output      logic         m_axi_mem_bready,
    input  wire logic [1:0]   m_axi_mem_bresp,
    output      logic         interrupt
);
    // Beats of 16 bytes, ascending, bufferable and modifiable, without privileges.
    localparam logic [2:0] Beat       = 3'd4;
    localparam logic [1:0] Ascending  = 2'b01;
    localparam logic [3:0] Modifiable = 4'b0011;
    logic rst_q, unused;

    assign unused = &{1'b0, s_axi_control_wstrb, s_axi_control_awaddr[11], s_axi_control_araddr[11]};
    assign {s_axi_control_bresp, s_axi_control_rresp} = '0;
    assign {m_axi_job_arsize, m_axi_job_arburst, m_axi_job_arcache, m_axi_job_arprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_job_awsize, m_axi_job_awburst, m_axi_job_awcache, m_axi_job_awprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_mem_arsize, m_axi_mem_arburst, m_axi_mem_arcache, m_axi_mem_arprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_mem_awsize, m_axi_mem_awburst, m_axi_mem_awcache, m_axi_mem_awprot} = {Beat, Ascending, Modifiable, 3'd0};
    assign {m_axi_job_awlen, m_axi_job_wstrb, m_axi_job_wlast} = {8'd0, 16'hFFFF, 1'b1};
    assign {m_axi_job_bready, m_axi_mem_bready} = 2'b11;
    always_ff @(posedge ap_clk) rst_q <= ~ap_rst_n;

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
