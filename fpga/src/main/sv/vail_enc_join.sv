// Puts a block together: single bytes (head, size, check) and beats of payload become full beats, of which
// only the last may be short. Payload follows the six bytes of a head, or twelve with the tail, so a beat
// of it moves by one of two distances, and only single bytes may go anywhere.
`default_nettype none
module vail_enc_join #(
    parameter int Bytes     = 8,
    parameter int CountBits = $clog2(Bytes)
) (
    input  wire logic                 clk_i,
    input  wire logic                 rst_i,
    input  wire logic                 far_i,       // payload begins at byte 12, not at byte 6
    input  wire logic                 byte_we_i,   // a byte
    input  wire vail_pkg::symbol_t    byte_i,
    input  wire logic                 beat_we_i,   // or a beat of payload
    input  wire logic [Bytes*8-1:0]   beat_i,
    input  wire logic [CountBits-1:0] count_i,     // its bytes, 0 for all; others follow a full one only
    input  wire logic                 last_i,      // the block ends with it
    output      logic                 ready_o,
    output      logic                 m_valid_o,
    input  wire logic                 m_ready_i,
    output      logic [Bytes*8-1:0]   m_data_o,
    output      logic [CountBits-1:0] m_count_o,   // 0 for all
    output      logic                 m_last_o
);
    localparam int Near = vail_pkg::HeadBytes;
    localparam int Far  = (vail_pkg::HeadBytes + vail_pkg::TailBytes) % Bytes;
    localparam int Most = (Far > Near) ? Far : Near;
    logic [CountBits-1:0] fill_q, fill_d, count_d;
    logic [CountBits:0]   total;
    logic [Most*8-1:0]    rest_q;              // the last bytes of a beat, of which some did not fit
    logic                 owed_q, owed_d;      // they begin the next beat
    logic                 flush_q, flush_d;    // and are all of it
    logic                 far, far_q;          // of the block whose bytes wait
    logic                 free, beat, one, flush, full, valid_d, last_d;
    logic [Bytes*8-1:0]   data_d;

    assign free    = ~m_valid_o | m_ready_i;
    assign ready_o = free & ~flush_q;
    assign beat    = beat_we_i & ready_o;
    assign one     = byte_we_i & ready_o;
    assign flush   = flush_q & free;
    assign far     = beat ? far_i : far_q;
    for (genvar p = 0; p < Bytes; p++) begin : g_place
        logic       here, resting;
        logic [7:0] near_byte, far_byte;
        assign here = one & (fill_q == CountBits'(p));
        if (p >= Near) begin : g_near
            assign near_byte = beat_i[(p-Near)*8 +: 8];
        end else begin : g_near_rest
            assign near_byte = rest_q[(Most-Near+p)*8 +: 8];
        end
        if (p >= Far) begin : g_far
            assign far_byte = beat_i[(p-Far)*8 +: 8];
        end else begin : g_far_rest
            assign far_byte = rest_q[(Most-Far+p)*8 +: 8];
        end
        assign resting = far ? p < Far : p < Near;
        assign data_d[p*8 +: 8] = here ? byte_i
            : ~(resting ? (owed_q & (beat | one | flush)) : beat) ? m_data_o[p*8 +: 8] : far ? far_byte : near_byte;
    end

    always_comb begin
        total   = {1'b0, fill_q} + (byte_we_i ? (CountBits+1)'(1) : {count_i == '0, count_i});
        full    = total[CountBits];
        fill_d  = (beat | one) ? total[CountBits-1:0] : fill_q;
        owed_d  = beat ? full : owed_q & ~one;
        flush_d = (beat & last_i & full & (total[CountBits-1:0] != '0)) | (flush_q & ~free);
        valid_d = ((beat | one) & (full | last_i)) | flush | (m_valid_o & ~m_ready_i);
        last_d  = m_last_o;
        count_d = m_count_o;
        if (beat | one | flush) begin
            last_d  = flush | (last_i & ~flush_d);
            count_d = flush ? fill_q : full ? '0 : total[CountBits-1:0];
        end
        if (last_d & valid_d) {fill_d, owed_d} = '0;
    end

    always_ff @(posedge clk_i) begin
        {fill_q, owed_q, flush_q} <= {fill_d, owed_d, flush_d};
        if (beat) rest_q <= beat_i[Bytes*8-1 -: Most*8];
        far_q     <= far;
        m_valid_o <= valid_d;
        m_data_o  <= data_d;
        m_count_o <= count_d;
        m_last_o  <= last_d;
        if (rst_i) {fill_q, owed_q, flush_q, m_valid_o} <= '0;
    end
endmodule
