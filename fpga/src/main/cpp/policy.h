// A policy of vail.h as a command of the encoder, as far as the circuit can do it.
#pragma once
#include <map>

#include "book.h"

namespace rtl {

using Books = std::map<Name, Book>;

struct Command {
    uint8_t slot = 0, epoch = 0, bias = 0, rule = 0;
    bool best = false, constant = false, streamed = false;

    size_t mostSymbols() const { return streamed ? VAIL_MOST_STREAMED_SYMBOLS : VAIL_MOST_SYMBOLS; }
    // Bytes that a block of so many symbols does not exceed.
    size_t bound(size_t symbols) const { return VAIL_FRAME_BYTES + (streamed ? 2 * symbols + 32 : symbols); }
};

// vail_pkg.sv
enum Rule : uint8_t { GIVEN = 0, PREVIOUS = 1, MEAN = 2, THREE = 3 };

struct Plan {
    uint32_t fault = VAIL_OK;  // of every block
    Command command;
    std::vector<const Book *> books;
};

// Whether the policy is one (vail_policy_t); no book is looked at.
bool isPolicy(const vail_policy_t &policy);
Plan planOf(const vail_policy_t &policy, const Books &books);

}  // namespace rtl
