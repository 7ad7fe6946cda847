// Rules of the split: both lanes get every beat once, in order, and together they are what came in.
logic                begun_q = 1'b0;
logic [Lanes*16-1:0] taken_q, back;
logic [1:0]          e_owed_q, r_owed_q;
for (genvar i = 0; i < Lanes; i++) begin : g_back
    assign back[i*16 +: 16] = {r_data_o[i*8], e_data_o[i*8 +: 8], r_data_o[i*8+1 +: 7]};
end
always_ff @(posedge clk_i) begin
    begun_q  <= 1'b1;
    taken_q  <= take ? s_data_i : taken_q;
    e_owed_q <= rst_i ? 2'd0 : e_owed_q + 2'(take) - 2'(e_valid_o & e_ready_i);
    r_owed_q <= rst_i ? 2'd0 : r_owed_q + 2'(take) - 2'(r_valid_o & r_ready_i);
end
always_comb if (!begun_q) assume (rst_i);
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. Between an offer and its acceptance nothing changes, on either lane.
    if (!$past(rst_i) && $past(e_valid_o && !e_ready_i)) assert (e_valid_o && $stable({e_data_o, e_count_o, e_last_o}));
    if (!$past(rst_i) && $past(r_valid_o && !r_ready_i)) assert (r_valid_o && $stable({r_data_o, r_count_o, r_last_o}));
    // 2. A lane holds what was taken and has not left: nothing is lost, nothing comes twice.
    assert (e_owed_q == 2'(e_valid_o) && r_owed_q == 2'(r_valid_o));
    // 3. Together they are the elements (B-03), and say the same of the end.
    if (e_valid_o || r_valid_o) assert (back == taken_q && {e_count_o, e_last_o} == {r_count_o, r_last_o});
    // 4. The exponent is the exponent.
    if (e_valid_o) assert (e_data_o[7:0] == taken_q[14:7]);
    cover (e_valid_o && !r_valid_o);
end
