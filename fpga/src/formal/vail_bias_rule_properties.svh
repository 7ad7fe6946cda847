// The bias of B-06 for every mean, center and offset of the list in B-25.
logic [9:0] sum;
always_comb begin
    assume (offset_i != 2'd2);
    // mean - center + offset + 255, all of it positive; no mean is 0
    sum = (mean_i == 8'd0) ? 10'd255 : 10'd255 + {2'd0, mean_i} - {2'd0, center_i};
    sum = sum + ((offset_i == 2'd3) ? 10'd1023 : {8'd0, offset_i});
    // 1. It is that sum mod 255.
    assert ({2'd0, bias_o} == ((sum >= 10'd510) ? sum - 10'd510 : (sum >= 10'd255) ? sum - 10'd255 : sum));
    // 2. No bias is 255 (B-05).
    assert (bias_o != 8'd255);
    cover (bias_o == 8'd254 && offset_i == 2'd3);
end
