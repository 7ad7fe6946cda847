#include "encoder.h"

#include <algorithm>

namespace rtl {

// A block of one symbol has that symbol for its mean, and a zero has none.
void Encoder::remember(const Plan &plan, uint32_t mean) {
    Command command = plan.command;
    command.best = command.constant = false;
    command.streamed = true;
    uint8_t symbol = uint8_t(mean);
    run(command, {{&symbol, 1}}, [](size_t, const Bytes &) {});
}

void Encoder::run(const Command &command, const std::vector<Piece> &pieces, const Coded &done) {
    size_t commanded = 0, in = 0, at = 0, out = 0;
    Bytes block;
    set(dut, command);
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
            append(block, &dut.m_data_o, dut.m_count_o);
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
