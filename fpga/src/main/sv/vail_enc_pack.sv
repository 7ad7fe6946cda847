// Collects the bytes of beats into output words and puts these into a FIFO. A byte at or above the
// fill is fresh from the network, one below it waits in rest_q.
`default_nettype none
module vail_enc_pack #(
    parameter int Bytes    = 8,
    parameter int Unit     = 8,
    parameter int FillBits = $clog2(Bytes) + 1,
    parameter int Delay    = 1                     // cycles from fill_i to data_i, 1 or 2
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic [FillBits-1:0] fill_i,
    input  wire logic                emit_i,
    input  wire logic                end_i,
    input  wire logic [Bytes*Unit-1:0]  data_i,
    output      logic                room_o,
    output      logic                m_valid_o,
    input  wire logic                m_ready_i,
    output      logic [Bytes*Unit-1:0]  m_data_o,
    output      logic [Bytes-1:0]    m_keep_o,
    output      logic [FillBits-2:0] m_count_o,   // 0 for all
    output      logic                m_last_o
);
    localparam int CountBits = FillBits - 1;
    logic [FillBits-1:0]  fill0, fill_q;
    logic                 emit0, end0, emit_q, end_q;
    logic [Bytes-1:0]     waiting_d, waiting_q;
    logic [Bytes*Unit-1:0]   rest_q, rest_d, word;
    logic [CountBits-1:0] count;

    if (Delay == 1) begin : g_delay1
        assign {fill0, emit0, end0} = {fill_i, emit_i, end_i};
    end else begin : g_delay2
        logic [FillBits+1:0] control_q;
        always_ff @(posedge clk_i) control_q <= rst_i ? '0 : {fill_i, emit_i, end_i};
        assign {fill0, emit0, end0} = control_q;
    end

    assign waiting_d = ~({Bytes{1'b1}} << fill0);
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        assign word[p*Unit +: Unit]   = waiting_q[p] ? rest_q[p*Unit +: Unit] : data_i[p*Unit +: Unit];
        assign rest_d[p*Unit +: Unit] = (emit_q | ~waiting_q[p]) ? data_i[p*Unit +: Unit] : rest_q[p*Unit +: Unit];
    end
    // 0 stands for a full word
    assign count = end_q ? fill_q[CountBits-1:0] : '0;

    vail_fifo #(.Width(Bytes*Unit + CountBits + 1), .Slack(16)) u_fifo (
        .clk_i, .rst_i, .push_i(emit_q), .data_i({end_q, count, word}), .room_o,
        .valid_o(m_valid_o), .ready_i(m_ready_i), .data_o({m_last_o, m_count_o, m_data_o})
    );
    assign m_keep_o = (m_count_o == '0) ? '1 : ~({Bytes{1'b1}} << m_count_o);

    always_ff @(posedge clk_i) begin
        {fill_q, emit_q, end_q} <= {fill0, emit0, end0};
        waiting_q <= waiting_d;
        rest_q    <= rest_d;
        if (rst_i) emit_q <= 1'b0;
    end
endmodule
