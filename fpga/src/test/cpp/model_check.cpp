// Compares the model with blocks of the Java reference, which come on standard input, a case a line:
//   lanes fault slot epoch digest book frame symbols     (hexadecimal; "-" for none)
// fault 0: the model encodes the symbols to the frame and decodes it back; else it names the same fault.
#include <cstdio>
#include <iostream>

#include "books.h"
#include "frame.h"

using namespace vail;

static Bytes bytes(const std::string &hex) {
    Bytes out;
    for (size_t i = 0; hex != "-" && i + 1 < hex.size(); i += 2) out.push_back(uint8_t(std::stoi(hex.substr(i, 2), nullptr, 16)));
    return out;
}

static Named named(int slot, int epoch, const Bytes &book, const Bytes &digest) {
    Named out{slot, epoch, {}};
    out.book.center = book[5];
    for (size_t s = 0; s <= 256; s++) out.book.length[s] = book[6 + s / 2] >> (s % 2 * 4) & 15;
    std::copy(digest.begin(), digest.begin() + 8, out.book.digest.begin());
    out.book.number();
    return out;
}

int main() {
    std::string digest, book, frame, symbols;
    int lanes, fault, slot, epoch, good = 0, bad = 0;
    while (std::cin >> lanes >> fault >> slot >> epoch >> digest >> book >> frame >> symbols) {
        std::vector<Named> books{named(slot, epoch, bytes(book), bytes(digest))};
        if (checkBook(bytes(book), 1) != OK || binary(books[0].book) != bytes(book)) return std::printf("FAIL book %s\n", book.c_str()), 1;
        Bytes in = bytes(frame), expected = bytes(symbols), out;
        int found = decodeBlock(books, lanes, 65536, 1 << 20, in, out, false);
        if (found != fault || (!fault && out != expected)) return std::printf("FAIL fault %d for %d: %s\n", found, fault, frame.c_str()), 1;
        (fault ? bad : good)++;
        if (fault || in[0] == 255) continue;
        const Named *used = in[0] ? &books[0] : nullptr;
        if (encodeBlock(used, in[3], in[2] >> 5 & 1, lanes, expected) != in) return std::printf("FAIL encoding of %s\n", frame.c_str()), 1;
    }
    std::printf("the model agrees on %d blocks and %d faults\n", good, bad);
    return 0;
}
