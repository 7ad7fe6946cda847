// The simulated vail_enc_block and what drives it.
#pragma once
#include <functional>

#include "Vvail_enc.h"
#include "circuit.h"
#include "policy.h"

namespace rtl {

struct Piece {
    const uint8_t *bytes;
    size_t size;
};

class Encoder : public Circuit<Vvail_enc> {
  public:
    using Circuit::Circuit;

    // Gets the books of a plan ready.
    void prepare(const Plan &plan);
    // Makes the mean of the block before, for the rule `previous`, what the caller says (B-07).
    void remember(const Plan &plan, uint32_t mean);
    // Codes one piece after the other without a pause; `done` gets each block.
    void run(const Command &command, const std::vector<Piece> &pieces, const std::function<void(size_t, const Bytes &)> &done);
};

}  // namespace rtl
