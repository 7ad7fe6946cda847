// Rules of the join: a beat of each lane makes one, none is lost, and it is rotated back (B-03).
logic                begun_q = 1'b0;
logic [Lanes*8-1:0]  e_q, r_q;
logic [1:0]          owed_q;
always_ff @(posedge clk_i) begin
    begun_q    <= 1'b1;
    {e_q, r_q} <= take ? {e_data_i, r_data_i} : {e_q, r_q};
    owed_q     <= rst_i ? 2'd0 : owed_q + 2'(take) - 2'(m_valid_o & m_ready_i);
end
always_comb if (!begun_q) assume (rst_i);
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Between an offer and its acceptance nothing changes.
    if (!$past(rst_i) && $past(m_valid_o && !m_ready_i)) assert (m_valid_o && $stable({m_data_o, m_count_o, m_last_o}));
    // 2. Both lanes move together or not at all, and what was taken is held until it leaves.
    assert (e_ready_o == r_ready_o && (!e_ready_o || (e_valid_i && r_valid_i)));
    assert (owed_q == 2'(m_valid_o));
    // 3. Rotated left by a bit, the element is its exponent and its rest.
    if (m_valid_o) assert ({m_data_o[14:0], m_data_o[15]} == {e_q[7:0], r_q[7:0]});
    cover (m_valid_o && mismatch_o);
end
