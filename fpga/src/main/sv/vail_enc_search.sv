// Selection `best` with stride 1 (B-25): the block is read once for every offset of the bias and every
// four books, which are tried side by side. The pair with the fewest bits wins; of equals the one with
// the lowest slot, then epoch, then the first offset of the list 0, -1, 1.
`default_nettype none
module vail_enc_search #(
    parameter int Lanes    = 8,
    parameter int BankBits = 3,
    parameter int Banks    = 1 << BankBits
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                cost_we_i,
    input  wire logic [BankBits+7:0] cost_addr_i,
    input  wire vail_pkg::entry_t    cost_entry_i,
    input  wire logic [Banks*24-1:0] names_i,       // center, epoch, slot; these as long as it searches
    input  wire logic [Banks-1:0]    candidates_i,
    input  wire vail_pkg::rule_t     rule_i,
    input  wire vail_pkg::symbol_t   bias_i,        // of RuleGiven
    input  wire vail_pkg::symbol_t   mean_i,        // of the other rules
    input  wire logic                search_i,      // until found_o
    output      logic                looking_o,     // the tables are being read
    input  wire logic                row_valid_i,   // the block, from its first row, again and again
    output      logic                row_ready_o,
    input  wire logic [Lanes-1:0]    row_keep_i,
    input  wire logic                row_last_i,
    input  wire logic [Lanes*8-1:0]  row_data_i,
    output      logic                found_o,       // for a cycle
    output      logic [BankBits-1:0] bank_o,
    output      vail_pkg::symbol_t   bias_o
);
    localparam int GroupBits = BankBits - 2;
    localparam int Groups    = Banks / 4;
    localparam int KeyBits   = 21 + 16 + 2;
    typedef enum logic [2:0] {Idle, Prepare, Rows, Drain, Compare, Next} state_t;
    state_t               state_q, state_d;
    logic [2:0]           at_q, at_d;             // unit, or cycles waited
    logic [GroupBits-1:0] group_q, group_d;
    logic [1:0]           offset_q, offset_d;     // index in the list
    logic [4*8-1:0]       biases_q;
    logic [4*21-1:0]      sums;
    logic [BankBits-1:0]  bank;
    logic [23:0]          name;
    logic [KeyBits-1:0]   key, least_q;
    logic                 better, clear;
    vail_pkg::symbol_t    ruled, bias, unit_bias;

`ifndef __ICARUS__
    if (BankBits < 3) $fatal(1, "at least two groups of four books");
`endif

    assign bank = {group_q, at_q[1:0]};
    assign name = names_i[bank*24 +: 24];
    vail_bias_rule u_rule (
        .mean_i, .center_i(name[23:16]), .offset_i((offset_q == 2'd1) ? 2'd3 : {1'b0, offset_q[1]}), .bias_o(ruled)
    );
    assign bias      = (rule_i == vail_pkg::RuleGiven) ? bias_i : ruled;
    assign unit_bias = biases_q[at_q[1:0]*8 +: 8];
    assign key       = {sums[at_q[1:0]*21 +: 21], name[7:0], name[15:8], offset_q};
    assign better    = (state_q == Compare) & candidates_i[bank] & (key < least_q);

    assign row_ready_o = state_q == Rows;
    assign looking_o   = (state_q == Rows) | (state_q == Drain);
    assign clear       = state_q == Prepare;
    for (genvar u = 0; u < 4; u++) begin : g_unit
        vail_enc_cost #(.Lanes(Lanes), .GroupBits(GroupBits)) u_cost (
            .clk_i, .we_i(cost_we_i & (cost_addr_i[9:8] == 2'(u))),
            .waddr_i({cost_addr_i[8+2 +: GroupBits], cost_addr_i[7:0]}),
            .bits_i({1'b0, cost_entry_i[11:8]} + {1'b0, cost_entry_i[vail_pkg::EntryBits-1], 3'd0}),
            .clear_i(clear), .group_i(group_q), .bias_i(biases_q[u*8 +: 8]), .valid_i(row_valid_i & row_ready_o),
            .keep_i(row_keep_i), .data_i(row_data_i), .sum_o(sums[u*21 +: 21])
        );
    end

    always_comb begin
        state_d  = state_q;
        at_d     = at_q + 3'd1;
        group_d  = group_q;
        offset_d = offset_q;
        found_o  = 1'b0;
        case (state_q)
            Idle: begin
                {group_d, offset_d, at_d} = '0;
                if (search_i) state_d = Prepare;
            end
            Prepare: if (at_q[1:0] == 2'd3) begin
                state_d = Rows;
                if (candidates_i[group_q*4 +: 4] == 4'd0) state_d = Next;
            end
            Rows: begin
                at_d = '0;
                if (row_valid_i & row_last_i) state_d = Drain;
            end
            Drain: if (at_q == 3'd5) begin
                at_d    = '0;
                state_d = Compare;
            end
            Compare: if (at_q[1:0] == 2'd3) state_d = Next;
            default: begin
                at_d    = '0;
                group_d = group_q + GroupBits'(1);
                state_d = Prepare;
                if (group_q == GroupBits'(Groups - 1)) begin
                    offset_d = offset_q + 2'd1;
                    if (rule_i != vail_pkg::RuleThree || offset_q == 2'd2) begin
                        found_o = 1'b1;
                        state_d = Idle;
                    end
                end
            end
        endcase
    end

    always_ff @(posedge clk_i) begin
        state_q <= rst_i ? Idle : state_d;
        {at_q, group_q, offset_q} <= {at_d, group_d, offset_d};
        if (state_q == Prepare) biases_q[at_q[1:0]*8 +: 8] <= bias;
        if (state_q == Idle) least_q <= '1;
        else if (better) {least_q, bank_o, bias_o} <= {key, bank, unit_bias};
    end
endmodule
