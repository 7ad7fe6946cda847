#include "book.h"

#include <algorithm>

// The digest of the native kernels (host-bridge/src/main/c).
extern "C" void sha256(const uint8_t *bytes, size_t count, uint8_t digest[VAIL_DIGEST_BYTES]);

namespace rtl {

static uint32_t crc(uint32_t state, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        state ^= bytes[i];
        for (int bit = 0; bit < 8; bit++) state = state >> 1 ^ (state & 1 ? 0x82F63B78u : 0);
    }
    return state;
}

Book bookOf(Name name, const uint8_t *bytes) {
    Book book{name, {}, {}, 0, false};
    std::copy_n(bytes, VAIL_BOOK_BYTES, book.bytes.begin());
    sha256(bytes, VAIL_BOOK_BYTES, book.digest.data());
    book.seed = crc(~0u, book.digest.data(), 8);
    return book;
}

static uint64_t longLengthAt(const uint8_t *bytes) {
    for (uint64_t at = 6; at < VAIL_BOOK_BYTES; at++)
        if ((bytes[at] & 15) > 8 || bytes[at] >> 4 > 8) return at;
    return 0;
}

uint64_t placeInBook(const uint8_t *bytes, uint32_t fault) {
    switch (fault) {
        case VAIL_RESERVED_NONZERO: return bytes[4] & 0xFE ? 4 : VAIL_BOOK_BYTES - 1;
        case VAIL_CODEBOOK_LENGTH_RANGE: return longLengthAt(bytes);
        case VAIL_CODEBOOK_OVERSUBSCRIBED:
        case VAIL_CODEBOOK_INCOMPLETE: return 6;
        case VAIL_CODEBOOK_SHAPE: return VAIL_BOOK_BYTES - 1;
        default: return 0;
    }
}

}  // namespace rtl
