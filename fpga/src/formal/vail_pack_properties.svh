// Rules of the packer: an offered beat stays, only a frame's last is short, and a watched byte keeps its place.
logic                    begun_q = 1'b0;
(* anyconst *) logic [6:0] place;
logic [6:0]              in_q, out_q, in_count, out_count;
logic [7:0]              watched_q;
logic [Bytes*8-1:0]      in_shifted, out_shifted;
logic                    seen_q;
assign in_count    = (s_count_i == '0) ? 7'(Bytes) : 7'(s_count_i);
assign out_count   = (m_count_o == '0) ? 7'(Bytes) : 7'(m_count_o);
assign in_shifted  = s_data_i >> {7'(place - in_q), 3'd0};
assign out_shifted = m_data_o >> {7'(place - out_q), 3'd0};
always_ff @(posedge clk_i) begin
    begun_q <= 1'b1;
    if (s_valid_i && s_ready_o) begin
        in_q <= in_q + in_count;
        if (place >= in_q && place - in_q < in_count) {seen_q, watched_q} <= {1'b1, in_shifted[7:0]};
    end
    if (m_valid_o && m_ready_i) out_q <= out_q + out_count;
    if (rst_i) {in_q, out_q, seen_q} <= '0;
end
always_comb if (!begun_q) assume (rst_i);
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Between an offer and its acceptance nothing changes.
    if (!$past(rst_i) && $past(m_valid_o && !m_ready_i))
        assert (m_valid_o && $stable(m_data_o) && $stable(m_count_o) && $stable(m_last_o));
    // 2. A short beat is a frame's last.
    if (m_valid_o && m_count_o != '0) assert (m_last_o);
    // 3. Byte number `place` goes out as byte number `place`.
    if (m_valid_o && place >= out_q && place - out_q < out_count) assert (seen_q && out_shifted[7:0] == watched_q);
    cover (m_valid_o && m_last_o && m_count_o == CountBits'(3) && out_q > 7'd0);
end
