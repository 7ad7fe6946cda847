// The format as far as the hardware speaks it (short books in words of 8 bits; of long books the payloads, in
// words of 16), written from core/spec/bitstream.md and codebook.md. Benches compare the circuits with it, cycle
// by cycle.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vail {

using Bytes = std::vector<uint8_t>;

enum Fault {
    OK = 0, TRUNCATED = 1, UNSUPPORTED_VERSION = 3, RESERVED_NONZERO = 4, BAD_FIELD = 5, LIMIT_EXCEEDED = 7,
    CODEBOOK_UNKNOWN = 8, INVALID_CODEWORD = 14, SYMBOL_COUNT_MISMATCH = 15, PADDING_NONZERO = 17,
    TRAILING_DATA = 18, CHECKSUM = 19, UNSUPPORTED_FEATURE = 22
};

constexpr int ESC = 256;

// A book (C-01 to C-06) with its codes, bit-reversed (C-05), and the first eight bytes of its digest.
struct Book {
    std::array<uint8_t, 257> length{};
    int center = 0;
    std::array<uint8_t, 8> digest{};
    std::array<int, 257> code{};

    bool coded(int t) const { return length[t] != 0; }
    int shortest() const {
        int best = 15;
        for (int l : length)
            if (l && l < best) best = l;
        return best;
    }
    int codeOf(int t) const { return code[coded(t) ? t : ESC]; }
    int lengthOf(int t) const { return length[coded(t) ? t : ESC]; }
    // C-05: ascending by length, then symbol, ESC last.
    void number() {
        int next = 0;
        for (int l = 1; l <= 15; l++, next <<= 1)
            for (int s = 0; s <= 256; s++)
                if (length[s] == l) code[s] = reversed(next++, l);
    }
    // What decoding finds in a window: symbol or ESC, by the low bits.
    int find(int window) const {
        for (int s = 0; s <= 256; s++)
            if (length[s] && (window & ((1 << length[s]) - 1)) == code[s]) return s;
        return -1;
    }
    static int reversed(int c, int n) {
        int r = 0;
        for (int i = 0; i < n; i++)
            if (c >> i & 1) r |= 1 << (n - 1 - i);
        return r;
    }
};

// B-05.
inline int biased(int s, int b) { return s == 0 ? 0 : (s - 1 - b + 255) % 255 + 1; }
inline int unbiased(int t, int b) { return t == 0 ? 0 : (t - 1 + b) % 255 + 1; }

// B-06: the mean of the symbols that are not zero, 0 if there are none.
inline int meanOf(const Bytes &symbols) {
    uint64_t sum = 0, count = 0;
    for (int s : symbols) sum += s, count += s != 0;
    return count ? int(sum / count) : 0;
}
inline int biasFor(int mean, int center) { return mean ? (mean - center + 255) % 255 : 0; }

// What a size of 16 bits less one cannot tell from a byte: two bytes for each symbol of the largest block.
constexpr size_t LONG_PAYLOAD = 1 << 17;

// B-25 with stride 1: bits of the codes, literals included.
inline uint64_t bitsOf(const Book &book, int bias, const Bytes &symbols) {
    uint64_t bits = 0;
    for (int s : symbols) {
        int t = biased(s, bias);
        bits += book.lengthOf(t) + (book.coded(t) ? 0 : 8);
    }
    return bits;
}

// Section 8, code(): short books in words of 8 bits and long ones in words of 16, so a lane decodes one symbol a round.
inline Bytes encodePayload(const Book &book, int bias, int lanes, const Bytes &symbols, int word = 8) {
    size_t n = symbols.size();
    std::vector<std::vector<bool>> bits(lanes);
    for (size_t i = 0; i < n; i++) {
        int t = biased(symbols[i], bias);
        for (int k = 0; k < book.lengthOf(t); k++) bits[i % lanes].push_back(book.codeOf(t) >> k & 1);
    }
    std::vector<size_t> taken(lanes), used(lanes);
    Bytes out;
    for (size_t first = 0; first < n; first += lanes) {
        size_t last = std::min(n, first + lanes);
        for (size_t i = first; i < last; i++) {
            size_t lane = i - first;
            if (taken[lane] - used[lane] >= size_t(word)) continue;
            int value = 0;
            for (int k = 0; k < word; k++)
                if (taken[lane] + size_t(k) < bits[lane].size() && bits[lane][taken[lane] + size_t(k)]) value |= 1 << k;
            for (int k = 0; k < word; k += 8) out.push_back(uint8_t(value >> k));
            taken[lane] += size_t(word);
        }
        for (size_t i = first; i < last; i++) used[i - first] += book.lengthOf(biased(symbols[i], bias));
        for (size_t i = first; i < last; i++)
            if (!book.coded(biased(symbols[i], bias))) out.push_back(symbols[i]);
    }
    return out;
}

// Section 7, payload(). What looks at a literal is a stage behind the core, hence `checkLiterals`.
inline Fault decodePayload(const Book &book, int bias, int lanes, size_t n, const Bytes &in, Bytes &symbols,
                           bool checkLiterals = true, int word = 8) {
    std::vector<uint32_t> window(lanes);
    std::vector<int> unread(lanes);
    size_t next = 0;
    symbols.assign(n, 0);
    for (size_t first = 0; first < n; first += lanes) {
        size_t last = std::min(n, first + lanes);
        std::vector<size_t> escapes;
        for (size_t i = first; i < last; i++) {
            size_t lane = i - first;
            if (unread[lane] >= word) continue;
            for (int k = 0; k < word; k += 8) {
                if (next >= in.size()) return SYMBOL_COUNT_MISMATCH;
                window[lane] |= uint32_t(in[next++]) << unread[lane];
                unread[lane] += 8;
            }
        }
        for (size_t i = first; i < last; i++) {
            size_t lane = i - first;
            int t = book.find(int(window[lane] & 0x7FFF));
            window[lane] >>= book.length[t];
            unread[lane] -= book.length[t];
            if (t == ESC) escapes.push_back(i);
            else symbols[i] = uint8_t(unbiased(t, bias));
        }
        for (size_t i : escapes) {
            if (next >= in.size()) return SYMBOL_COUNT_MISMATCH;
            if (checkLiterals && book.coded(biased(in[next], bias))) return INVALID_CODEWORD;
            symbols[i] = in[next++];
        }
    }
    if (next < in.size()) return SYMBOL_COUNT_MISMATCH;
    for (uint32_t w : window)
        if (w) return PADDING_NONZERO;
    return OK;
}

// B-16: the register of CRC-32C after some bytes; starts with all ones and is inverted by who writes it.
inline uint32_t crc(uint32_t state, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        state ^= bytes[i];
        for (int k = 0; k < 8; k++) state = state >> 1 ^ (state & 1 ? 0x82F63B78u : 0);
    }
    return state;
}
inline uint32_t seedOf(const std::array<uint8_t, 8> &digest) { return crc(~0u, digest.data(), 8); }

}  // namespace vail
