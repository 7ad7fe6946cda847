// Gives out the frames in order: the symbols of a good one, or a single beat with the fault of a bad one
// and no symbols. Only rows of a streamed frame that passes through leave before all of it was found good,
// and are marked; its last beat says how it ended (B-22).
`default_nettype none
module vail_dec_release #(
    parameter int Lanes   = 8,
    parameter int RowBits = 10,
    parameter int PosBits = $clog2(Lanes)
) (
    input  wire logic               clk_i,
    input  wire logic               rst_i,
    input  wire logic               ready_i,       // the oldest frame is done; the rest is about it
    input  wire logic               early_i,       // it is not, but row_o of its symbols is there
    input  wire vail_pkg::fault_t   fault_i,
    input  wire logic               raw_i,
    input  wire logic               constant_i,
    input  wire vail_pkg::symbol_t  first_i,
    input  wire vail_pkg::count_t   count_i,
    output      logic               released_o,
    output      logic [RowBits-1:0] row_o,         // read it, in the frame buffer too
    input  wire logic               frame_free_i,  // the frame buffer can be read in this cycle
    input  wire logic [Lanes*8-1:0] frame_data_i,  // one cycle later
    input  wire logic [Lanes*8-1:0] symbol_data_i,
    output      logic               m_valid_o,
    input  wire logic               m_ready_i,
    output      logic [Lanes*8-1:0] m_data_o,
    output      logic [PosBits-1:0] m_count_o,
    output      logic               m_last_o,
    output      logic               m_provisional_o,
    output      vail_pkg::fault_t   m_fault_o
);
    logic [RowBits-1:0] row_q;
    logic               room, bad, last, go, early_q, valid_q, last_q, raw_q, constant_q;
    logic [PosBits-1:0] count_q;
    vail_pkg::fault_t   fault_q;
    vail_pkg::symbol_t  first_q;
    logic [Lanes*8-1:0] data;
    logic [16:0]        last_row;

    assign bad        = ready_i & (fault_i != vail_pkg::FaultNone);
    assign last_row   = (count_i - 17'd1) >> PosBits;
    assign last       = bad | ({{(17-RowBits){1'b0}}, row_q} == last_row);
    assign go         = (ready_i | (early_i & ~last)) & room & (frame_free_i | ~raw_i);
    assign row_o      = row_q;
    assign released_o = go & last;
    assign data       = (fault_q != vail_pkg::FaultNone) ? '0
                      : raw_q ? frame_data_i : constant_q ? {Lanes{first_q}} : symbol_data_i;

    vail_fifo #(.Width(Lanes*8 + PosBits + 7), .Slack(4)) u_fifo (
        .clk_i, .rst_i, .push_i(valid_q), .data_i({early_q, fault_q, last_q, count_q, data}), .room_o(room),
        .valid_o(m_valid_o), .ready_i(m_ready_i), .data_o({m_provisional_o, m_fault_o, m_last_o, m_count_o, m_data_o})
    );

    always_ff @(posedge clk_i) begin
        row_q   <= (rst_i | released_o) ? '0 : row_q + RowBits'(go);
        valid_q <= go & ~rst_i;
        {last_q, raw_q, constant_q, first_q, early_q} <= {last, raw_i, constant_i, first_i, ~ready_i};
        fault_q <= bad ? fault_i : vail_pkg::FaultNone;
        count_q <= (last & ~bad) ? count_i[PosBits-1:0] : '0;
    end
endmodule
