// Rules of the sender: a flit for a credit, never one more, and a flit that waits does not change.
logic                begun_q = 1'b0;
logic [LeftBits-1:0] away_q;   // flits under way or in the other side's buffer
always_ff @(posedge clk_i) begin
    begun_q <= 1'b1;
    away_q  <= away_q + LeftBits'(send) - LeftBits'(credit_i);
    if (rst_i) away_q <= '0;
end
always_comb begin
    if (!begun_q) assume (rst_i);
    // the other side gives back what it got
    assume (!credit_i || away_q != '0);
end
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Credits and flits away are the credits there were: the buffer over there never overflows.
    assert ({1'b0, credits_q} + {1'b0, away_q} == (LeftBits+1)'(Credits));
    // 2. Nothing is sent without a credit.
    if (flit_valid_o) assert (credits_q != '0);
    // 3. A flit that waits for a credit stays as it is.
    if (!$past(rst_i) && $past(full_q && !send))
        assert (full_q && $stable(flit_data_o) && $stable(flit_bytes_o) && $stable(flit_last_o));
    cover (full_q && credits_q == '0);
end
