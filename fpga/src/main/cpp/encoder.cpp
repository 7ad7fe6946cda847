#include "encoder.h"

#include <algorithm>

namespace rtl {

void Encoder::prepare(const Plan &plan) {
    if (!plan.command.best) return hold(plan.books);
    // four at a time are tried side by side: the first banks
    for (size_t i = 0; i < plan.books.size(); i++) place(int(i), *plan.books[i]);
    write(0x014, (1u << plan.books.size()) - 1);
}

// A block of one symbol has that symbol for its mean, and a zero has none.
void Encoder::remember(const Plan &plan, uint32_t mean) {
    Command command = plan.command;
    command.best = command.constant = false;
    command.streamed = true;
    uint8_t symbol = uint8_t(mean);
    run(command, {{&symbol, 1}}, [](size_t, const Bytes &) {});
}

void Encoder::run(const Command &command, const std::vector<Piece> &pieces,
                  const std::function<void(size_t, const Bytes &)> &done) {
    size_t commanded = 0, in = 0, at = 0, out = 0;
    Bytes block;
    dut.cmd_slot_i = command.slot, dut.cmd_epoch_i = command.epoch, dut.cmd_bias_i = command.bias;
    dut.cmd_rule_i = command.rule, dut.cmd_best_i = command.best, dut.cmd_constant_i = command.constant;
    dut.cmd_streamed_i = command.streamed;
    bool offers = false;
    while (out < pieces.size()) {
        dut.cmd_valid_i = commanded < pieces.size();
        if (dut.cmd_valid_i) dut.cmd_count_i = uint16_t(pieces[commanded].size - 1);
        offers = offers || (in < commanded && offer.now());
        size_t size = 0;
        if (offers) {
            size = std::min(LANES, pieces[in].size - at);
            std::memcpy(&dut.s_data_i, pieces[in].bytes + at, size);
        }
        dut.s_valid_i = offers;
        dut.m_ready_i = take.now();
        settle();
        bool gives = dut.m_valid_o && dut.m_ready_i, takes = offers && dut.s_ready_o;
        account(gives || takes);
        commanded += dut.cmd_valid_i && dut.cmd_ready_o;
        if (takes) {
            offers = false;
            at += size;
            counters.bytes_in += size;
            if (at == pieces[in].size) at = 0, in++;
        }
        if (gives) {
            auto beat = reinterpret_cast<const uint8_t *>(&dut.m_data_o);
            block.insert(block.end(), beat, beat + (dut.m_count_o ? dut.m_count_o : LANES));
            if (dut.m_last_o) {
                counters.bytes_out += block.size();
                counters.blocks++;
                done(out++, block);
                block.clear();
            }
        }
        edge();
    }
    dut.cmd_valid_i = dut.s_valid_i = 0;
}

}  // namespace rtl
