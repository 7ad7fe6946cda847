#include "decoder.h"

#include <algorithm>

namespace rtl {

constexpr size_t LONGEST = VAIL_STORED_BOUND(VAIL_MOST_SYMBOLS) + 1, TAIL = 6;

Frame bounded(const Frame &frame, Bytes &cut) {
    if (frame.size <= LONGEST) return frame;
    cut.assign(frame.bytes, frame.bytes + LONGEST - TAIL);
    cut.insert(cut.end(), frame.bytes + frame.size - TAIL, frame.bytes + frame.size);
    return {cut.data(), cut.size()};
}

void Decoder::run(const std::vector<Frame> &frames, const Decoded &done) {
    size_t in = 0, at = 0, out = 0;
    Bytes symbols, cut;
    Frame frame{};
    bool offers = false;
    while (out < frames.size()) {
        if (!offers && in < frames.size() && offer.now()) {
            offers = true;
            if (at == 0) frame = bounded(frames[in], cut);
        }
        size_t size = 0;
        if (offers) {
            size = std::min(LANES, frame.size - at);
            std::memcpy(&dut.s_data_i, frame.bytes + at, size);
            dut.s_count_i = uint8_t(size % LANES);
            dut.s_last_i = at + size == frame.size;
        }
        dut.s_valid_i = offers;
        dut.m_ready_i = take.now();
        settle();
        bool gives = dut.m_valid_o && dut.m_ready_i, takes = offers && dut.s_ready_o;
        account(gives || takes);
        if (takes) {
            offers = false;
            at += size;
            counters.bytes_in += size;
            if (at == frame.size) at = 0, in++;
        }
        if (gives) {
            if (!dut.m_fault_o) append(symbols, &dut.m_data_o, dut.m_count_o);
            if (dut.m_last_o) {
                counters.bytes_out += symbols.size();
                counters.blocks++;
                done(out++, dut.m_fault_o, symbols);
                symbols.clear();
            }
        }
        edge();
    }
    dut.s_valid_i = 0;
}

}  // namespace rtl
