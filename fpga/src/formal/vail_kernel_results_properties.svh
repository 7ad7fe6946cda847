// Rules of the writer of results: one address and one beat each, side by side, and no gap between results.
logic        begun_q = 1'b0;
logic [2:0]  placed_q, filled_q;   // addresses and beats that were taken and not answered
always_ff @(posedge clk_i) begin
    begun_q  <= 1'b1;
    placed_q <= placed_q + 3'(placed) - 3'(bvalid_i);
    filled_q <= filled_q + 3'(wvalid_o & wready_i) - 3'(bvalid_i);
    if (rst_i) {placed_q, filled_q} <= '0;
end
always_comb begin
    if (!begun_q) assume (rst_i);
    // memory answers a burst that is complete
    assume (!bvalid_i || (placed_q != '0 && filled_q != '0));
    // a run starts when the one before has ended
    assume (!start_i || (quiet_o && !s_valid_i));
end
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. What is offered stays as it is until it is taken.
    if (!$past(rst_i) && $past(awvalid_o && !awready_i)) assert (awvalid_o && $stable(awaddr_o));
    if (!$past(rst_i) && $past(wvalid_o && !wready_i)) assert (wvalid_o && $stable(wdata_o));
    // 2. Addresses and beats go together.
    assert ({1'b0, awaited_q} == {1'b0, placed_q} + 4'(awvalid_o));
    assert ({1'b0, awaited_q} == {1'b0, filled_q} + 4'(wvalid_o));
    assert (awaited_q <= 3'd4);
    // 3. The next result goes to the next beat.
    if (!$past(rst_i) && !$past(start_i)) assert (awaddr_o == $past(awaddr_o) + ($past(placed) ? 64'd16 : 64'd0));
    // 4. Quiet is when memory owes nothing.
    if (quiet_o) assert (placed_q == '0 && filled_q == '0);
    cover (awaited_q == 3'd4);
end
