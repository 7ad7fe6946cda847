#include "sliced_encoder.h"

namespace rtl {

// A circuit is told of a piece while it codes the one before, and not sooner: others may come to it first.
constexpr size_t AHEAD = 2;

void SlicedEncoder::ask(const std::vector<Piece> &pieces) {
    if (next_ == pieces.size()) return;
    each(crew_ & ~asks_, [&](int slice) {
        if (next_ == pieces.size() || underWay(slice) == AHEAD) return;
        dut.cmd_count_i.set(slice, pieces[next_].size - 1);
        asked_[slice] = next_++;
        put(asks_, slice, true);
    });
}

void SlicedEncoder::run(const Command &command, const std::vector<Piece> &pieces, const Coded &done) {
    size_t out = 0;
    next_ = 0;
    crew_ = crew(pieces.size());
    set(dut, command);
    auto count = [&](size_t number, uint32_t, const Bytes &block) { done(number, block), out++; };
    while (out < pieces.size()) {
        ask(pieces);
        dut.cmd_valid_i.plane[0] = asks_;
        cycle(count, [&] {
            W taken = asks_ & dut.cmd_ready_o.plane[0];
            asks_ &= ~taken;
            each(taken, [&](int slice) { begin(slice, asked_[slice], pieces[asked_[slice]]); });
        });
    }
    dut.cmd_valid_i = dut.s_valid_i = 0;
}

}  // namespace rtl
