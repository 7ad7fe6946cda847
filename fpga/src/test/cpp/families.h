// Books of the families that cores can be made for: Dual Length Codes, any short ones, long ones without ESC as Quad
// Length Codes are, and any long ones.
#pragma once
#include "bench.h"

namespace vail {

// C-21.
inline Book dualBook(Random &random) {
    Book book;
    std::vector<int> symbols = shuffled(random);
    for (size_t i = 0; i < 8; i++) book.length[size_t(symbols[i])] = 4;
    book.length[ESC] = 1;
    book.number();
    return book;
}

// C-22 with lengths 6, 7, 8 and 11, whose areas have any sizes that fill the space of codes.
inline Book quadBook(Random &random) {
    const int lengths[] = {6, 7, 8, 11}, gains[] = {31, 15, 7};
    int sizes[4], left;
    do {
        left = 2048 - 256;
        sizes[3] = 256;
        for (int a = 0; a < 3; a++) {
            sizes[a] = a == 2 ? left / gains[a] : below(random, left / gains[a] + 1);
            left -= sizes[a] * gains[a];
            sizes[3] -= sizes[a];
        }
    } while (left || sizes[3] < 0);
    Book book;
    std::vector<int> symbols = shuffled(random);
    size_t next = 0;
    for (int a = 0; a < 4; a++)
        for (int i = 0; i < sizes[a]; i++) book.length[size_t(symbols[next++])] = uint8_t(lengths[a]);
    book.number();
    return book;
}

// The share of the space of codes, in 32,768ths, that codes of more than eight bits take.
inline int spaceAboveEight(const Book &book) {
    int space = 0;
    for (int l : book.length)
        if (l > 8) space += 32768 >> l;
    return space;
}

// All 256 symbols and no ESC; lengths from `least` to `most`, those above eight in at most `space` 32,768ths.
inline Book completeBook(Random &random, int least, int most, int space = 32768) {
    Book book = flatBook(random);
    for (int i = 0; i < 20000; i++) {
        // one of three symbols of a length gives up a bit, and the two others take half of it each
        size_t a = size_t(below(random, 256)), b = size_t(below(random, 256)), c = size_t(below(random, 256));
        int l = book.length[a];
        if (a == b || b == c || a == c || l != book.length[b] || l != book.length[c] || l <= least || l >= most) continue;
        Book changed = book;
        changed.length[a]--, changed.length[b]++, changed.length[c]++;
        if (spaceAboveEight(changed) <= space) book = changed;
    }
    book.number();
    return book;
}

// Four books for a core of codes of up to `longest` bits.
inline std::vector<Book> booksFor(Random &random, int longest, bool escapes, int least, int space = 32768) {
    if (longest < 8)
        return {dualBook(random), randomBook(random, 2 + below(random, 12), least, longest), dualBook(random),
                randomBook(random, 2 + below(random, 6), least, longest)};
    if (!escapes) {
        Book quad = longest < 11 ? completeBook(random, least, longest, space) : quadBook(random);
        return {quad, completeBook(random, least, longest, space), completeBook(random, least, longest, space / 4), flatBook(random)};
    }
    if (longest > 8)
        return {randomBook(random, 8 + below(random, 20), least, longest), randomBook(random, 20 + below(random, 235), least, longest),
                completeBook(random, least, longest), flatBook(random)};
    return {randomBook(random, 1 + below(random, 20), least), randomBook(random, 20 + below(random, 235), least),
            randomBook(random, 2 + below(random, 30), least), flatBook(random)};
}

// The shipped books of four kinds of tensor: of `symbols`, and of a family by the end of their names.
inline std::vector<Book> shippedOf(const std::string &symbols, const std::string &family) {
    std::vector<Book> found;
    for (const char *kind : {"ffn1_act", "ffn1_weight", "ffn1_wgrad", "ffn1_act_grad"})
        for (auto &book : shippedBooks(option("BOOKS", ""), symbols + "/" + kind + "/" + family)) found.push_back(book);
    return found;
}

// Whether a core of codes of up to `longest` bits takes these books: it is made for words of 8 bits, or for words of 16.
inline bool fits(const std::vector<Book> &books, int longest, bool escapes, int least, int space = 32768) {
    bool all = true;
    for (auto &book : books) {
        int most = *std::max_element(book.length.begin(), book.length.end());
        all = all && book.shortest() >= least && most <= longest && (most > 8) == (longest > 8) &&
              (escapes || !book.coded(ESC)) && spaceAboveEight(book) <= space;
    }
    return all;
}

// Recorded symbols that are whole bytes and books for them: of bf16 tensors, and e4m3 (scaled by tensor).
struct Recording {
    std::string name;
    Bytes symbols;
    std::vector<Book> books;
};

// Those whose books a core takes.
inline std::vector<Recording> recordings(int longest, bool escapes, int least, int space = 32768) {
    std::vector<Recording> found;
    for (const char *symbols : {"bf16.bytes", "e4m3"})
        for (const char *family : {"dual", "quad", "short", "long"}) {
            bool small = symbols[0] == 'e';
            Recording r{std::string(symbols) + " 4096, " + family,
                        bytesOf(option(small ? "SMALL" : "TENSORS", ""), small ? "F8_E4M3" : "BF16"), shippedOf(symbols, family)};
            if (r.books.size() == 4 && !r.symbols.empty() && fits(r.books, longest, escapes, least, space)) found.push_back(r);
        }
    return found;
}

// The book that codes symbols in the fewest bits.
inline int bestOf(const std::vector<Book> &books, const Bytes &symbols) {
    size_t best = 0;
    for (size_t b = 1; b < books.size(); b++)
        if (bitsOf(books[b], 0, symbols) < bitsOf(books[best], 0, symbols)) best = b;
    return int(best);
}

// Steps of a block that have an escape.
inline size_t literalSteps(const Book &book, int bias, int lanes, const Bytes &symbols) {
    size_t steps = 0;
    for (size_t i = 0; i < symbols.size(); i += size_t(lanes)) {
        bool escape = false;
        for (size_t k = i; k < std::min(symbols.size(), i + size_t(lanes)); k++) escape = escape || !book.coded(biased(symbols[k], bias));
        steps += escape;
    }
    return steps;
}

// The book of the fewest bits among those of which at most a share `escapes` of the steps has an escape, or of the
// fewest such steps; and its bias.
inline std::pair<int, int> chosen(const std::vector<Book> &books, int lanes, const Bytes &symbols, double escapes) {
    std::pair<size_t, uint64_t> best{~0ull, ~0ull}, cost;
    std::pair<int, int> choice;
    for (size_t b = 0; b < books.size(); b++) {
        int bias = biasFor(meanOf(symbols), books[b].center);
        size_t more = literalSteps(books[b], bias, lanes, symbols);
        cost = {double(more) <= escapes * double(symbols.size()) / lanes ? 0 : more, bitsOf(books[b], bias, symbols)};
        if (cost < best) best = cost, choice = {int(b), bias};
    }
    return choice;
}

// Calls act(book, symbols) for 64 blocks of 4,096 symbols, each with the book that is best for it.
template <class Act> void eachBlock(const Recording &of, Act act) {
    for (long at = 0; at < 64 * 4096; at += 4096) {
        Bytes symbols(of.symbols.begin() + at, of.symbols.begin() + at + 4096);
        act(bestOf(of.books, symbols), symbols);
    }
}

}  // namespace vail
