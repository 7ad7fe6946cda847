// Die to die: a block encoder, flits of 64 bytes with credits over Wire cycles of distance, a block
// decoder. Made to measure latency and to show how the parts go together. The registers of the encoder's
// books lie at 0x000, those of the decoder's at 0x200.
`default_nettype none
module vail_link #(
    parameter int Lanes   = 16,
    parameter int Wire    = 1,
    parameter int Credits = 16,
    parameter int Select  = 1,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               awvalid_i,
    output      logic               awready_o,
    input  wire logic [9:0]         awaddr_i,
    input  wire logic               wvalid_i,
    output      logic               wready_o,
    input  wire logic [31:0]        wdata_i,
    output      logic               bvalid_o,
    input  wire logic               bready_i,
    input  wire logic               arvalid_i,
    output      logic               arready_o,
    input  wire logic [9:0]         araddr_i,
    output      logic               rvalid_o,
    input  wire logic               rready_i,
    output      logic [31:0]        rdata_o,
    input  wire logic               cmd_valid_i,
    output      logic               cmd_ready_o,
    input  wire vail_pkg::symbol_t  cmd_slot_i,
    input  wire vail_pkg::symbol_t  cmd_epoch_i,
    input  wire vail_pkg::symbol_t  cmd_bias_i,
    input  wire vail_pkg::rule_t    cmd_rule_i,
    input  wire logic               cmd_best_i,
    input  wire logic               cmd_constant_i,
    input  wire logic               cmd_streamed_i,
    input  wire logic [15:0]        cmd_count_i,
    input  wire logic               s_valid_i,
    output      logic               s_ready_o,
    input  wire logic [Lanes*8-1:0] s_data_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o,
    output      logic               m_provisional_o,
    output      vail_pkg::fault_t   m_fault_o
);
    logic               e_awready, d_awready, e_wready, d_wready, e_bvalid, d_bvalid;
    logic               e_arready, d_arready, e_rvalid, d_rvalid, e_aw, d_aw, e_ar, d_ar;
    logic [31:0]        e_rdata, d_rdata;
    logic               e_valid, e_ready, e_last, d_valid, d_ready, d_last;
    logic [Lanes*8-1:0] e_data, d_data;
    logic [PosBits-1:0] e_count, d_count;
    logic               near_valid, near_last, near_credit, far_valid, far_last, far_credit;
    logic [511:0]       near_data, far_data;
    logic [5:0]         near_bytes, far_bytes;

    // One access at a time: nothing is asked of a side before the other's answer has been taken.
    assign e_aw      = ~awaddr_i[9] & ~d_bvalid;
    assign d_aw      = awaddr_i[9] & ~e_bvalid;
    assign e_ar      = ~araddr_i[9] & ~d_rvalid;
    assign d_ar      = araddr_i[9] & ~e_rvalid;
    assign awready_o = e_awready | d_awready;
    assign wready_o  = e_wready | d_wready;
    assign bvalid_o  = e_bvalid | d_bvalid;
    assign arready_o = e_arready | d_arready;
    assign rvalid_o  = e_rvalid | d_rvalid;
    assign rdata_o   = d_rvalid ? d_rdata : e_rdata;

    vail_enc_block #(.Lanes(Lanes), .Select(Select)) u_encoder (
        .clk_i, .rst_i, .awvalid_i(awvalid_i & e_aw), .awready_o(e_awready), .awaddr_i(awaddr_i[8:0]),
        .wvalid_i(wvalid_i & e_aw), .wready_o(e_wready), .wdata_i, .bvalid_o(e_bvalid), .bready_i,
        .arvalid_i(arvalid_i & e_ar), .arready_o(e_arready), .araddr_i(araddr_i[8:0]),
        .rvalid_o(e_rvalid), .rready_i, .rdata_o(e_rdata), .cmd_valid_i, .cmd_ready_o, .cmd_slot_i,
        .cmd_epoch_i, .cmd_bias_i, .cmd_rule_i, .cmd_best_i, .cmd_constant_i, .cmd_streamed_i, .cmd_count_i,
        .s_valid_i, .s_ready_o, .s_data_i, .m_valid_o(e_valid), .m_ready_i(e_ready), .m_data_o(e_data), .m_count_o(e_count),
        .m_last_o(e_last), .refused_o()
    );
    vail_flit_tx #(.Lanes(Lanes), .Credits(Credits)) u_tx (
        .clk_i, .rst_i, .s_valid_i(e_valid), .s_ready_o(e_ready), .s_data_i(e_data), .s_count_i(e_count),
        .s_last_i(e_last), .credit_i(near_credit), .flit_valid_o(near_valid), .flit_data_o(near_data),
        .flit_bytes_o(near_bytes), .flit_last_o(near_last)
    );
    vail_delay #(.Width(520), .Cycles(Wire)) u_wire (
        .clk_i, .data_i({near_valid & ~rst_i, near_last, near_bytes, near_data}),
        .data_o({far_valid, far_last, far_bytes, far_data})
    );
    vail_delay #(.Width(1), .Cycles(Wire)) u_back (.clk_i, .data_i(far_credit & ~rst_i), .data_o(near_credit));
    vail_flit_rx #(.Lanes(Lanes), .Credits(Credits)) u_rx (
        .clk_i, .rst_i, .flit_valid_i(far_valid), .flit_data_i(far_data), .flit_bytes_i(far_bytes),
        .flit_last_i(far_last), .credit_o(far_credit), .m_valid_o(d_valid), .m_ready_i(d_ready),
        .m_data_o(d_data), .m_count_o(d_count), .m_last_o(d_last)
    );
    vail_dec_block #(.Lanes(Lanes), .Through(1)) u_decoder (
        .clk_i, .rst_i, .awvalid_i(awvalid_i & d_aw), .awready_o(d_awready), .awaddr_i(awaddr_i[8:0]),
        .wvalid_i(wvalid_i & d_aw), .wready_o(d_wready), .wdata_i, .bvalid_o(d_bvalid), .bready_i,
        .arvalid_i(arvalid_i & d_ar), .arready_o(d_arready), .araddr_i(araddr_i[8:0]),
        .rvalid_o(d_rvalid), .rready_i, .rdata_o(d_rdata), .s_valid_i(d_valid), .s_ready_o(d_ready),
        .s_data_i(d_data), .s_count_i(d_count), .s_last_i(d_last), .m_valid_o, .m_ready_i, .m_data_o,
        .m_count_o, .m_last_o, .m_provisional_o, .m_fault_o
    );
endmodule
