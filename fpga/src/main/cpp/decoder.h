// The simulated vail_dec_block and what drives it.
#pragma once
#include <functional>

#include "Vvail_dec.h"
#include "circuit.h"

namespace rtl {

using Frame = Piece;  // of 1 byte or more

using Decoded = std::function<void(size_t, uint32_t fault, const Bytes &)>;

// No block is longer than a limit (B-20); what is, keeps its head, its last bytes and its fault when it is cut. `cut`
// holds the shorter one.
Frame bounded(const Frame &frame, Bytes &cut);

class Decoder : public Circuit<Vvail_dec> {
  public:
    static constexpr uint32_t WHICH = VAIL_RTL_DECODER;
    using Circuit::Circuit;

    // Decodes one frame after the other without a pause; `done` gets the symbols of each, or its fault.
    void run(const std::vector<Frame> &frames, const Decoded &done);
};

}  // namespace rtl
