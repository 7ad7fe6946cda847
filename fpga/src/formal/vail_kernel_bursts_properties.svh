// Rules of the reader: every beat of a piece is asked for once and in order, within 256 bytes and few at a time.
logic        begun_q = 1'b0;
logic        fresh_q;          // of this piece nothing was asked for yet
logic [59:0] end_q, from_q, to_q;
logic [4:0]  away_q;           // bursts asked for and not answered
always_ff @(posedge clk_i) begin
    begun_q <= 1'b1;
    away_q  <= away_q + 5'(arvalid_o & arready_i) - 5'(answered_i);
    fresh_q <= (s_valid_i & s_ready_o) | (fresh_q & ~ask);
    if (s_valid_i & s_ready_o) end_q <= s_beat_i + 60'(s_count_i);
    if (ask) {from_q, to_q} <= {beat_q, beat_q + 60'(size)};
    if (rst_i) away_q <= '0;
end
always_comb begin
    if (!begun_q) assume (rst_i);
    assume (!s_valid_i || s_count_i != '0);
    // memory answers what it was asked
    assume (!answered_i || away_q != '0);
end
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. A request stays as it is until it is taken.
    if (!$past(rst_i) && $past(arvalid_o && !arready_i)) assert (arvalid_o && $stable(araddr_o) && $stable(arlen_o));
    // 2. A burst stays within 256 bytes, so within a page, and has 1 to 16 beats.
    if (arvalid_o) assert (araddr_o[3:0] == 4'd0 && 8'(araddr_o[7:4]) + arlen_o < 8'd16);
    // 3. What is awaited was asked for, and is never more than Most.
    assert ({1'b0, awaited_q} == {1'b0, away_q} + 6'(arvalid_o) && awaited_q <= 5'(Most));
    // 4. What was asked for and what is left are the piece, and each burst begins where the one before ends.
    assert (left_q == '0 || beat_q + 60'(left_q) == end_q);
    assert (left_q == '0 || fresh_q || beat_q == to_q);
    if (arvalid_o) assert (araddr_o[63:4] == from_q && from_q + 60'(arlen_o) + 60'd1 == to_q);
    // 5. Where nothing is to be asked for, nothing new is.
    if (!$past(rst_i) && $past(stop_i && !arvalid_o)) assert (!arvalid_o);
    // 6. Quiet is when memory owes nothing.
    if (quiet_o) assert (away_q == '0 && !arvalid_o);
    cover (awaited_q == 5'(Most) && left_q != '0);
    cover (arvalid_o && arlen_o == 8'd15);
end
