// Gives out the frames in order: the symbols of a good one, or a single beat with the fault of a bad one
// and no symbols. Only rows of a streamed frame that passes through leave before all of it was found good,
// and are marked; its last beat says how it ended (B-22).
`default_nettype none
module vail_dec_release #(
    parameter int Lanes   = 8,
    parameter int RowBits = 9,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               ready_i,       // the oldest frame is done; the rest is about it
    input  wire logic               early_i,       // it is not, but row_o of its symbols is there
    input  wire vail_pkg::fault_t   fault_i,
    input  wire logic [15:0]        count_i,       // its symbols less one
    output      logic               released_o,
    output      logic               read_o,
    output      logic [RowBits-1:0] row_o,
    input  wire logic [Lanes*8-1:0] data_i,        // one read later
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o,
    output      logic               m_provisional_o,
    output      vail_pkg::fault_t   m_fault_o
);
    logic [RowBits-1:0] row_q;
    logic               bad, last, go, early1_q, valid1_q, last1_q;
    logic [PosBits-1:0] count1_q;
    vail_pkg::fault_t   fault1_q;

    // Row and beat move on together, or not at all.
    assign read_o     = ~m_valid_o | m_ready_i;
    assign bad        = ready_i & (fault_i != vail_pkg::FaultNone);
    assign last       = bad | (16'(row_q) == count_i >> PosBits);
    assign go         = (ready_i | (early_i & ~last)) & read_o;
    assign row_o      = row_q;
    assign released_o = go & last;

    always_ff @(posedge clk_i) begin
        row_q <= (rst_i | released_o) ? '0 : row_q + RowBits'(go);
        if (read_o) begin
            valid1_q <= go;
            {last1_q, early1_q} <= {last, ~ready_i};
            fault1_q  <= bad ? fault_i : vail_pkg::FaultNone;
            count1_q  <= (last & ~bad) ? count_i[PosBits-1:0] + PosBits'(1) : '0;
            m_valid_o <= valid1_q;
            {m_provisional_o, m_fault_o, m_last_o, m_count_o} <= {early1_q, fault1_q, last1_q, count1_q};
            m_data_o  <= (fault1_q != vail_pkg::FaultNone) ? '0 : data_i;
        end
        if (rst_i) {valid1_q, m_valid_o} <= '0;
    end
endmodule
