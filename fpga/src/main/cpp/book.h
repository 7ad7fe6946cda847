// A book as a session keeps it: its binary form (C-07) and what a host derives from that.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "vail.h"

namespace rtl {

using Bytes = std::vector<uint8_t>;
// Slot and epoch as a block's head names them: slot in bits 7-0, epoch in bits 15-8.
using Name = uint16_t;
using Digest = std::array<uint8_t, VAIL_DIGEST_BYTES>;

inline Name nameOf(uint32_t slot, uint32_t epoch) { return Name(slot | epoch << 8); }

struct Book {
    Name name;
    std::array<uint8_t, VAIL_BOOK_BYTES> bytes;
    Digest digest;
    uint32_t seed;  // the CRC's register behind the first eight bytes of the digest (B-16)
    bool served;    // the circuit takes it

    bool isLong() const { return bytes[4] & 1; }
    int length(int symbol) const { return bytes[size_t(6 + symbol / 2)] >> (symbol % 2 * 4) & 15; }
};

Book bookOf(Name name, const uint8_t *bytes);

// F-25: where in its binary form a book breaks the rule that the circuit names.
uint64_t placeInBook(const uint8_t *bytes, uint32_t fault);

}  // namespace rtl
