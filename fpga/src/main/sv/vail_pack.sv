// Joins beats of 1 to Bytes bytes into full beats; only the last of a frame may be short.
`default_nettype none
module vail_pack #(
    parameter int Bytes     = 8,
    parameter int CountBits = $clog2(Bytes)
) (
    input  wire logic                 clk_i,
    input  wire logic                 rst_i,
    input  wire logic                 s_valid_i,
    output      logic                 s_ready_o,
    input  wire logic [Bytes*8-1:0]   s_data_i,
    input  wire logic [CountBits-1:0] s_count_i,   // 0 for all
    input  wire logic                 s_last_i,
    output      logic                 m_valid_o,
    input  wire logic                 m_ready_i,
    output      logic [Bytes*8-1:0]   m_data_o,
    output      logic [CountBits-1:0] m_count_o,   // 0 for all
    output      logic                 m_last_o
);
    logic [CountBits-1:0] fill_q, fill_d, count_d;
    logic [CountBits:0]   total;
    logic [Bytes*8-1:0]   rest_q, rest_d, moved, joined, data_d;
    logic                 flush_q, flush_d, take, emit, last_d, valid_d, full, spill;

    vail_rotate #(.Bytes(Bytes)) u_rotate (.by_i(fill_q), .data_i(s_data_i), .data_o(moved));
    for (genvar p = 0; p < Bytes; p++) begin : g_byte
        assign joined[p*8 +: 8] = ({1'b0, fill_q} > (CountBits+1)'(p)) ? rest_q[p*8 +: 8] : moved[p*8 +: 8];
        // a byte that did not wrap waits as well, until a beat is full
        assign rest_d[p*8 +: 8] = ~take ? rest_q[p*8 +: 8] : full ? moved[p*8 +: 8] : joined[p*8 +: 8];
    end

    assign s_ready_o = (~m_valid_o | m_ready_i) & ~flush_q;
    always_comb begin
        take      = s_valid_i & s_ready_o;
        total     = {1'b0, fill_q} + {s_count_i == '0, s_count_i};
        full      = total[CountBits];
        spill     = full & (total[CountBits-1:0] != '0);
        emit      = take & (full | s_last_i);
        flush_d   = flush_q ? ~m_ready_i & m_valid_o : take & s_last_i & spill;
        fill_d    = fill_q;
        if (take) fill_d = (s_last_i & ~spill) ? '0 : total[CountBits-1:0];
        if (flush_q & (~m_valid_o | m_ready_i)) fill_d = '0;
        valid_d   = emit | flush_q | (m_valid_o & ~m_ready_i);
        data_d    = m_data_o;
        count_d   = m_count_o;
        last_d    = m_last_o;
        if (emit) begin
            data_d  = joined;
            count_d = full ? '0 : total[CountBits-1:0];
            last_d  = s_last_i & ~spill;
        end else if (flush_q & (~m_valid_o | m_ready_i)) begin
            data_d  = rest_q;
            count_d = fill_q;
            last_d  = 1'b1;
        end
    end

    always_ff @(posedge clk_i) begin
        fill_q    <= fill_d;
        rest_q    <= rest_d;
        flush_q   <= flush_d;
        m_valid_o <= valid_d;
        m_data_o  <= data_d;
        m_count_o <= count_d;
        m_last_o  <= last_d;
        if (rst_i) begin
            fill_q    <= '0;
            flush_q   <= 1'b0;
            m_valid_o <= 1'b0;
        end
    end
endmodule
