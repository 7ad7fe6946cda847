// Carries orders out, one at a time. A block that need not be seen whole passes through; any other is
// kept, and when its mean and the cheapest pair of book and bias are known (B-06, B-23, B-25), or that it
// is constant, it is played back. Symbols of an order with a fault are taken and dropped.
`default_nettype none
module vail_enc_order #(
    parameter int Lanes    = 8,
    parameter int Select   = 0,
    parameter int RowBits  = 9,
    parameter int BankBits = 3,
    parameter int Banks    = 1 << BankBits,
    parameter int PosBits  = $clog2(Lanes)
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic [Banks*24-1:0] names_i,        // of the books: center, epoch, slot
    input  wire vail_pkg::symbol_t   center_i,       // of the book of bank_o
    input  wire logic [Banks-1:0]    candidates_i,
    input  wire logic                cost_we_i,      // the encoder's entries; waits for cost_ready_o
    output      logic                cost_ready_o,
    input  wire logic [BankBits+7:0] cost_addr_i,
    input  wire vail_pkg::entry_t    cost_entry_i,
    input  wire logic                order_valid_i,
    output      logic                order_ready_o,
    input  wire vail_pkg::fault_t    fault_i,
    input  wire logic [BankBits-1:0] bank_i,
    input  wire vail_pkg::symbol_t   bias_i,
    input  wire vail_pkg::rule_t     rule_i,
    input  wire logic                raw_i,
    input  wire logic                best_i,
    input  wire logic                constant_i,
    input  wire logic                streamed_i,
    input  wire logic                whole_i,
    input  wire logic [15:0]         count_i,        // symbols less one
    output      vail_pkg::fault_t    fault_o,        // of the last order
    input  wire logic                s_valid_i,      // symbols
    output      logic                s_ready_o,
    input  wire logic [Lanes*8-1:0]  s_data_i,
    output      logic                start_valid_o,  // a block, for a coder
    input  wire logic                start_ready_i,
    output      logic                raw_o,          // these as long as it lasts
    output      logic                constant_o,
    output      logic [BankBits-1:0] bank_o,
    output      vail_pkg::symbol_t   bias_o,
    output      logic                streamed_o,
    output      logic [15:0]         count_o,
    output      logic                step_valid_o,   // its symbols; the first one only if it is constant
    input  wire logic                step_ready_i,
    output      logic [Lanes*8-1:0]  step_data_o,
    output      logic [Lanes-1:0]    step_keep_o,
    output      logic [PosBits-1:0]  step_count_o,   // 0 for all
    output      logic                step_last_o
);
    typedef enum logic [3:0] {Idle, Drop, Fill, Settle, Search, Rule, Start, Through, Replay} state_t;
    localparam logic     Whole = Select != 0;    // some blocks are seen whole before they are coded
    state_t              state_q, state_d;
    logic [15:0]         left_q, left_d;     // symbols less one
    vail_pkg::rule_t     rule_q;
    vail_pkg::symbol_t   mean, mean_q, mean_d, stream_q, ruled, bias_d, found_bias;
    logic [BankBits-1:0] bank_d, found_bank;
    logic                best_q, asks, asks_q, whole_q, may_constant_q, constant_d, take, step, same;
    logic                mean_ready, track_q, settled, found, search_row, row_valid, row_take;
    logic [Lanes*8-1:0]  row;

    assign step_last_o  = left_q[15:PosBits] == '0;
    assign step_keep_o  = step_last_o ? ~({Lanes{1'b1}} << 1 << left_q[PosBits-1:0]) : '1;
    assign step_count_o = step_last_o ? left_q[PosBits-1:0] + PosBits'(1) : '0;
    assign step_data_o  = (Whole && state_q == Replay) ? row : s_data_i;
    assign step_valid_o = (state_q == Through) ? s_valid_i : (Whole & (state_q == Replay) & row_valid);
    assign s_ready_o    = (state_q == Drop) | (Whole & (state_q == Fill)) | ((state_q == Through) & step_ready_i);
    assign take         = s_valid_i & s_ready_o;
    assign row_take     = row_valid & (((state_q == Search) & search_row) | ((state_q == Replay) & step_ready_i));
    assign step         = take | row_take;

    // The mean of the stream is that of its last block (B-07), whose division may still be under way.
    assign settled       = mean_ready & ~track_q;
    assign asks          = whole_i | (~raw_i & (rule_i != vail_pkg::RuleGiven));
    assign order_ready_o = (state_q == Idle) & (settled | ~asks);
    assign start_valid_o = state_q == Start;

    vail_mean #(.Lanes(Lanes)) u_mean (
        .clk_i, .rst_i, .valid_i(take & (state_q != Drop) & asks_q), .last_i(step_last_o), .keep_i(step_keep_o),
        .data_i(s_data_i), .ready_o(mean_ready), .mean_o(mean)
    );
    vail_bias_rule u_rule (.mean_i(mean_q), .center_i, .offset_i(2'd0), .bias_o(ruled));

    if (Select != 0) begin : g_select
        logic reading, looking;
        assign reading = (state_q == Search) | (state_q == Replay);
        vail_enc_kept #(.Width(Lanes*8), .RowBits(RowBits)) u_kept (
            .clk_i, .rst_i, .write_i(take & (state_q == Fill)), .data_i(s_data_i),
            .rewind_i((~reading & (state_q != Fill)) | (step & step_last_o)), .read_i(reading), .valid_o(row_valid),
            .take_i(row_take), .data_o(row)
        );
        vail_enc_same #(.Lanes(Lanes)) u_same (
            .clk_i, .begin_i(state_q == Idle), .valid_i(take), .keep_i(step_keep_o), .data_i(s_data_i), .same_o(same)
        );
        vail_enc_search #(.Lanes(Lanes), .BankBits(BankBits)) u_search (
            .clk_i, .rst_i, .cost_we_i, .cost_addr_i, .cost_entry_i, .names_i,
            .candidates_i(best_q ? candidates_i : Banks'(1) << bank_o), .rule_i(rule_q), .bias_i(bias_o), .mean_i(mean_q),
            .search_i(state_q == Search), .looking_o(looking), .row_valid_i(row_valid), .row_ready_o(search_row),
            .row_keep_i(step_keep_o), .row_last_i(step_last_o), .row_data_i(row), .found_o(found),
            .bank_o(found_bank), .bias_o(found_bias)
        );
        assign cost_ready_o = ~looking;
    end else begin : g_through
        logic unused;
        assign unused = &{1'b0, names_i, candidates_i, cost_we_i, cost_addr_i, cost_entry_i, best_q, may_constant_q};
        assign {row_valid, row, same, search_row, found, found_bank, found_bias} = '0;
        assign cost_ready_o = 1'b1;
    end

    always_comb begin
        state_d    = state_q;
        left_d     = step ? (step_last_o ? count_o : left_q - 16'(Lanes)) : left_q;
        bias_d     = bias_o;
        bank_d     = bank_o;
        mean_d     = mean_q;
        constant_d = constant_o;
        case (state_q)
            Idle: if (order_valid_i & order_ready_o) begin
                {left_d, bank_d, mean_d, constant_d} = {count_i, bank_i, stream_q, 1'b0};
                bias_d  = raw_i ? 8'd0 : bias_i;
                if (fault_i != vail_pkg::FaultNone) state_d = Drop;
                else if (Whole & whole_i) state_d = Fill;
                else if (asks) state_d = Rule;
                else state_d = Start;
            end
            Drop: if (take & step_last_o) state_d = Idle;
            Fill: if (Whole & take & step_last_o) state_d = Settle;
            Settle: if (Whole & mean_ready) begin
                if (rule_q[1]) mean_d = mean;
                state_d = Start;
                if (may_constant_q & same & (count_o != '0)) {constant_d, left_d} = {1'b1, 16'd0};
                else if (best_q | (rule_q == vail_pkg::RuleThree)) state_d = Search;
                else if (rule_q != vail_pkg::RuleGiven) state_d = Rule;
            end
            Search: if (Whole & found) begin
                {bank_d, bias_d} = {found_bank, found_bias};
                state_d = Start;
            end
            Rule: begin
                bias_d  = ruled;
                state_d = Start;
            end
            Start: if (start_ready_i) begin
                state_d = Through;
                if (Whole & whole_q) state_d = Replay;
            end
            default: if (step & step_last_o) state_d = Idle;
        endcase
    end

    always_ff @(posedge clk_i) begin
        state_q <= rst_i ? Idle : state_d;
        {left_q, bank_o, bias_o, mean_q, constant_o} <= {left_d, bank_d, bias_d, mean_d, constant_d};
        if (order_valid_i & order_ready_o) begin
            {rule_q, raw_o, best_q, asks_q, whole_q} <= {raw_i ? vail_pkg::RuleGiven : rule_i, raw_i, best_i, asks, whole_i};
            {may_constant_q, streamed_o, count_o} <= {constant_i, streamed_i, count_i};
            fault_o <= fault_i;
        end
        // only blocks of this rule are on the stream, and of these the ones that are delivered
        track_q  <= ~rst_i & ((take & step_last_o & (state_q != Drop) & (rule_q == vail_pkg::RulePrevious))
                              | (track_q & ~mean_ready));
        stream_q <= rst_i ? '0 : (track_q & mean_ready) ? mean : stream_q;
        if (rst_i) fault_o <= vail_pkg::FaultNone;
    end
endmodule
