#include "decoder.h"

#include <algorithm>

namespace rtl {

// No block is longer than this (B-20); what is, keeps its head, its last bytes and its fault when it is cut.
constexpr size_t LONGEST = VAIL_STORED_BOUND(VAIL_MOST_SYMBOLS) + 1, TAIL = 6;

static Bytes cut(const Frame &frame) {
    Bytes shorter(frame.bytes, frame.bytes + LONGEST - TAIL);
    shorter.insert(shorter.end(), frame.bytes + frame.size - TAIL, frame.bytes + frame.size);
    return shorter;
}

void Decoder::run(const std::vector<Frame> &frames,
                  const std::function<void(size_t, uint32_t, const Bytes &)> &done) {
    size_t in = 0, at = 0, out = 0;
    Bytes symbols, shorter;
    Frame frame{};
    bool offers = false;
    while (out < frames.size()) {
        if (!offers && in < frames.size() && offer.now()) {
            offers = true;
            if (at == 0) {
                frame = frames[in];
                if (frame.size > LONGEST) shorter = cut(frame), frame = {shorter.data(), shorter.size()};
            }
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
            auto beat = reinterpret_cast<const uint8_t *>(&dut.m_data_o);
            if (!dut.m_fault_o) symbols.insert(symbols.end(), beat, beat + (dut.m_count_o ? dut.m_count_o : LANES));
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
