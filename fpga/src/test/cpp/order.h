// What an encoder is told, and what it writes then: bitstream.md sections 2 and 6, and encode() of section 8.
#pragma once
#include <algorithm>

#include "frame.h"

namespace vail {

constexpr int BAD_ARGUMENT = 21;

// Rules of a bias; THREE is the list mean, mean - 1, mean + 1.
enum Rule { GIVEN = 0, PREVIOUS = 1, MEAN = 2, THREE = 3 };

struct Order {
    int slot = 0, epoch = 0, bias = 0, rule = GIVEN;
    bool best = false, constant = false, streamed = false;
    std::vector<const Named *> candidates;  // of `best`, null for one that is not there
};

// B-06, B-07, B-25: the biases to try with a book, in their order.
inline std::vector<int> biasesOf(const Order &order, const Book &book, int mean, int streamMean) {
    if (order.rule == GIVEN) return {order.bias};
    if (order.rule == PREVIOUS) return {biasFor(streamMean, book.center)};
    int bias = biasFor(mean, book.center);
    if (order.rule == MEAN) return {bias};
    return {bias, (bias + 254) % 255, (bias + 1) % 255};
}

// Section 8, frame() after code(), with B-26 in stored order.
inline Bytes codedBlock(const Named &book, int bias, bool streamed, int lanes, const Bytes &symbols) {
    Bytes payload = encodePayload(book.book, bias, lanes, symbols);
    if (!streamed && payload.size() >= symbols.size())
        return frame(0, 0, 0, 0, false, RAW_SEED, symbols.size(), symbols);
    return frame(book.slot, book.epoch, log2Of(lanes), bias, streamed, seedOf(book.book.digest), symbols.size(), payload);
}

// Section 8, encode(). The mean of the stream goes on if the rule is among the options (B-07).
inline int encodeBlock(const std::vector<Named> &books, const Order &order, int lanes, const Bytes &symbols,
                       int &streamMean, Bytes &out) {
    bool raw = !order.best && order.slot == 0;
    std::vector<const Named *> candidates = order.candidates;
    if (!order.best) candidates = {find(books, order.slot, order.epoch)};
    if (order.best && candidates.empty()) return BAD_ARGUMENT;
    for (auto *book : candidates)
        if (!raw && !book) return CODEBOOK_UNKNOWN;
    if (!raw && order.rule == GIVEN && order.bias > 254) return BAD_ARGUMENT;
    if (symbols.empty() || symbols.size() > (order.streamed ? 16384u : 65536u)) return BAD_ARGUMENT;
    int mean = meanOf(symbols), before = streamMean;
    if (!raw && order.rule == PREVIOUS) streamMean = mean;
    bool same = true;
    for (auto s : symbols) same = same && s == symbols[0];
    if (order.constant && same && symbols.size() > 1)
        return out = frame(255, 0, 0, 0, order.streamed, RAW_SEED, symbols.size(), {symbols[0]}), OK;
    if (raw) return out = frame(0, 0, 0, 0, order.streamed, RAW_SEED, symbols.size(), symbols), OK;
    std::sort(candidates.begin(), candidates.end(), [](auto *a, auto *b) {
        return a->slot != b->slot ? a->slot < b->slot : a->epoch < b->epoch;
    });
    uint64_t least = ~0ull;
    const Named *book = nullptr;
    int bias = 0;
    for (auto *c : candidates)
        for (int b : biasesOf(order, c->book, mean, before))
            if (uint64_t bits = bitsOf(c->book, b, symbols); bits < least) least = bits, book = c, bias = b;
    return out = codedBlock(*book, bias, order.streamed, lanes, symbols), OK;
}

}  // namespace vail
