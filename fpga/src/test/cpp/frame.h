// Whole blocks as the hardware speaks them (short books, words of 8 bits, N lanes), and books in binary
// form: bitstream.md sections 4 to 8, codebook.md C-07 and C-08.
#pragma once
#include "model.h"

namespace vail {

struct Named {
    int slot, epoch;
    Book book;
};

// Of two banks with the same name the lower one counts.
inline const Named *find(const std::vector<Named> &banks, int slot, int epoch) {
    for (auto &b : banks)
        if (b.slot == slot && b.epoch == epoch) return &b;
    return nullptr;
}

constexpr uint32_t RAW_SEED = 0x73D74D75u;  // the register after eight zero bytes

// C-07.
inline Bytes binary(const Book &book) {
    Bytes out{0x56, 0x42, 0x4B, 0x31, 0, uint8_t(book.center)};
    for (int s = 0; s <= 256; s += 2) out.push_back(uint8_t(book.length[s] | (s < 256 ? book.length[s + 1] << 4 : 0)));
    return out;
}

// C-08 from the magic on; a long book, or one that needs more look-ahead, is refused by this hardware.
inline int checkBook(const Bytes &in, int least) {
    if (in[0] != 0x56 || in[1] != 0x42 || in[2] != 0x4B || in[3] != 0x31) return 2;
    if (in[4] & 0xFE || in[134] >> 4) return RESERVED_NONZERO;
    if (in[4] & 1) return UNSUPPORTED_FEATURE;
    int kraft = 0;
    bool range = false, gap = false, brief = false;
    for (int s = 0; s <= 256; s++) {
        int l = in[6 + s / 2] >> (s % 2 * 4) & 15;
        range |= l > 8;
        gap |= l == 0 && s < 256;
        brief |= l != 0 && l < least;
        if (l) kraft += 32768 >> l;
    }
    if (range) return 12;
    if (kraft > 32768) return 10;
    if (kraft < 32768) return 11;
    if (gap != ((in[134] & 15) != 0)) return 13;
    return brief ? UNSUPPORTED_FEATURE : OK;
}

// Section 8, frame().
inline Bytes frame(int slot, int epoch, int layout, int bias, bool streamed, uint32_t seed, size_t n, const Bytes &payload) {
    size_t less = n - 1, size = payload.size() - 1;
    Bytes head{uint8_t(slot), uint8_t(epoch), uint8_t(layout | streamed << 5 | 1 << 6), uint8_t(bias), uint8_t(less),
               uint8_t(less >> 8)};
    Bytes tail{uint8_t(size), uint8_t(size >> 8)};
    uint32_t check = crc(crc(crc(seed, head.data(), 6), payload.data(), payload.size()), tail.data(), 2) ^ ~0u;
    for (int i = 0; i < 4; i++) tail.push_back(uint8_t(check >> 8 * i));
    Bytes out = head;
    const Bytes &second = streamed ? payload : tail, &third = streamed ? tail : payload;
    out.insert(out.end(), second.begin(), second.end());
    out.insert(out.end(), third.begin(), third.end());
    return out;
}

// Makes the check of a damaged frame right again, so that later checks have their turn.
inline void repair(const std::vector<Named> &books, Bytes &in) {
    if (in.size() < 12) return;
    const Named *named = find(books, in[0], in[1]);
    uint32_t seed = named ? seedOf(named->book.digest) : RAW_SEED;
    bool streamed = in[2] >> 5 & 1;
    size_t t = streamed ? in.size() - 6 : 6, p = streamed ? 6 : 12;
    uint32_t check = crc(crc(crc(seed, in.data(), 6), &in[p], in.size() - 12), &in[t], 2) ^ ~0u;
    for (int i = 0; i < 4; i++) in[t + 2 + size_t(i)] = uint8_t(check >> 8 * i);
}

inline int log2Of(int lanes) { return lanes == 4 ? 2 : lanes == 8 ? 3 : lanes == 16 ? 4 : 5; }

// B-21 for a frame of exactly one block, as a decoder of `lanes` lanes sees it that has room for `most`
// symbols and for frames of `longest` bytes. Blocks of other layouts are legal in the format; this
// hardware answers UNSUPPORTED_FEATURE after their check.
inline int decodeBlock(const std::vector<Named> &books, int lanes, size_t most, size_t longest, const Bytes &in,
                       Bytes &symbols) {
    symbols.clear();
    if (in.size() < 6) return TRUNCATED;
    int slot = in[0], epoch = in[1], modes = in[2], bias = in[3];
    size_t n = size_t(in[4] | in[5] << 8) + 1;
    bool coded = slot != 0 && slot != 255, streamed = modes >> 5 & 1;
    const Named *named = find(books, slot, epoch);
    if (modes >> 6 != 1) return UNSUPPORTED_VERSION;
    if (coded) {
        if ((modes & 7) == 7 || (modes >> 3 & 3) == 3) return RESERVED_NONZERO;
        if (!named) return CODEBOOK_UNKNOWN;
        if (bias == 255) return BAD_FIELD;
    } else if (modes & 31 || epoch || bias) return RESERVED_NONZERO;
    if (in.size() < 12) return TRUNCATED;
    size_t t = streamed ? in.size() - 6 : 6, p = streamed ? 6 : 12, size = size_t(in[t] | in[t + 1] << 8) + 1;
    if (streamed && n > 16384) return BAD_FIELD;
    if (slot == 255 && n < 2) return BAD_FIELD;
    if (slot == 0 && size != n) return BAD_FIELD;
    if (slot == 255 && size != 1) return BAD_FIELD;
    if (coded && !streamed && size >= n) return BAD_FIELD;
    if (n > most || in.size() > longest) return LIMIT_EXCEEDED;
    if (size > in.size() - 12) return TRUNCATED;
    if (size < in.size() - 12) return TRAILING_DATA;
    uint32_t seed = coded ? seedOf(named->book.digest) : RAW_SEED;
    uint32_t check = crc(crc(crc(seed, in.data(), 6), &in[p], size), &in[t], 2) ^ ~0u;
    for (int i = 0; i < 4; i++)
        if (in[t + 2 + i] != uint8_t(check >> 8 * i)) return CHECKSUM;
    Bytes payload(in.begin() + long(p), in.begin() + long(p + size));
    if (coded && (modes & 31) != log2Of(lanes)) return UNSUPPORTED_FEATURE;
    if (slot == 0) symbols = payload;
    else if (slot == 255) symbols.assign(n, payload[0]);
    else return decodePayload(named->book, bias, lanes, n, payload, symbols);
    return OK;
}

}  // namespace vail
