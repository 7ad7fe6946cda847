// Books and symbols for benches: random ones from a seed, and the shipped ones with recorded tensors.
#pragma once
#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "model.h"

namespace vail {

using Random = std::mt19937;
inline int below(Random &random, int bound) { return int(random() % uint32_t(bound)); }

// Depths of the leaves of a random binary tree: none above `least`, none below `most`.
inline std::vector<int> leaves(Random &random, int count, int least, int most = 8) {
    std::vector<int> depths(1, 0);
    while (int(depths.size()) < count || *std::min_element(depths.begin(), depths.end()) < least) {
        std::vector<size_t> open;
        bool force = int(depths.size()) >= count;
        for (size_t i = 0; i < depths.size(); i++)
            if (depths[i] < (force ? least : most)) open.push_back(i);
        size_t at = open[below(random, int(open.size()))];
        depths.push_back(++depths[at]);
    }
    return depths;
}

// All symbols in a random order.
inline std::vector<int> shuffled(Random &random) {
    std::vector<int> symbols(256);
    for (int i = 0; i < 256; i++) symbols[size_t(i)] = i;
    std::shuffle(symbols.begin(), symbols.end(), random);
    return symbols;
}

// A complete book in which about `coded` random symbols and ESC have codes.
inline Book randomBook(Random &random, int coded, int least, int most = 8) {
    Book book;
    std::vector<int> depths = leaves(random, coded + 1, least, most), symbols = shuffled(random);
    for (size_t i = 0; i + 1 < depths.size(); i++) book.length[symbols[i]] = uint8_t(depths[i]);
    book.length[ESC] = uint8_t(depths.back());
    book.center = below(random, 256);
    for (auto &d : book.digest) d = uint8_t(random());
    book.number();
    return book;
}

// One whose ESC has eight bits, so that a block of escapes is twice as long as its symbols.
inline Book longEscapeBook(Random &random, int least) {
    Book book;
    do book = randomBook(random, 100, least);
    while (book.length[ESC] != 8);
    return book;
}

// 256 codes of eight bits and no ESC.
inline Book flatBook(Random &random) {
    Book book;
    for (int s = 0; s < 256; s++) book.length[s] = 8;
    for (auto &d : book.digest) d = uint8_t(random());
    book.center = 128;
    book.number();
    return book;
}

// Symbols in which codes are as frequent as they expect, with a share of symbols without a code.
inline Bytes symbolsFor(Random &random, const Book &book, int bias, size_t count, int escapesOf256) {
    std::vector<int> with, without;
    for (int t = 0; t < 256; t++) (book.coded(t) ? with : without).push_back(t);
    Bytes out(count);
    for (auto &s : out) {
        int t = book.find(int(random() & 0x7FFF));
        bool escape = below(random, 256) < escapesOf256;
        if (t == ESC && !escape) t = with[below(random, int(with.size()))];
        if (escape && !without.empty()) t = without[below(random, int(without.size()))];
        s = uint8_t(unbiased(t, bias));
    }
    return out;
}

inline std::string textOf(const std::string &file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The books of a vail-books/1 file (C-11) with a name, or all short ones, in the order that its writer keeps.
inline std::vector<Book> shippedBooks(const std::string &file, const std::string &name = "") {
    std::string text = textOf(file), mark = name.empty() ? "\"class\": \"short\"" : "\"name\": \"" + name + "\"";
    std::vector<Book> books;
    for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at++) {
        Book book;
        book.center = std::stoi(text.substr(text.find("\"center\": ", at) + 10, 3));
        std::istringstream lengths(text.substr(text.find("\"lengths\": [", at) + 12, 700));
        for (auto &l : book.length) {
            int value;
            char comma;
            lengths >> value >> comma;
            l = uint8_t(value);
        }
        size_t hex = text.find("sha256:", at) + 7;
        for (int i = 0; i < 8; i++) book.digest[i] = uint8_t(std::stoi(text.substr(hex + 2 * i, 2), nullptr, 16));
        book.number();
        books.push_back(book);
    }
    return books;
}

// Where the elements of a safetensors file begin.
inline size_t elementsAt(const std::string &text) {
    size_t head = 0;
    for (size_t i = 0; i < 8 && i < text.size(); i++) head |= size_t(uint8_t(text[i])) << 8 * i;
    return 8 + head;
}

// The bytes of the first tensor of a type in a safetensors file.
inline Bytes bytesOf(const std::string &file, const std::string &type) {
    std::string text = textOf(file);
    size_t start = elementsAt(text), at = text.find("\"dtype\":\"" + type + "\"");
    if (at > start) return {};
    std::istringstream offsets(text.substr(text.find("\"data_offsets\":[", at) + 16, 40));
    size_t from, to;
    char comma;
    offsets >> from >> comma >> to;
    return {text.begin() + long(start + from), text.begin() + long(start + to)};
}

// The exponents (B-03) of a safetensors file that holds bf16 only.
inline Bytes exponentsOf(const std::string &file) {
    std::string text = textOf(file);
    Bytes out;
    for (size_t at = elementsAt(text); at + 1 < text.size(); at += 2)
        out.push_back(uint8_t((uint8_t(text[at]) | uint8_t(text[at + 1]) << 8) >> 7));
    return out;
}

}  // namespace vail
