// The board kernel: reads jobs from memory, runs them through the block encoder or the block decoder, writes
// blocks or symbols and a result a job (fpga/boards/README.md). Registers by AXI4-Lite: the kernel's at 0x000,
// the encoder's books at 0x400, the decoder's at 0x600. Two AXI4 masters of 16 bytes a beat, each in order and
// without ids: `job` reads jobs and writes results, `mem` reads sources and writes targets.
`default_nettype none
module vail_kernel #(
    parameter int LookAhead  = 15,
    parameter int EncRowBits = 12,
    parameter int DecRowBits = 14
) (
    input  wire logic         clk_i,
    input  wire logic         rst_i,
    input  wire logic         awvalid_i,
    output      logic         awready_o,
    input  wire logic [10:0]  awaddr_i,
    input  wire logic         wvalid_i,
    output      logic         wready_o,
    input  wire logic [31:0]  wdata_i,
    output      logic         bvalid_o,
    input  wire logic         bready_i,
    input  wire logic         arvalid_i,
    output      logic         arready_o,
    input  wire logic [10:0]  araddr_i,
    output      logic         rvalid_o,
    input  wire logic         rready_i,
    output      logic [31:0]  rdata_o,
    output      logic         job_arvalid_o,
    input  wire logic         job_arready_i,
    output      logic [63:0]  job_araddr_o,
    output      logic [7:0]   job_arlen_o,
    input  wire logic         job_rvalid_i,
    output      logic         job_rready_o,
    input  wire logic [127:0] job_rdata_i,
    input  wire logic [1:0]   job_rresp_i,
    input  wire logic         job_rlast_i,
    output      logic         job_awvalid_o,
    input  wire logic         job_awready_i,
    output      logic [63:0]  job_awaddr_o,
    output      logic         job_wvalid_o,
    input  wire logic         job_wready_i,
    output      logic [127:0] job_wdata_o,
    input  wire logic         job_bvalid_i,    // always taken, and a burst of one beat always
    input  wire logic [1:0]   job_bresp_i,
    output      logic         mem_arvalid_o,
    input  wire logic         mem_arready_i,
    output      logic [63:0]  mem_araddr_o,
    output      logic [7:0]   mem_arlen_o,
    input  wire logic         mem_rvalid_i,
    output      logic         mem_rready_o,
    input  wire logic [127:0] mem_rdata_i,
    input  wire logic [1:0]   mem_rresp_i,
    input  wire logic         mem_rlast_i,
    output      logic         mem_awvalid_o,
    input  wire logic         mem_awready_i,
    output      logic [63:0]  mem_awaddr_o,
    output      logic [7:0]   mem_awlen_o,
    output      logic         mem_wvalid_o,
    input  wire logic         mem_wready_i,
    output      logic [127:0] mem_wdata_o,
    output      logic [15:0]  mem_wstrb_o,
    output      logic         mem_wlast_o,
    input  wire logic         mem_bvalid_i,    // always taken
    input  wire logic [1:0]   mem_bresp_i,
    output      logic         interrupt_o
);
    logic             k_awready, e_awready, d_awready, k_wready, e_wready, d_wready, k_bvalid, e_bvalid, d_bvalid;
    logic             k_arready, e_arready, d_arready, k_rvalid, e_rvalid, d_rvalid, k_aw, e_aw, d_aw, k_ar, e_ar, d_ar;
    logic [31:0]      k_rdata, e_rdata, d_rdata;
    logic             asked, rst, start, stop, decode, jobs_quiet, source_quiet, target_quiet, results_quiet;
    logic [63:0]      jobs, results;
    logic [23:0]      count;
    logic             job_valid, job_ready, begins, begin_room, ends, result_valid, result_ready;
    logic             cmd_valid, cmd_ready, s_valid, s_ready, s_last, m_valid, m_ready, m_last;
    logic [255:0]     job, fed;
    logic [127:0]     s_data, m_data, result;
    logic [3:0]       s_count, m_count;
    logic [15:0]      symbols_less_one;
    vail_pkg::fault_t refused, end_fault, m_fault;
    vail_pkg::crc_t   end_check;

    // One access at a time: nothing is asked of a part before the others' answers have been taken.
    assign d_aw = &awaddr_i[10:9] & ~k_bvalid & ~e_bvalid;
    assign e_aw = awaddr_i[10] & ~awaddr_i[9] & ~k_bvalid & ~d_bvalid;
    assign k_aw = ~awaddr_i[10] & ~e_bvalid & ~d_bvalid;
    assign d_ar = &araddr_i[10:9] & ~k_rvalid & ~e_rvalid;
    assign e_ar = araddr_i[10] & ~araddr_i[9] & ~k_rvalid & ~d_rvalid;
    assign k_ar = ~araddr_i[10] & ~e_rvalid & ~d_rvalid;
    assign asked = e_awready | d_awready | e_arready | d_arready | e_bvalid | d_bvalid | e_rvalid | d_rvalid;
    assign awready_o = k_awready | e_awready | d_awready;
    assign wready_o  = k_wready | e_wready | d_wready;
    assign bvalid_o  = k_bvalid | e_bvalid | d_bvalid;
    assign arready_o = k_arready | e_arready | d_arready;
    assign rvalid_o  = k_rvalid | e_rvalid | d_rvalid;
    assign rdata_o   = k_rvalid ? k_rdata : d_rvalid ? d_rdata : e_rdata;

    vail_kernel_control u_control (
        .clk_i, .rst_i, .awvalid_i(awvalid_i & k_aw), .awready_o(k_awready), .awaddr_i(awaddr_i[9:0]),
        .wvalid_i(wvalid_i & k_aw), .wready_o(k_wready), .wdata_i, .bvalid_o(k_bvalid), .bready_i,
        .arvalid_i(arvalid_i & k_ar), .arready_o(k_arready), .araddr_i(araddr_i[9:0]), .rvalid_o(k_rvalid),
        .rready_i, .rdata_o(k_rdata), .quiet_i(jobs_quiet & source_quiet & target_quiet & results_quiet),
        .asked_i(asked), .read_error_i((job_rvalid_i & (job_rresp_i != '0)) | (mem_rvalid_i & (mem_rresp_i != '0))),
        .write_error_i((job_bvalid_i & (job_bresp_i != '0)) | (mem_bvalid_i & (mem_bresp_i != '0))),
        .result_i(job_bvalid_i), .s_valid_i(s_valid), .s_ready_i(s_ready), .m_valid_i(m_valid), .m_ready_i(m_ready),
        .core_rst_o(rst), .start_o(start), .stop_o(stop), .decode_o(decode), .jobs_o(jobs), .results_o(results),
        .count_o(count), .interrupt_o
    );
    vail_kernel_jobs u_jobs (
        .clk_i, .rst_i(rst), .stop_i(stop), .start_i(start), .first_i(jobs[63:4]), .count_i(count),
        .arvalid_o(job_arvalid_o), .arready_i(job_arready_i), .araddr_o(job_araddr_o), .arlen_o(job_arlen_o),
        .rvalid_i(job_rvalid_i), .rready_o(job_rready_o), .rdata_i(job_rdata_i), .rlast_i(job_rlast_i),
        .valid_o(job_valid), .ready_i(job_ready), .job_o(job), .quiet_o(jobs_quiet)
    );
    vail_kernel_source u_source (
        .clk_i, .rst_i(rst), .stop_i(stop), .decode_i(decode), .job_valid_i(job_valid), .job_ready_o(job_ready),
        .job_i(job), .arvalid_o(mem_arvalid_o), .arready_i(mem_arready_i), .araddr_o(mem_araddr_o),
        .arlen_o(mem_arlen_o), .rvalid_i(mem_rvalid_i), .rready_o(mem_rready_o), .rdata_i(mem_rdata_i),
        .rlast_i(mem_rlast_i), .cmd_valid_o(cmd_valid), .cmd_ready_i(cmd_ready), .s_valid_o(s_valid),
        .s_ready_i(s_ready), .s_data_o(s_data), .s_count_o(s_count), .s_last_o(s_last), .refused_i(refused),
        .job_o(fed), .begin_o(begins), .begin_room_i(begin_room), .end_o(ends), .end_fault_o(end_fault),
        .end_check_o(end_check), .quiet_o(source_quiet)
    );
    assign symbols_less_one = fed[143:128] - 16'd1;
    vail_kernel_coder #(.LookAhead(LookAhead), .EncRowBits(EncRowBits), .DecRowBits(DecRowBits)) u_coder (
        .clk_i, .rst_i(rst), .decode_i(decode), .enc_awvalid_i(awvalid_i & e_aw), .enc_awready_o(e_awready),
        .enc_wvalid_i(wvalid_i & e_aw), .enc_wready_o(e_wready), .enc_bvalid_o(e_bvalid),
        .enc_arvalid_i(arvalid_i & e_ar), .enc_arready_o(e_arready), .enc_rvalid_o(e_rvalid), .enc_rdata_o(e_rdata),
        .dec_awvalid_i(awvalid_i & d_aw), .dec_awready_o(d_awready), .dec_wvalid_i(wvalid_i & d_aw),
        .dec_wready_o(d_wready), .dec_bvalid_o(d_bvalid), .dec_arvalid_i(arvalid_i & d_ar),
        .dec_arready_o(d_arready), .dec_rvalid_o(d_rvalid), .dec_rdata_o(d_rdata), .awaddr_i(awaddr_i[8:0]), .wdata_i,
        .bready_i, .araddr_i(araddr_i[8:0]), .rready_i, .cmd_valid_i(cmd_valid), .cmd_ready_o(cmd_ready),
        .cmd_i(fed[220:192]), .cmd_count_i(symbols_less_one), .refused_o(refused), .s_valid_i(s_valid),
        .s_ready_o(s_ready), .s_data_i(s_data), .s_count_i(s_count), .s_last_i(s_last), .m_valid_o(m_valid),
        .m_ready_i(m_ready), .m_data_o(m_data), .m_count_o(m_count), .m_last_o(m_last), .m_fault_o(m_fault)
    );
    vail_kernel_target u_target (
        .clk_i, .rst_i(rst), .stop_i(stop), .begin_i(begins), .begin_room_o(begin_room), .begin_beat_i(fed[127:68]),
        .begin_room_i(fed[191:160]), .begin_tag_i(fed[255:224]), .end_i(ends), .end_fault_i(end_fault),
        .end_check_i(end_check), .m_valid_i(m_valid), .m_ready_o(m_ready), .m_data_i(m_data), .m_count_i(m_count),
        .m_last_i(m_last), .m_fault_i(m_fault), .awvalid_o(mem_awvalid_o), .awready_i(mem_awready_i),
        .awaddr_o(mem_awaddr_o), .awlen_o(mem_awlen_o), .wvalid_o(mem_wvalid_o), .wready_i(mem_wready_i),
        .wdata_o(mem_wdata_o), .wstrb_o(mem_wstrb_o), .wlast_o(mem_wlast_o), .bvalid_i(mem_bvalid_i),
        .result_valid_o(result_valid), .result_ready_i(result_ready), .result_o(result), .quiet_o(target_quiet)
    );
    vail_kernel_results u_results (
        .clk_i, .rst_i(rst), .start_i(start), .first_i(results[63:4]), .s_valid_i(result_valid),
        .s_ready_o(result_ready), .s_data_i(result), .awvalid_o(job_awvalid_o), .awready_i(job_awready_i),
        .awaddr_o(job_awaddr_o), .wvalid_o(job_wvalid_o), .wready_i(job_wready_i), .wdata_o(job_wdata_o),
        .bvalid_i(job_bvalid_i), .quiet_o(results_quiet)
    );
endmodule
