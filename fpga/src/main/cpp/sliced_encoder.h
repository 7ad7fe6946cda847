// 64 encoders side by side.
#pragma once
#include "EncoderGates.h"
#include "encoder.h"
#include "sliced.h"

namespace rtl {

class SlicedEncoder : public Sliced<EncoderGates> {
  public:
    static constexpr uint32_t WHICH = VAIL_RTL_ENCODER;
    using Sliced::Sliced;

    // Codes pieces, each in a circuit that has room; `done` gets each block.
    void run(const Command &command, const std::vector<Piece> &pieces, const Coded &done);

  private:
    void ask(const std::vector<Piece> &pieces);

    W asks_ = 0;  // whose command waits, and for which piece
    size_t asked_[SLICES], next_ = 0;
};

}  // namespace rtl
