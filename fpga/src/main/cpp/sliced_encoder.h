// Encoders side by side.
#pragma once
#include "EncoderGates.h"
#include "encoder.h"
#include "sliced.h"

namespace rtl {

class SlicedEncoder : public Sliced<EncoderGates> {
  public:
    static constexpr uint32_t WHICH = VAIL_RTL_ENCODER;
    // With fewer blocks they are no faster than one circuit.
    static constexpr size_t LEAST = 24;
    using Sliced::Sliced;

    // Codes pieces, each in a circuit that has room; `done` gets each block.
    void run(const Command &command, const std::vector<Piece> &pieces, const Coded &done);

  private:
    void ask(const std::vector<Piece> &pieces);

    W crew_, asks_ = {};  // whose command waits, and for which piece
    size_t asked_[SLICES], next_ = 0;
};

}  // namespace rtl
