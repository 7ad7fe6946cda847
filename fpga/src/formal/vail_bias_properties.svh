// The transform is undone by its inverse, for every symbol and every bias of B-05, and 0 stays 0.
logic [8:0]        back_sum;
vail_pkg::symbol_t back;
assign back_sum = {1'b0, symbol_o} + {1'b0, bias_i};
assign back     = (symbol_o == 8'd0) ? 8'd0 : back_sum[7:0] + 8'(back_sum[8]);
always_comb begin
    assume (bias_i != 8'd255);
    // 1. Forth and back is where one began.
    assert (back == symbol_i);
    // 2. Zero is zero, and nothing else is.
    assert ((symbol_o == 8'd0) == (symbol_i == 8'd0));
    // 3. It is ((s - 1 - b) mod 255) + 1.
    if (symbol_i > bias_i) assert (symbol_o == symbol_i - bias_i);
    cover (symbol_o == 8'd255 && bias_i == 8'd254);
end
