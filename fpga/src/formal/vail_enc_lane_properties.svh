// Rules of one encoder lane, with what a decoder's lane would hold as a ghost.
logic       begun_q = 1'b0;
logic [5:0] unread_q;
logic [2:0] debt_q;
logic       flush_q = 1'b0;
always_ff @(posedge clk_i) begin
    begun_q <= 1'b1;
    flush_q <= flush_i & ~flush_end_i & ~rst_i;
    if (valid_i) unread_q <= unread_q + (need_q ? 6'(Word) : 6'd0) - {2'd0, length_i};
    debt_q <= debt_q + 3'(valid_i & need_q) - 3'((valid_i & full) | (flush_i & (owed_q != 2'd0)));
    if (rst_i | flush_end_i) {unread_q, debt_q} <= '0;
end
always_comb begin
    if (!begun_q) assume (rst_i);
    assume (!valid_i || (length_i >= 4'd1 && length_i <= 4'(Longest)));
    assume (!(valid_i && flush_i));
    // two flush beats, one after the other
    assume (flush_end_i == flush_q);
    assume (!flush_end_i || flush_i);
end
always_ff @(posedge clk_i) if (begun_q && !rst_i) begin
    // 1. A lane needs a word exactly when fewer bits than a word's are unread (B-10).
    assert (need_q == (unread_q < 6'(Word)));
    // 2. Never more than 2w - 1 bits are unread.
    assert (unread_q < 6'(2 * Word));
    // 3. The fill is where the next code begins.
    assert (fill_q == FillBits'(-unread_q[FillBits-1:0]));
    // 4. Words that were due and have not been pushed are what the flush will push (B-14).
    assert (debt_q == {1'b0, owed_q});
    // 5. Which are the words taken and not yet decoded to their ends.
    assert (flush_q || debt_q == 3'((unread_q + 6'(fill_q)) >> FillBits));
    cover (push_o && need_o);
    cover (owed_q == 2'd2 && flush_i);
end
