#include "sliced_decoder.h"

namespace rtl {

void SlicedDecoder::run(const std::vector<Frame> &frames, const Decoded &done) {
    size_t out = 0, next = 0;
    W mine = crew(frames.size());
    auto count = [&](size_t number, uint32_t fault, const Bytes &symbols) { done(number, fault, symbols), out++; };
    while (out < frames.size()) {
        if (next < frames.size())
            each(mine & ~feeding(), [&](int slice) {
                if (next == frames.size()) return;
                begin(slice, next, bounded(frames[next], cut_[slice]));
                next++;
            });
        cycle(count, [] {});
    }
    dut.s_valid_i = 0;
}

}  // namespace rtl
