// Rules of the FIFO: what is offered stays, nothing overflows, and a watched entry comes out in its turn.
logic                         begun_q = 1'b0;
(* anyseq *) logic            choose;
logic                         watching_q;
logic [6:0]                   ahead_q;
logic [Width-1:0]             watched_q;
logic                         pop;
assign pop = valid_o & ready_i;
always_ff @(posedge clk_i) begin
    begun_q <= 1'b1;
    if (watching_q && pop) ahead_q <= ahead_q - 7'd1;
    if (!watching_q && push_i && choose) begin
        watching_q <= 1'b1;
        watched_q  <= data_i;
        ahead_q    <= {1'b0, count_q} + 7'(valid_o) - 7'(pop);
    end
    if (watching_q && pop && ahead_q == 7'd0) watching_q <= 1'b0;
    if (rst_i) watching_q <= 1'b0;
end
always_comb begin
    if (!begun_q) assume (rst_i);
    // the writer's promise
    assume (!push_i || count_q < 6'd32);
end
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Between an offer and its acceptance nothing changes.
    if (!$past(rst_i) && $past(valid_o && !ready_i)) assert (valid_o && $stable(data_o));
    // 2. The count is that of the pointers, and no more than there is room for.
    assert (count_q <= 6'd32);
    assert (5'(waddr_q - raddr_q) == count_q[4:0]);
    // 3. Nothing is lost, nothing overtakes.
    if (watching_q && valid_o && ahead_q == 7'd0) assert (data_o == watched_q);
    cover (watching_q && pop && ahead_q == 7'd0);
end
