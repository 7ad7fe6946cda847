// Decoders side by side.
#pragma once
#include "DecoderGates.h"
#include "decoder.h"
#include "sliced.h"

namespace rtl {

class SlicedDecoder : public Sliced<DecoderGates> {
  public:
    static constexpr uint32_t WHICH = VAIL_RTL_DECODER;
    // With fewer blocks they are no faster than one circuit, which has eight of them under way at once.
    static constexpr size_t LEAST = 8 * SLICES;
    using Sliced::Sliced;

    // Decodes frames, each in a circuit that has room; `done` gets the symbols of each, or its fault.
    void run(const std::vector<Frame> &frames, const Decoded &done);

  private:
    void describe(int slice, size_t size, bool last) override {
        dut.s_count_i.set(slice, size % LANES);
        dut.s_last_i.set(slice, last);
    }
    uint32_t fault(int slice) const override { return uint32_t(dut.m_fault_o.get(slice)); }

    Bytes cut_[SLICES];
};

}  // namespace rtl
