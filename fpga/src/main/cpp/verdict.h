// What a caller is told of a frame: the fault that the circuit found, those that only the driver can know of,
// and the place (F-25), which the circuit does not report.
#pragma once
#include "decoder.h"
#include "policy.h"

namespace rtl {

struct Verdict {
    uint32_t fault;
    uint64_t at;
};

struct Grants {
    uint32_t symbols, room;  // most of a block; bytes that may be written
};

// `fault` is the circuit's.
Verdict verdictOn(const Frame &frame, uint32_t fault, Grants grants, const Books &books);

// The book that a frame names; null if it names none, or one that is not installed.
const Book *bookOf(const Frame &frame, const Books &books);

}  // namespace rtl
