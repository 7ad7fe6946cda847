// Rules of the kernel's course. Whoever gives up a run must not cut a transfer off: a reset in the middle of one would
// hang the memory.
logic       begun_q = 1'b0;
logic [4:0] quiet_q;      // cycles of quiet up to now, Settled for all from there on
logic [5:0] cleared_q;    // cycles of the reset
always_ff @(posedge clk_i) begin
    begun_q   <= 1'b1;
    quiet_q   <= (rst_i | ~quiet_i) ? 5'd0 : (quiet_q == 5'(Settled)) ? quiet_q : quiet_q + 5'd1;
    cleared_q <= (state_q == Clear) ? cleared_q + 6'd1 : 6'd0;
    if (rst_i) cleared_q <= 6'd0;
end
always_comb if (!begun_q) assume (rst_i);
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. The wait is the quiet that there was without a break; in the reset it counts its cycles.
    if (state_q == Run || state_q == Drain) assert (wait_q <= {1'b0, quiet_q});
    assert (quiet_q <= 5'(Settled));
    if (state_q == Clear) assert (wait_q == cleared_q && cleared_q <= 6'(Reset));
    if (state_q == Idle) assert (cleared_q == 6'd0 || cleared_q == 6'(Reset + 1));
    if (!$past(rst_i)) begin
        // 2. A run begins with start_o, which is there for one cycle.
        if (state_q == Run && $past(state_q) != Run) assert ($past(start_o));
        if ($past(start_o)) assert (state_q == Run && !start_o);
        // 3. What a run was given stays while it is under way.
        if ($past(state_q) != Idle) assert ($stable(jobs_o) && $stable(results_o) && $stable(count_o) && $stable(decode_o));
        // 4. It ends when all results are in memory, and no transfer has been under way for Settled cycles.
        if ($past(state_q) == Run && state_q == Idle) assert ($past(results_q == count_o) && quiet_q == 5'(Settled));
        // 5. A run that is given up begins no transfer from the next cycle until the reset is over.
        if ($past(abort && state_q != Clear)) assert (stop_o);
        if ($past(stop_o) && !stop_o) assert ($past(core_rst_o));
        // 6. The reset comes after Settled cycles without a transfer, and lasts for Reset + 1.
        if ($past(state_q) != Clear && state_q == Clear) assert ($past(stop_o) && $past(quiet_q) == 5'(Settled));
        if ($past(state_q) == Clear && state_q != Clear) assert ($past(cleared_q) == 6'(Reset));
        // 7. The host can see that a run has ended until it looks, or starts another.
        if ($past(ended)) assert (done_q);
        if ($past(done_q) && !done_q) assert ($past(read || start));
    end
    cover (state_q == Idle && done_q && interrupt_o);
    cover (state_q == Drain && wait_q == 6'd1);
end
