// The kernel's registers and its course: idle, a run of jobs, and, when the host gives a run up, waiting until
// no transfer is under way and then a reset of all but these registers. The first four registers are those of
// an AMD Vitis kernel (ap_ctrl_hs); fpga/boards/README.md lists them all.
`default_nettype none
module vail_kernel_control #(
    parameter int Lanes   = 16,
    parameter int Banks   = 8,
    parameter int Settled = 16,    // cycles of quiet after which nothing is on its way
    parameter int Reset   = 40
) (
    input  wire logic        clk_i,
    input  wire logic        rst_i,
    input  wire logic        awvalid_i,
    output      logic        awready_o,
    input  wire logic [9:0]  awaddr_i,
    input  wire logic        wvalid_i,
    output      logic        wready_o,
    input  wire logic [31:0] wdata_i,
    output      logic        bvalid_o,
    input  wire logic        bready_i,
    input  wire logic        arvalid_i,
    output      logic        arready_o,
    input  wire logic [9:0]  araddr_i,
    output      logic        rvalid_o,
    input  wire logic        rready_i,
    output      logic [31:0] rdata_o,
    input  wire logic        quiet_i,        // no transfer is under way
    input  wire logic        asked_i,        // a register outside this module is being read or written
    input  wire logic        read_error_i,   // a transfer was answered with an error
    input  wire logic        write_error_i,
    input  wire logic        result_i,       // a result is in memory
    input  wire logic        s_valid_i,      // what the coder's ports do, to be counted
    input  wire logic        s_ready_i,
    input  wire logic        m_valid_i,
    input  wire logic        m_ready_i,
    output      logic        core_rst_o,     // resets all but this module
    output      logic        start_o,        // for a cycle: a run begins
    output      logic        stop_o,         // begin no further transfer
    output      logic        decode_o,
    output      logic [63:0] jobs_o,         // address of the first job
    output      logic [63:0] results_o,
    output      logic [23:0] count_o,
    output      logic        interrupt_o
);
    localparam logic [31:0] Identity = 32'h5641494C;
    localparam logic [31:0] Version  = {8'(Banks), 8'(Lanes), 16'd1};

    typedef enum logic [1:0] {Idle, Run, Drain, Clear} state_t;
    state_t      state_q, state_d;
    logic        we, read, start, abort, ended, done_q, done_d, enable_q, mask_q, pending_q, pending_d;
    logic        read_error_q, write_error_q, refused, starved, blocked;
    logic [9:0]  waddr, raddr;
    logic [31:0] wdata, rdata, cycles_q, refused_q, starved_q, blocked_q;
    logic [23:0] results_q;
    logic [5:0]  wait_q, wait_d;

    vail_axil #(.AddrBits(10)) u_axil (
        .clk_i, .rst_i, .awvalid_i, .awready_o, .awaddr_i, .wvalid_i, .wready_o, .wdata_i, .bvalid_o, .bready_i,
        .arvalid_i, .arready_o, .araddr_i, .rvalid_o, .rready_i, .rdata_o,
        .we_o(we), .waddr_o(waddr), .wdata_o(wdata), .raddr_o(raddr), .rdata_i(rdata)
    );
    assign refused = s_valid_i & ~s_ready_i;
    assign starved = ~s_valid_i & s_ready_i;
    assign blocked = m_valid_i & ~m_ready_i;
    assign read  = arvalid_i & arready_o & (raddr == 10'h000);
    assign start = we & (waddr == 10'h000) & wdata[0] & (state_q == Idle);
    assign abort = we & (waddr == 10'h040) & wdata[0];
    assign ended = (state_q == Run) & (results_q == count_o) & quiet_i & (wait_q == 6'(Settled));

    always_comb begin
        state_d = state_q;
        wait_d  = ~quiet_i ? '0 : (wait_q == 6'(Settled)) ? wait_q : wait_q + 6'd1;
        case (state_q)
            Idle: begin
                wait_d = '0;
                if (start) state_d = Run;
            end
            Run: if (ended) state_d = Idle;
            Drain: if ((wait_q == 6'(Settled)) & ~asked_i) begin
                state_d = Clear;
                wait_d  = '0;
            end
            default: begin
                wait_d = wait_q + 6'd1;
                if (wait_q == 6'(Reset)) state_d = Idle;
            end
        endcase
        if (abort & (state_q != Clear)) begin
            state_d = Drain;
            wait_d  = '0;
        end
        done_d    = ended | (done_q & ~read & ~start);
        pending_d = (ended & mask_q) | (pending_q & ~(we & (waddr == 10'h00C) & wdata[0]));
    end
    assign start_o     = (state_q == Idle) & start;
    assign stop_o      = (state_q == Drain) | (state_q == Clear);
    assign core_rst_o  = rst_i | (state_q == Clear);
    assign interrupt_o = enable_q & pending_q;

    always_comb begin
        case (raddr)
            10'h000: rdata = {28'd0, done_q, state_q == Idle, done_q, state_q == Run};
            10'h004: rdata = {31'd0, enable_q};
            10'h008: rdata = {31'd0, mask_q};
            10'h00C: rdata = {31'd0, pending_q};
            10'h010: rdata = jobs_o[31:0];
            10'h014: rdata = jobs_o[63:32];
            10'h01C: rdata = results_o[31:0];
            10'h020: rdata = results_o[63:32];
            10'h028: rdata = {8'd0, count_o};
            10'h030: rdata = {31'd0, decode_o};
            10'h038: rdata = Identity;
            10'h03C: rdata = Version;
            10'h040: rdata = {29'd0, write_error_q, read_error_q, stop_o};
            10'h044: rdata = {8'd0, results_q};
            10'h048: rdata = cycles_q;
            10'h04C: rdata = refused_q;
            10'h050: rdata = starved_q;
            10'h054: rdata = blocked_q;
            default: rdata = '0;
        endcase
    end

    always_ff @(posedge clk_i) begin
        {state_q, wait_q, done_q, pending_q} <= {state_d, wait_d, done_d, pending_d};
        if (we & (state_q == Idle)) begin
            case (waddr)
                10'h010: jobs_o[31:0]     <= wdata;
                10'h014: jobs_o[63:32]    <= wdata;
                10'h01C: results_o[31:0]  <= wdata;
                10'h020: results_o[63:32] <= wdata;
                10'h028: count_o          <= wdata[23:0];
                10'h030: decode_o         <= wdata[0];
                default: ;
            endcase
        end
        if (we & (waddr == 10'h004)) enable_q <= wdata[0];
        if (we & (waddr == 10'h008)) mask_q   <= wdata[0];
        if (state_q == Run) begin
            cycles_q  <= cycles_q + 32'd1;
            refused_q <= refused_q + 32'(refused);
            starved_q <= starved_q + 32'(starved);
            blocked_q <= blocked_q + 32'(blocked);
        end
        results_q     <= results_q + 24'(result_i);
        read_error_q  <= read_error_q | read_error_i;
        write_error_q <= write_error_q | write_error_i;
        if (start) {cycles_q, refused_q, starved_q, blocked_q, results_q, read_error_q, write_error_q} <= '0;
        if (rst_i) begin
            state_q <= Idle;
            {wait_q, done_q, pending_q, enable_q, mask_q, decode_o} <= '0;
            {cycles_q, refused_q, starved_q, blocked_q, results_q, read_error_q, write_error_q} <= '0;
            {jobs_o, results_o, count_o} <= '0;
        end
    end

`ifdef FORMAL
`include "vail_kernel_control_properties.svh"
`endif
endmodule
