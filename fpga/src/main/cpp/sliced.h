// Circuits side by side, each with sources of its own: what goes in and comes out in a cycle (tools/sliced.py).
#pragma once
#include <deque>

#include "circuit.h"
#include "slices.h"

namespace rtl {

// Whether this processor has what the circuits were compiled for.
inline bool canSlice() {
#ifdef VAIL_AVX2
    return __builtin_cpu_supports("avx2");
#else
    return true;
#endif
}

// Dut has the pins of Circuit, sliced.
template <class Dut> class Sliced : public Circuit<Dut> {
  public:
    using Circuit<Dut>::Circuit;  // there are no pauses, whatever the pace
    using Circuit<Dut>::dut, Circuit<Dut>::counters;

  protected:
    // Which circuits have a part in so many blocks: as many as can, as a cycle takes as long with few as with all.
    static W crew(size_t blocks) {
        W set = {};
        for (size_t slice = 0; slice < std::min(blocks, size_t(SLICES)); slice++) put(set, int(slice), true);
        return set;
    }
    // From now on the slice offers this source, behind those it has.
    void begin(int slice, size_t number, Piece source) {
        Slice &s = slices_[slice];
        s.sources.push_back(source);
        s.due.push_back(number);
        put(busy_, slice, true);
        if (s.sources.size() == 1) aim(slice);
    }
    const W &feeding() const { return feeding_; }
    size_t underWay(int slice) const { return slices_[slice].due.size(); }
    // What pins say of a beat beside its bytes, and of a result's.
    virtual void describe(int, size_t, bool) {}
    virtual uint32_t fault(int) const { return VAIL_OK; }

    // One cycle: done(number, fault, bytes) gets what is complete, and settled() looks at other pins before the edge.
    template <class Done, class Settled> void cycle(Done done, Settled settled) {
        offer();
        this->settle();
        W takes = feeding_ & dut.s_ready_o.plane[0], gives = dut.m_valid_o.plane[0];
        account(takes, gives);
        if (any(gives)) collect(gives, done);
        each(takes, [&](int slice) { took(slice); });
        settled();
        this->edge();
    }

  private:
    struct Slice {
        std::deque<Piece> sources;  // the first is being taken
        std::deque<size_t> due;     // numbers of those that are not complete
        size_t at = 0;
        Bytes given;
    };
    size_t size(const Slice &s) const { return std::min(LANES, s.sources.front().size - s.at); }

    // Makes the next beat of a slice the one that it offers.
    void aim(int slice) {
        Slice &s = slices_[slice];
        put(feeding_, slice, !s.sources.empty());
        if (s.sources.empty()) return;
        uint8_t beat[LANES] = {};
        std::memcpy(beat, s.sources.front().bytes + s.at, size(s));
        std::memcpy(&low_[slice], beat, 8);
        std::memcpy(&high_[slice], beat + 8, 8);
        describe(slice, size(s), s.at + size(s) == s.sources.front().size);
    }
    void offer() {
        dut.s_valid_i.plane[0] = feeding_;
        dut.m_ready_i = 1;
        Numbers<64> low = low_, high = high_;
        low.give(&dut.s_data_i.plane[0]);
        high.give(&dut.s_data_i.plane[64]);
    }
    void took(int slice) {
        Slice &s = slices_[slice];
        counters.bytes_in += size(s);
        s.at += size(s);
        if (s.at == s.sources.front().size) s.at = 0, s.sources.pop_front();
        aim(slice);
    }
    template <class Done> void collect(const W &gives, Done done) {
        Numbers<64> low, high;
        low.of(&dut.m_data_o.plane[0]);
        high.of(&dut.m_data_o.plane[64]);
        each(gives, [&](int slice) {
            Slice &s = slices_[slice];
            uint8_t beat[LANES];
            std::memcpy(beat, &low[slice], 8);
            std::memcpy(beat + 8, &high[slice], 8);
            if (!fault(slice)) append(s.given, beat, size_t(dut.m_count_o.get(slice)));
            if (!dut.m_last_o.get(slice)) return;
            if (s.due.empty()) throw Hung();
            counters.bytes_out += s.given.size();
            counters.blocks++;
            done(s.due.front(), fault(slice), s.given);
            s.due.pop_front();
            s.given.clear();
            if (s.due.empty()) put(busy_, slice, false);
        });
    }
    void account(const W &takes, const W &gives) {
        counters.cycles += count(busy_);
        counters.refused += count(feeding_ & ~takes);
        counters.starved += count(busy_ & ~feeding_ & dut.s_ready_o.plane[0]);
        this->watch(any(takes | gives));
    }

    Slice slices_[SLICES];
    W feeding_ = {}, busy_ = {};
    Numbers<64> low_, high_;  // the beats that slices offer
};

}  // namespace rtl
