// The mean of a block's symbols that are not zero, rounded down (B-06): sums a step a cycle, then finds
// the eight bits of the quotient one by one. 0 where every symbol is zero, which no mean is.
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
    localparam int StepBits = 8 + $clog2(Lanes) + 1;
    logic [StepBits-1:0] step_sum, step_sum_q;
    logic [7:0]          step_count, step_count_q, mean_d;
    logic [24:0]         sum_q, sum_d, total_sum, dividend_q, dividend_d, part;
    logic [17:0]         count_q, count_d, total_count, divisor_q, divisor_d;
    logic                valid_q, last_q, divide_q, divide_d, ready_d;
    logic [2:0]          bit_q, bit_d;

    always_comb begin
        step_sum   = '0;
        step_count = '0;
        for (int i = 0; i < Lanes; i++)
            if (keep_i[i] && data_i[i*8 +: 8] != 8'd0) begin
                step_sum   = step_sum + StepBits'(data_i[i*8 +: 8]);
                step_count = step_count + 8'd1;
            end
    end
    // The block's sums move on to be divided, so that the next block may begin meanwhile.
    assign part = {7'd0, divisor_q} << bit_q;
    always_comb begin
        total_sum   = sum_q + 25'(step_sum_q);
        total_count = count_q + 18'(step_count_q);
        sum_d       = sum_q;
        count_d     = count_q;
        dividend_d  = dividend_q;
        divisor_d   = divisor_q;
        mean_d      = mean_o;
        divide_d    = divide_q;
        bit_d       = bit_q;
        ready_d     = ready_o & ~valid_i;
        if (divide_q) begin
            if (part <= dividend_q && divisor_q != '0) begin
                dividend_d    = dividend_q - part;
                mean_d[bit_q] = 1'b1;
            end
            bit_d    = bit_q - 3'd1;
            divide_d = bit_q != 3'd0;
            ready_d  = bit_q == 3'd0;
        end
        if (valid_q) {sum_d, count_d} = {total_sum, total_count};
        if (valid_q & last_q) begin
            {dividend_d, divisor_d} = {total_sum, total_count};
            {sum_d, count_d}        = '0;
            {divide_d, bit_d, mean_d, ready_d} = {1'b1, 3'd7, 8'd0, 1'b0};
        end
    end

    always_ff @(posedge clk_i) begin
        valid_q      <= valid_i & ~rst_i;
        last_q       <= last_i;
        step_sum_q   <= step_sum;
        step_count_q <= step_count;
        sum_q        <= sum_d;
        count_q      <= count_d;
        mean_o       <= mean_d;
        divide_q     <= divide_d;
        bit_q        <= bit_d;
        dividend_q   <= dividend_d;
        divisor_q    <= divisor_d;
        ready_o      <= ready_d;
        if (rst_i) begin
            sum_q    <= '0;
            count_q  <= '0;
            mean_o   <= '0;
            divide_q <= 1'b0;
            ready_o  <= 1'b1;
        end
    end
endmodule
