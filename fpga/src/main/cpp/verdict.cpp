#include "verdict.h"

#include "payload.h"

namespace rtl {

namespace {

// A head and tail (B-15, B-16), as far as they are there.
class Head {
  public:
    explicit Head(const Frame &frame) : f(frame.bytes), size(frame.size) {}
    bool isThere() const { return size >= 6; }
    bool coded() const { return f[0] != 0 && f[0] != 255; }
    bool streamed() const { return f[2] >> 5 & 1; }
    uint32_t symbols() const { return uint32_t(f[4] | f[5] << 8) + 1; }
    size_t tailAt() const { return streamed() ? size - 6 : 6; }
    size_t payloadAt() const { return streamed() ? 6 : 12; }
    size_t payloadSize() const { return size_t(f[tailAt()] | f[tailAt() + 1] << 8) + 1; }

    const uint8_t *f;
    size_t size;
};

uint64_t reservedAt(const Head &h) {
    if (h.coded() || h.f[2] & 31) return 2;
    return h.f[1] ? 1 : 3;
}

uint64_t badFieldAt(const Head &h) {
    if (h.coded() && h.f[3] == 255) return 3;
    bool tooMany = h.streamed() && h.symbols() > VAIL_MOST_STREAMED_SYMBOLS;
    bool tooFew = h.f[0] == 255 && h.symbols() < 2;
    return tooMany || tooFew ? 4 : h.tailAt();
}

uint64_t placeOf(const Head &h, uint32_t fault, const Book *book) {
    switch (fault) {
        case VAIL_TRUNCATED: return h.size;
        case VAIL_UNSUPPORTED_VERSION: return 2;
        case VAIL_RESERVED_NONZERO: return reservedAt(h);
        case VAIL_BAD_FIELD: return badFieldAt(h);
        case VAIL_TRAILING_DATA: return h.payloadAt() + h.payloadSize();
        case VAIL_CHECKSUM: return h.tailAt() + 2;
        case VAIL_PADDING_NONZERO: return h.payloadAt() + h.payloadSize();
        case VAIL_INVALID_CODEWORD:
        case VAIL_SYMBOL_COUNT_MISMATCH:
            return h.payloadAt() + placeInPayload(*book, h.f[3], h.symbols(), h.f + h.payloadAt(), h.payloadSize());
        default: return 0;
    }
}

// B-21: the checks whose turn comes after those of the caller's limits, and after that of the room.
bool isAfterLimits(uint32_t fault, const Head &h) {
    return fault == VAIL_OK || fault >= VAIL_INVALID_CODEWORD || (fault == VAIL_TRUNCATED && h.size >= VAIL_FRAME_BYTES);
}
bool isAfterRoom(uint32_t fault) {
    return fault == VAIL_OK || (fault >= VAIL_INVALID_CODEWORD && fault != VAIL_TRAILING_DATA);
}

}  // namespace

const Book *bookOf(const Frame &frame, const Books &books) {
    Head h(frame);
    if (!h.isThere() || !h.coded()) return nullptr;
    auto found = books.find(nameOf(h.f[0], h.f[1]));
    return found == books.end() ? nullptr : &found->second;
}

Verdict verdictOn(const Frame &frame, uint32_t fault, Grants grants, const Books &books) {
    Head h(frame);
    const Book *book = bookOf(frame, books);
    // a book that the circuit does not take is unknown to it, but not to the caller
    if (fault == VAIL_CODEBOOK_UNKNOWN && book) return {VAIL_UNSUPPORTED_FEATURE, 0};
    if (isAfterLimits(fault, h) && h.symbols() > grants.symbols) return {VAIL_LIMIT_EXCEEDED, 4};
    if (isAfterRoom(fault) && h.symbols() > grants.room) return {VAIL_OUTPUT_TOO_SMALL, 4};
    return {fault, placeOf(h, fault, book)};
}

}  // namespace rtl
