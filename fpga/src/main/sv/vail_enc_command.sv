// Takes a command, looks its book up and finds what is wrong with it (B-24, B-25), ahead of the block
// under way. A block is `whole` if all of it has to be seen before its head can be written.
`default_nettype none
module vail_enc_command #(
    parameter int Select   = 0,       // commands may say `best`, `mean` or `constant`
    parameter int BankBits = 3,
    parameter int Banks    = 1 << BankBits,
    parameter int MostKept = 4096
) (
    input  wire logic                clk_i,
    input  wire logic                rst_i,
    input  wire logic                cmd_valid_i,
    output      logic                cmd_ready_o,
    input  wire vail_pkg::symbol_t   cmd_slot_i,
    input  wire vail_pkg::symbol_t   cmd_epoch_i,
    input  wire vail_pkg::symbol_t   cmd_bias_i,
    input  wire vail_pkg::rule_t     cmd_rule_i,
    input  wire logic                cmd_best_i,
    input  wire logic                cmd_constant_i,
    input  wire logic                cmd_streamed_i,
    input  wire logic [15:0]         cmd_count_i,     // symbols less one
    output      vail_pkg::symbol_t   slot_o,          // combinational look-up
    output      vail_pkg::symbol_t   epoch_o,
    input  wire logic                known_i,
    input  wire logic [BankBits-1:0] bank_i,
    input  wire logic [Banks-1:0]    candidates_i,    // banks that `best` chooses among
    input  wire logic [Banks-1:0]    resident_i,      // banks with a book
    output      logic                valid_o,         // an order; the rest is about it
    input  wire logic                ready_i,
    output      vail_pkg::fault_t    fault_o,
    output      logic [BankBits-1:0] bank_o,
    output      vail_pkg::symbol_t   bias_o,
    output      vail_pkg::rule_t     rule_o,
    output      logic                raw_o,
    output      logic                best_o,
    output      logic                constant_o,
    output      logic                streamed_o,
    output      logic                whole_o,
    output      logic [15:0]         count_o          // symbols less one
);
    logic             taken_q, known_q, take;
    vail_pkg::fault_t named;

    assign cmd_ready_o = ~taken_q;
    assign take        = cmd_valid_i & cmd_ready_o;
    assign raw_o       = ~best_o & (slot_o == vail_pkg::SlotRaw);
    assign whole_o     = (Select != 0) & (best_o | constant_o | (~raw_o & rule_o[1]));

    always_comb begin
        named = vail_pkg::FaultNone;
        if (best_o) begin
            if (candidates_i == '0) named = vail_pkg::FaultBadArgument;
            else if ((candidates_i & ~resident_i) != '0) named = vail_pkg::FaultCodebookUnknown;
        end else if (~raw_o & ~known_q) named = vail_pkg::FaultCodebookUnknown;
        fault_o = named;
        if (named == vail_pkg::FaultNone) begin
            if (~raw_o & (rule_o == vail_pkg::RuleGiven) & (bias_o == 8'd255)) fault_o = vail_pkg::FaultBadArgument;
            else if (streamed_o & (17'(count_o) >= vail_pkg::MostStreamed)) fault_o = vail_pkg::FaultBadArgument;
            else if ((~streamed_o | whole_o) & (17'(count_o) >= 17'(MostKept))) fault_o = vail_pkg::FaultLimitExceeded;
            else if ((Select == 0) & (best_o | constant_o | rule_o[1])) fault_o = vail_pkg::FaultUnsupportedFeature;
        end
    end

    always_ff @(posedge clk_i) begin
        if (take) begin
            {slot_o, epoch_o, bias_o, rule_o} <= {cmd_slot_i, cmd_epoch_i, cmd_bias_i, cmd_rule_i};
            {best_o, constant_o, streamed_o, count_o} <= {cmd_best_i, cmd_constant_i, cmd_streamed_i, cmd_count_i};
        end
        {known_q, bank_o} <= {known_i, bank_i};
        taken_q <= ~rst_i & (take | (taken_q & ~(valid_o & ready_i)));
        valid_o <= ~rst_i & taken_q & ~(valid_o & ready_i);
    end
endmodule
