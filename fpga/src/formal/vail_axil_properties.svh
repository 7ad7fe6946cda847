// Rules of the register port: an answer stays until it is taken, and there is one for every access.
logic       begun_q = 1'b0;
logic [1:0] writes_q, reads_q;
always_ff @(posedge clk_i) begin
    begun_q  <= 1'b1;
    writes_q <= writes_q + 2'(we_o) - 2'(bvalid_o & bready_i);
    reads_q  <= reads_q + 2'(arvalid_i & arready_o) - 2'(rvalid_o & rready_i);
    if (rst_i) {writes_q, reads_q} <= '0;
end
always_comb if (!begun_q) assume (rst_i);
// AXI: what is offered stays until it is taken.
always_ff @(posedge clk_i) if (begun_q && !rst_i && !$past(rst_i)) begin
    if ($past(awvalid_i && !awready_o)) assume (awvalid_i && $stable(awaddr_i));
    if ($past(wvalid_i && !wready_o)) assume (wvalid_i && $stable(wdata_i));
    if ($past(arvalid_i && !arready_o)) assume (arvalid_i && $stable(araddr_i));
end
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Answers are stable until they are taken.
    if (!$past(rst_i) && $past(bvalid_o && !bready_i)) assert (bvalid_o);
    if (!$past(rst_i) && $past(rvalid_o && !rready_i)) assert (rvalid_o && $stable(rdata_o));
    // 2. As many answers as accesses, one at a time.
    assert (writes_q == 2'(bvalid_o) && reads_q == 2'(rvalid_o));
    // 3. Nothing is taken while an answer waits, nor what nobody offers.
    assert (!(awready_o && bvalid_o) && !(arready_o && rvalid_o) && awready_o == wready_o);
    if (awready_o) assert (awvalid_i && wvalid_i);
    if (arready_o) assert (arvalid_i);
    cover (bvalid_o && rvalid_o);
end
