// Compares the model with the Java reference, whose cases come on standard input, one a line (hexadecimal;
// "-" for none):
//   block lanes fault slot epoch digest book frame symbols
//     fault 0: the model encodes the symbols to the frame and decodes it back; else it names the same fault
//   payload lanes word bias slot epoch digest book payload symbols
//     the model encodes the symbols to the payload and decodes it back; words of 16 bits are those of a long book
//   order lanes best constant streamed rule bias books {slot epoch digest book} before symbols frame
//     the model makes the same frame of the symbols, after a block of the symbols before on the same stream
#include <cstdio>
#include <iostream>

#include "books.h"
#include "order.h"

using namespace vail;

static Bytes bytes(const std::string &hex) {
    Bytes out;
    for (size_t i = 0; hex != "-" && i + 1 < hex.size(); i += 2) out.push_back(uint8_t(std::stoi(hex.substr(i, 2), nullptr, 16)));
    return out;
}

[[noreturn]] static void differs(const char *what, const std::string &of) {
    std::printf("FAIL %s: %s\n", what, of.c_str());
    std::exit(1);
}

static Named readBook(int fault = OK) {
    Named out{0, 0, {}};
    std::string digest, book;
    std::cin >> out.slot >> out.epoch >> digest >> book;
    Bytes lengths = bytes(book), hash = bytes(digest);
    out.book.center = lengths[5];
    for (size_t s = 0; s <= 256; s++) out.book.length[s] = lengths[6 + s / 2] >> (s % 2 * 4) & 15;
    std::copy(hash.begin(), hash.begin() + 8, out.book.digest.begin());
    out.book.number();
    if (checkBook(lengths, 1) != fault || (!fault && binary(out.book) != lengths)) differs("a book", book);
    return out;
}

static int block() {
    std::string frame, symbols;
    int lanes, fault, mean = 0;
    std::cin >> lanes >> fault;
    std::vector<Named> books{readBook()};
    std::cin >> frame >> symbols;
    Bytes in = bytes(frame), expected = bytes(symbols), out;
    if (decodeBlock(books, lanes, 65536, 1 << 20, in, out) != fault || (!fault && out != expected)) differs("decoding", frame);
    if (fault || in[0] == 255) return fault;
    Order order{in[0], in[1], in[3], GIVEN, false, false, bool(in[2] >> 5 & 1), {}};
    if (encodeBlock(books, order, lanes, expected, mean, out) != OK || out != in) differs("encoding", frame);
    return fault;
}

static void payload() {
    std::string coded, symbols;
    int lanes, word, bias;
    std::cin >> lanes >> word >> bias;
    Book book = readBook(word == 8 ? OK : UNSUPPORTED_FEATURE).book;
    std::cin >> coded >> symbols;
    Bytes in = bytes(coded), expected = bytes(symbols), out;
    if (encodePayload(book, bias, lanes, expected, word) != in) differs("encoding a payload", coded);
    if (decodePayload(book, bias, lanes, expected.size(), in, out, true, word) != OK || out != expected)
        differs("decoding a payload", coded);
}

static void order() {
    std::string before, symbols, frame;
    Order order;
    size_t count;
    int lanes, mean = 0;
    std::cin >> lanes >> order.best >> order.constant >> order.streamed >> order.rule >> order.bias >> count;
    std::vector<Named> books;
    while (books.size() < count) books.push_back(readBook());
    std::cin >> before >> symbols >> frame;
    if (order.best)
        for (auto &book : books) order.candidates.push_back(&book);
    else order.slot = books[0].slot, order.epoch = books[0].epoch;
    Bytes out;
    encodeBlock(books, order, lanes, bytes(before), mean, out);
    if (encodeBlock(books, order, lanes, bytes(symbols), mean, out) != OK || out != bytes(frame)) differs("an order", frame);
}

int main() {
    std::string kind;
    int good = 0, bad = 0, orders = 0, payloads = 0;
    while (std::cin >> kind)
        if (kind == "order") order(), orders++;
        else if (kind == "payload") payload(), payloads++;
        else (block() ? bad : good)++;
    std::printf("the model agrees on %d blocks, %d faults, %d orders and %d payloads\n", good, bad, orders, payloads);
    return 0;
}
