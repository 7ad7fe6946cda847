// The mean of a block's symbols that are not zero, rounded down (B-06): sums a step a cycle, then divides,
// a bit of the quotient a cycle. 0 where every symbol is zero, which no mean is.
`default_nettype none
module vail_mean #(
    parameter int Lanes = 8
) (
    input  wire logic                                  clk_i,
    input  wire logic                                  rst_i,
    input  wire logic                                  valid_i,
    input  wire logic                                  last_i,
    input  wire logic [Lanes-1:0]                      keep_i,
    input  wire logic [Lanes*vail_pkg::SymbolBits-1:0] data_i,
    output      logic                                  ready_o,   // mean_o is that of the last block
    output      vail_pkg::symbol_t                     mean_o
);
    localparam int StepBits  = 8 + $clog2(Lanes);
    localparam int CountBits = $clog2(Lanes) + 1;
    logic [Lanes*8-1:0]   bytes_q;
    logic [StepBits-1:0]  step_sum, step_sum_q;
    logic [CountBits-1:0] step_count, step_count_q;
    logic [24:0]          sum_q, sum_d, total_sum;
    logic [16:0]          count_q, count_d, total_count, divisor_q, divisor_d, rest_q, rest_d;
    logic [17:0]          part, less;
    logic [7:0]           low_q, low_d, mean_d;
    logic                 valid0_q, last0_q, valid1_q, last1_q, any_q, any_d, divide_q, divide_d, ready_d;
    logic [2:0]           bit_q, bit_d;

    always_comb begin
        step_sum   = '0;
        step_count = '0;
        for (int i = 0; i < Lanes; i++) begin
            step_sum   = step_sum + StepBits'(bytes_q[i*8 +: 8]);
            step_count = step_count + CountBits'(bytes_q[i*8 +: 8] != 8'd0);
        end
    end
    // The sum is below 256 times the count, so its upper 17 bits are a rest already.
    assign part = {rest_q, low_q[7]};
    assign less = part - {1'b0, divisor_q};
    always_comb begin
        total_sum   = sum_q + 25'(step_sum_q);
        total_count = count_q + 17'(step_count_q);
        {sum_d, count_d} = valid1_q ? {total_sum, total_count} : {sum_q, count_q};
        {divisor_d, any_d, mean_d} = {divisor_q, any_q, mean_o};
        rest_d   = less[17] ? part[16:0] : less[16:0];
        low_d    = {low_q[6:0], 1'b0};
        bit_d    = bit_q - 3'd1;
        divide_d = divide_q & (bit_q != 3'd0);
        ready_d  = (ready_o & ~valid_i) | (divide_q & (bit_q == 3'd0));
        if (divide_q) mean_d = {mean_o[6:0], ~less[17] & any_q};
        if (valid1_q & last1_q) begin
            {rest_d, low_d}  = total_sum;
            divisor_d        = total_count;
            any_d            = total_count != '0;
            {sum_d, count_d} = '0;
            {divide_d, bit_d, ready_d} = {1'b1, 3'd7, 1'b0};
        end
    end

    always_ff @(posedge clk_i) begin
        for (int i = 0; i < Lanes; i++) bytes_q[i*8 +: 8] <= keep_i[i] ? data_i[i*8 +: 8] : 8'd0;
        {valid0_q, last0_q} <= {valid_i & ~rst_i, last_i};
        {valid1_q, last1_q} <= {valid0_q & ~rst_i, last0_q};
        {step_sum_q, step_count_q} <= {step_sum, step_count};
        {sum_q, count_q} <= {sum_d, count_d};
        {divisor_q, any_q, rest_q, low_q, bit_q} <= {divisor_d, any_d, rest_d, low_d, bit_d};
        {mean_o, divide_q, ready_o} <= {mean_d, divide_d, ready_d};
        if (rst_i) begin
            {sum_q, count_q, mean_o, divide_q} <= '0;
            ready_o <= 1'b1;
        end
    end
endmodule
