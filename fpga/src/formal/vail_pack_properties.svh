// Rules of the packer: an offered beat stays, only a frame's last is short, and no byte is made or lost.
logic       begun_q = 1'b0;
logic [7:0] in_q, out_q, in_count, out_count;
assign in_count  = (s_count_i == '0) ? 8'(Bytes) : 8'(s_count_i);
assign out_count = (m_count_o == '0) ? 8'(Bytes) : 8'(m_count_o);
always_ff @(posedge clk_i) begin
    begun_q <= 1'b1;
    if (s_valid_i && s_ready_o) in_q <= in_q + in_count;
    if (m_valid_o && m_ready_i) out_q <= out_q + out_count;
    if (rst_i) {in_q, out_q} <= '0;
end
always_comb if (!begun_q) assume (rst_i);
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Between an offer and its acceptance nothing changes.
    if (!$past(rst_i) && $past(m_valid_o && !m_ready_i))
        assert (m_valid_o && $stable(m_data_o) && $stable(m_count_o) && $stable(m_last_o));
    // 2. A short beat is a frame's last.
    if (m_valid_o && m_count_o != '0) assert (m_last_o);
    // 3. What went in is what went out, what is offered, and what waits.
    assert (8'(in_q - out_q) == 8'(fill_q) + (m_valid_o ? out_count : 8'd0));
    // 4. What is left of a frame's end is something.
    if (flush_q) assert (fill_q != '0);
    cover (m_valid_o && m_last_o && m_count_o == CountBits'(3) && out_q > 8'd0);
end
