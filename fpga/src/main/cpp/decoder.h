// The simulated vail_dec_block and what drives it.
#pragma once
#include <functional>

#include "Vvail_dec.h"
#include "circuit.h"

namespace rtl {

struct Frame {
    const uint8_t *bytes;
    size_t size;  // 1 or more
};

class Decoder : public Circuit<Vvail_dec> {
  public:
    using Circuit::Circuit;

    // Decodes one frame after the other without a pause; `done` gets the symbols of each, or its fault.
    void run(const std::vector<Frame> &frames, const std::function<void(size_t, uint32_t fault, const Bytes &)> &done);
};

}  // namespace rtl
