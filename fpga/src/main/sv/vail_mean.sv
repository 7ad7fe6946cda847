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
    localparam int Levels    = $clog2(Lanes);
    localparam int StepBits  = 8 + Levels;
    localparam int CountBits = Levels + 1;
    // A tree of pairs, node 0 the sum of a step, nodes 2i + 1 and 2i + 2 the parts of node i; registered at each
    // level, because yosys makes one costlier adder of all that is added at once.
    logic [(2*Lanes-1)*StepBits-1:0] node_q;
    logic [Lanes-1:0]     flags_q;
    logic [CountBits-1:0] step_count, late_count;
    logic [Levels:0]      valid_q, last_q;
    logic [24:0]          sum_q, sum_d, total_sum;
    logic [16:0]          count_q, count_d, total_count, divisor_q, divisor_d, rest_q, rest_d;
    logic [17:0]          part, less;
    logic [7:0]           low_q, low_d, mean_d;
    logic                 valid, any_q, any_d, divide_q, divide_d, ready_d;
    logic [2:0]           bit_q, bit_d;

    for (genvar i = 0; i < Lanes; i++) begin : g_leaf
        always_ff @(posedge clk_i) begin
            flags_q[i] <= keep_i[i] & (data_i[i*8 +: 8] != 8'd0);
            node_q[(Lanes-1+i)*StepBits +: StepBits] <= keep_i[i] ? StepBits'(data_i[i*8 +: 8]) : '0;
        end
    end
    for (genvar i = 0; i < Lanes - 1; i++) begin : g_node
        always_ff @(posedge clk_i) node_q[i*StepBits +: StepBits] <=
            node_q[(2*i+1)*StepBits +: StepBits] + node_q[(2*i+2)*StepBits +: StepBits];
    end
    always_comb begin
        step_count = '0;
        for (int i = 0; i < Lanes; i++) step_count = step_count + CountBits'(flags_q[i]);
    end
    vail_delay #(.Width(CountBits), .Cycles(Levels)) u_count (.clk_i, .data_i(step_count), .data_o(late_count));
    assign valid = valid_q[Levels];
    // The sum is below 256 times the count, so its upper 17 bits are a rest already.
    assign part = {rest_q, low_q[7]};
    assign less = part - {1'b0, divisor_q};
    always_comb begin
        total_sum   = sum_q + 25'(node_q[StepBits-1:0]);
        total_count = count_q + 17'(late_count);
        {sum_d, count_d} = valid ? {total_sum, total_count} : {sum_q, count_q};
        {divisor_d, any_d, mean_d} = {divisor_q, any_q, mean_o};
        rest_d   = less[17] ? part[16:0] : less[16:0];
        low_d    = {low_q[6:0], 1'b0};
        bit_d    = bit_q - 3'd1;
        divide_d = divide_q & (bit_q != 3'd0);
        ready_d  = (ready_o & ~valid_i) | (divide_q & (bit_q == 3'd0));
        if (divide_q) mean_d = {mean_o[6:0], ~less[17] & any_q};
        if (valid & last_q[Levels]) begin
            {rest_d, low_d}  = total_sum;
            divisor_d        = total_count;
            any_d            = total_count != '0;
            {sum_d, count_d} = '0;
            {divide_d, bit_d, ready_d} = {1'b1, 3'd7, 1'b0};
        end
    end

    always_ff @(posedge clk_i) begin
        valid_q <= rst_i ? '0 : {valid_q[Levels-1:0], valid_i};
        last_q  <= {last_q[Levels-1:0], last_i};
        {sum_q, count_q} <= {sum_d, count_d};
        {divisor_q, any_q, rest_q, low_q, bit_q} <= {divisor_d, any_d, rest_d, low_d, bit_d};
        {mean_o, divide_q, ready_o} <= {mean_d, divide_d, ready_d};
        if (rst_i) begin
            {sum_q, count_q, mean_o, divide_q} <= '0;
            ready_o <= 1'b1;
        end
    end
endmodule
