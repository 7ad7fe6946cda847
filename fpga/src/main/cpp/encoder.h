// The simulated vail_enc_block and what drives it.
#pragma once
#include <functional>

#include "Vvail_enc.h"
#include "circuit.h"
#include "policy.h"

namespace rtl {

// Gets the books of a plan ready.
template <class Dut> void prepare(Circuit<Dut> &circuit, const Plan &plan) {
    if (!plan.command.best) return circuit.hold(plan.books);
    // four at a time are tried side by side: the first banks
    for (size_t i = 0; i < plan.books.size(); i++) circuit.place(int(i), *plan.books[i]);
    circuit.write(0x014, (1u << plan.books.size()) - 1);
}

// Puts a command on the pins, but for the number of symbols.
template <class Dut> void set(Dut &dut, const Command &command) {
    dut.cmd_slot_i = command.slot, dut.cmd_epoch_i = command.epoch, dut.cmd_bias_i = command.bias;
    dut.cmd_rule_i = command.rule, dut.cmd_best_i = command.best, dut.cmd_constant_i = command.constant;
    dut.cmd_streamed_i = command.streamed;
}

using Coded = std::function<void(size_t, const Bytes &)>;

class Encoder : public Circuit<Vvail_enc> {
  public:
    static constexpr uint32_t WHICH = VAIL_RTL_ENCODER;
    using Circuit::Circuit;

    // Makes the mean of the block before, for the rule `previous`, what the caller says (B-07).
    void remember(const Plan &plan, uint32_t mean);
    // Codes one piece after the other without a pause; `done` gets each block.
    void run(const Command &command, const std::vector<Piece> &pieces, const Coded &done);
};

}  // namespace rtl
