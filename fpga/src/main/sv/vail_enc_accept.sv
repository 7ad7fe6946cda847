// Takes steps of symbols, counts the credits of the FIFOs behind, and delays a step by the three
// cycles that its table look-up takes. After the last step of a block two flush beats follow.
`default_nettype none
module vail_enc_accept #(
    parameter int Lanes = 8
) (
    input  wire logic                                 clk_i,
    input  wire logic                                 rst_i,
    input  wire logic                                 s_valid_i,
    output      logic                                 s_ready_o,
    input  wire logic [Lanes*vail_pkg::SymbolBits-1:0] s_data_i,
    input  wire logic [Lanes*vail_pkg::SymbolBits-1:0] s_literal_i,
    input  wire logic [Lanes-1:0]                     s_keep_i,
    input  wire logic                                 s_last_i,
    input  wire logic                                 left_i,       // a step left the step FIFO
    output      logic [Lanes*vail_pkg::SymbolBits-1:0] lookup_o,     // s_data_i, one cycle later
    output      logic [Lanes*vail_pkg::SymbolBits-1:0] literal_o,    // s_literal_i, three cycles later
    output      logic [Lanes-1:0]                     keep_o,
    output      logic                                 valid_o,
    output      logic                                 last_o,
    output      logic                                 flush_o,
    output      logic                                 flush_end_o
);
    // 32 entries behind, less the steps that are between here and there when ready falls.
    localparam int Credits = 26;
    typedef struct packed {
        logic             valid;
        logic             last;
        logic             flush;
        logic             flush_end;
        logic [Lanes-1:0] keep;
    } step_t;

    logic [5:0] used_q, used_d;
    logic [1:0] flushes_q, flushes_d;
    logic       ready_d, accept;
    step_t      step0_d, step0_q, step1_q, step2_q;
    logic [Lanes*vail_pkg::SymbolBits-1:0] literal0_q, literal1_q;

    always_comb begin
        accept    = s_valid_i & s_ready_o;
        used_d    = used_q + 6'(accept) - 6'(left_i);
        flushes_d = (flushes_q != 2'd0) ? flushes_q - 2'd1 : 2'd0;
        if (accept & s_last_i) flushes_d = 2'd2;
        ready_d           = (used_q < 6'(Credits)) & ~(accept & s_last_i) & (flushes_q != 2'd2);
        step0_d.valid     = accept;
        step0_d.last      = accept & s_last_i;
        step0_d.flush     = flushes_q != 2'd0;
        step0_d.flush_end = flushes_q == 2'd1;
        step0_d.keep      = accept ? s_keep_i : '0;
    end

    always_ff @(posedge clk_i) begin
        used_q     <= used_d;
        flushes_q  <= flushes_d;
        s_ready_o  <= ready_d;
        lookup_o   <= s_data_i;
        literal0_q <= s_literal_i;
        literal1_q <= literal0_q;
        literal_o  <= literal1_q;
        step0_q    <= step0_d;
        step1_q    <= step0_q;
        step2_q    <= step1_q;
        if (rst_i) begin
            used_q    <= '0;
            flushes_q <= '0;
            s_ready_o <= 1'b0;
            step0_q   <= '0;
            step1_q   <= '0;
            step2_q   <= '0;
        end
    end

    assign valid_o     = step2_q.valid;
    assign last_o      = step2_q.last;
    assign flush_o     = step2_q.flush;
    assign flush_end_o = step2_q.flush_end;
    assign keep_o      = step2_q.keep;
endmodule
