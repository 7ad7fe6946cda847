#include "payload.h"

#include <algorithm>

#include "circuit.h"

namespace rtl {

namespace {

constexpr int ESC = 256;

struct Window {
    uint16_t symbol;
    uint8_t length;
};

// C-05: codes ascend by length, then symbol; read first bit highest they fill the windows without a gap.
std::array<Window, 256> windowsOf(const Book &book) {
    std::array<Window, 256> windows{};
    int next = 0;
    for (int length = 1; length <= 8; length++)
        for (int symbol = 0; symbol <= ESC; symbol++)
            for (int i = 0; book.length(symbol) == length && i < 256 >> length; i++, next++) {
                int window = 0;
                for (int bit = 0; bit < 8; bit++) window |= (next >> bit & 1) << (7 - bit);
                windows[size_t(window)] = {uint16_t(symbol), uint8_t(length)};
            }
    return windows;
}

int biased(int symbol, int bias) { return symbol == 0 ? 0 : (symbol + 254 - bias) % 255 + 1; }

}  // namespace

uint64_t placeInPayload(const Book &book, uint8_t bias, size_t symbols, const uint8_t *payload, size_t bytes) {
    auto windows = windowsOf(book);
    uint32_t word[LANES] = {};
    int unread[LANES] = {};
    size_t at = 0;
    for (size_t first = 0; first < symbols; first += LANES) {
        size_t lanes = std::min(LANES, symbols - first), escapes = 0;
        for (size_t lane = 0; lane < lanes; lane++) {
            if (unread[lane] >= 8) continue;
            if (at == bytes) return at;
            word[lane] |= uint32_t(payload[at++]) << unread[lane];
            unread[lane] += 8;
        }
        for (size_t lane = 0; lane < lanes; lane++) {
            Window w = windows[word[lane] & 255];
            word[lane] >>= w.length;
            unread[lane] -= w.length;
            escapes += w.symbol == ESC;
        }
        for (; escapes; escapes--, at++)
            if (at == bytes || book.length(biased(payload[at], bias))) return at;
    }
    return at;
}

}  // namespace rtl
