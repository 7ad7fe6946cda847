// The block encoder and the block decoder side by side, one of which works in a run.
`default_nettype none
module vail_kernel_coder #(
    parameter int LookAhead  = 15,
    parameter int EncRowBits = 12,
    parameter int DecRowBits = 14
) (
    input  wire logic             clk_i,
    input  wire logic             rst_i,
    input  wire logic             decode_i,
    input  wire logic             enc_awvalid_i,  // registers of the encoder's books
    output      logic             enc_awready_o,
    input  wire logic             enc_wvalid_i,
    output      logic             enc_wready_o,
    output      logic             enc_bvalid_o,
    input  wire logic             enc_arvalid_i,
    output      logic             enc_arready_o,
    output      logic             enc_rvalid_o,
    output      logic [31:0]      enc_rdata_o,
    input  wire logic             dec_awvalid_i,  // of the decoder's
    output      logic             dec_awready_o,
    input  wire logic             dec_wvalid_i,
    output      logic             dec_wready_o,
    output      logic             dec_bvalid_o,
    input  wire logic             dec_arvalid_i,
    output      logic             dec_arready_o,
    output      logic             dec_rvalid_o,
    output      logic [31:0]      dec_rdata_o,
    input  wire logic [8:0]       awaddr_i,       // of both
    input  wire logic [31:0]      wdata_i,
    input  wire logic             bready_i,
    input  wire logic [8:0]       araddr_i,
    input  wire logic             rready_i,
    input  wire logic             cmd_valid_i,
    output      logic             cmd_ready_o,
    input  wire logic [28:0]      cmd_i,          // slot, epoch, bias, rule 25-24, best, constant, streamed
    input  wire logic [15:0]      cmd_count_i,    // symbols less one
    output      vail_pkg::fault_t refused_o,
    input  wire logic             s_valid_i,
    output      logic             s_ready_o,
    input  wire logic [127:0]     s_data_i,
    input  wire logic [3:0]       s_count_i,
    input  wire logic             s_last_i,
    output      logic             m_valid_o,
    input  wire logic             m_ready_i,
    output      logic [127:0]     m_data_o,
    output      logic [3:0]       m_count_o,
    output      logic             m_last_o,
    output      vail_pkg::fault_t m_fault_o
);
    logic             e_ready, d_ready, e_valid, d_valid, e_last, d_last;
    logic [127:0]     e_data, d_data;
    logic [3:0]       e_count, d_count;
    vail_pkg::fault_t d_fault;

    vail_enc_block #(.Lanes(16), .LookAhead(LookAhead), .Select(1), .RowBits(EncRowBits)) u_encoder (
        .clk_i, .rst_i, .awvalid_i(enc_awvalid_i), .awready_o(enc_awready_o), .awaddr_i, .wvalid_i(enc_wvalid_i),
        .wready_o(enc_wready_o), .wdata_i, .bvalid_o(enc_bvalid_o), .bready_i, .arvalid_i(enc_arvalid_i),
        .arready_o(enc_arready_o), .araddr_i, .rvalid_o(enc_rvalid_o), .rready_i, .rdata_o(enc_rdata_o),
        .cmd_valid_i(cmd_valid_i & ~decode_i), .cmd_ready_o, .cmd_slot_i(cmd_i[7:0]), .cmd_epoch_i(cmd_i[15:8]),
        .cmd_bias_i(cmd_i[23:16]), .cmd_rule_i(cmd_i[25:24]), .cmd_best_i(cmd_i[26]), .cmd_constant_i(cmd_i[27]),
        .cmd_streamed_i(cmd_i[28]), .cmd_count_i, .s_valid_i(s_valid_i & ~decode_i), .s_ready_o(e_ready),
        .s_data_i, .m_valid_o(e_valid), .m_ready_i(m_ready_i & ~decode_i), .m_data_o(e_data), .m_count_o(e_count),
        .m_last_o(e_last), .refused_o
    );
    vail_dec_block #(.Lanes(16), .RowBits(DecRowBits)) u_decoder (
        .clk_i, .rst_i, .awvalid_i(dec_awvalid_i), .awready_o(dec_awready_o), .awaddr_i, .wvalid_i(dec_wvalid_i),
        .wready_o(dec_wready_o), .wdata_i, .bvalid_o(dec_bvalid_o), .bready_i, .arvalid_i(dec_arvalid_i),
        .arready_o(dec_arready_o), .araddr_i, .rvalid_o(dec_rvalid_o), .rready_i, .rdata_o(dec_rdata_o),
        .s_valid_i(s_valid_i & decode_i), .s_ready_o(d_ready), .s_data_i, .s_count_i, .s_last_i,
        .m_valid_o(d_valid), .m_ready_i(m_ready_i & decode_i), .m_data_o(d_data), .m_count_o(d_count),
        .m_last_o(d_last), .m_provisional_o(), .m_fault_o(d_fault)
    );
    assign s_ready_o = decode_i ? d_ready : e_ready;
    assign m_valid_o = decode_i ? d_valid : e_valid;
    assign m_data_o  = decode_i ? d_data : e_data;
    assign m_count_o = decode_i ? d_count : e_count;
    assign m_last_o  = decode_i ? d_last : e_last;
    assign m_fault_o = decode_i ? d_fault : vail_pkg::FaultNone;
endmodule
