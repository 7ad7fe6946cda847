// Encoder core against the model: random blocks of every kind with stalls on both sides, then rates.
#include "Vvail_enc_core.h"
#include "families.h"

#include <tuple>

using namespace vail;

#ifndef WIDE
#define WIDE 0
#endif
#ifndef LOOKAHEAD
#define LOOKAHEAD 15
#endif
#ifndef LONGEST
#define LONGEST 8
#endif
#ifndef ESCAPES
#define ESCAPES 1
#endif
// Bits of a word, bytes that find their place together, and how many of these a beat has.
constexpr int WORD = LONGEST > 8 ? 16 : 8, UNIT = ESCAPES ? 1 : WORD / 8;
constexpr int N = LANES, M = (N << WIDE) * (WORD / 8) / UNIT, BOOKS = 4, LEAST = (2 * WORD - 1 + LOOKAHEAD - 1) / LOOKAHEAD;

struct Block {
    Bytes symbols, expected;
    int bank = 0, bias = 0;
    long first = 0, last = 0;
};

class Bench : public Clocked<Vvail_enc_core> {
  public:
    Bench() : Clocked("vail_enc_core", ".Lanes(" + std::to_string(N) + "), .Wide(" + std::to_string(WIDE) +
                                            "), .LookAhead(" + std::to_string(LOOKAHEAD) + "), .Longest(" +
                                            std::to_string(LONGEST) + "), .Escapes(" + std::to_string(ESCAPES) + ")") {
        recorder.in("rst_i", dut.rst_i, 1);
        recorder.in("book_we_i", dut.book_we_i, 1);
        recorder.in("book_entry_i", dut.book_entry_i, 5 + LONGEST);
        recorder.in("s_valid_i", dut.s_valid_i, 1);
        recorder.in("s_data_i", dut.s_data_i, 8 * N);
        recorder.in("s_literal_i", dut.s_literal_i, 8 * N);
        recorder.in("s_keep_i", dut.s_keep_i, N);
        recorder.in("s_last_i", dut.s_last_i, 1);
        recorder.in("s_book_i", dut.s_book_i, 2);
        recorder.in("m_ready_i", dut.m_ready_i, 1);
        recorder.out("s_ready_o", dut.s_ready_o, 1);
        recorder.out("m_valid_o", dut.m_valid_o, 1);
        recorder.out("m_data_o", dut.m_data_o, 8 * UNIT * M, &kept);
        recorder.out("m_keep_o", dut.m_keep_o, M, &dut.m_valid_o);
        recorder.out("m_last_o", dut.m_last_o, 1, &dut.m_valid_o);
    }

    // Into reset, then the books, so that a replay starts from the same state.
    void load(const std::vector<Book> &set) {
        books = set;
        dut.s_valid_i = dut.m_ready_i = dut.book_we_i = 0;
        dut.rst_i = 1;
        ticks(40);
        dut.book_we_i = 1;
        for (int bank = 0; bank < BOOKS; bank++)
            for (int t = 0; t < 256; t++) {
                uint8_t symbol[N];
                std::memset(symbol, t, N);
                put(dut.s_data_i, symbol, N);
                dut.s_book_i = uint8_t(bank);
                const Book &book = books[size_t(bank)];
                ::set(dut.book_entry_i, uint64_t(book.codeOf(t) | book.lengthOf(t) << LONGEST | !book.coded(t) << (LONGEST + 4)));
                tick();
            }
        dut.book_we_i = 0;
        tick();
        dut.rst_i = 0;
        tick();
        tick();
    }

    Block block(int bank, size_t count, int escapes) {
        Block b;
        b.bank = bank;
        b.bias = below(random, 255);
        b.symbols = symbolsFor(random, books[bank], b.bias, count, escapes);
        b.expected = encodePayload(books[bank], b.bias, N, b.symbols, WORD);
        return b;
    }

    // Chances of 256 that a step is offered and that an output beat is taken.
    void run(std::vector<Block> &blocks, int offer, int take) {
        size_t in = 0, at = 0, out = 0;
        Bytes got;
        bool valid = false;
        for (long idle = 0; out < blocks.size(); idle++) {
            if (idle > 2000) fail("no beat for 2000 cycles in block " + std::to_string(out));
            valid = valid || (in < blocks.size() && below(random, 256) < offer);
            drive(blocks, in, at, valid);
            dut.m_ready_i = below(random, 256) < take;
            settle();
            bool accepted = valid && dut.s_ready_o;
            if (dut.m_valid_o && dut.m_ready_i) {
                collect(blocks[out], got, out);
                if (dut.m_last_o) got.clear(), out++;
                idle = 0;
            }
            if (accepted) {
                if (at == 0) blocks[in].first = cycles;
                at += N;
                if (at >= blocks[in].symbols.size()) at = 0, in++;
                valid = false;
                idle = 0;
            }
            edge();
        }
    }

    std::vector<Book> books;
    long firstWord = 0;
    uint8_t kept = 0;

  private:
    void drive(const std::vector<Block> &blocks, size_t in, size_t at, bool valid) {
        uint8_t t[N], s[N];
        std::memset(t, 0xA5, N);
        std::memset(s, 0x5A, N);
        if (valid) {
            const Block &b = blocks[in];
            size_t count = std::min<size_t>(N, b.symbols.size() - at);
            for (size_t i = 0; i < count; i++) s[i] = b.symbols[at + i], t[i] = uint8_t(biased(s[i], b.bias));
            set(dut.s_keep_i, keepOf(count));
            dut.s_last_i = at + count == b.symbols.size();
            dut.s_book_i = uint8_t(b.bank);
        }
        put(dut.s_data_i, t, N);
        put(dut.s_literal_i, s, N);
        dut.s_valid_i = valid;
    }
    void collect(Block &b, Bytes &got, size_t out) {
        uint8_t beat[M * UNIT];
        std::memcpy(beat, &dut.m_data_o, M * UNIT);
        size_t count = size_t(countOf(dut.m_keep_o));
        if (!dut.m_last_o && count != size_t(M)) fail("a short beat inside a block");
        if (got.empty() && out == 0) firstWord = cycles - b.first;
        got.insert(got.end(), beat, beat + count * UNIT);
        if (!dut.m_last_o) return;
        b.last = cycles;
        if (got != b.expected)
            fail("a block of " + std::to_string(b.symbols.size()) + " symbols, bank " + std::to_string(b.bank) +
                 ": got " + std::to_string(got.size()) + " bytes, expected " + std::to_string(b.expected.size()));
    }
    void settled() override { kept = dut.m_valid_o && !dut.m_last_o; }
};

static size_t size(Random &random) {
    switch (below(random, 6)) {
        case 0: return 1;
        case 1: return size_t(1 + below(random, N));
        case 2: return size_t(N * (1 + below(random, 4)));
        case 3: return size_t(1 + below(random, 2000));
        default: return size_t(1 + below(random, 6 * N));
    }
}

static std::vector<Book> fresh(Random &random) { return booksFor(random, LONGEST, ESCAPES, LEAST); }

static void correctness(Bench &bench, size_t blocks) {
    const int offers[] = {160, 256, 256, 40}, takes[] = {200, 256, 100, 256}, escapes[] = {0, 2, 30, 256};
    size_t done = 0, most = number("MOST", 2000);
    for (int set = 0; done < blocks; set++) {
        bench.load(fresh(bench.random));
        std::vector<Block> list;
        for (int i = 0; i < 250 && done < blocks; i++, done++)
            list.push_back(bench.block(below(bench.random, BOOKS), std::min(most, size(bench.random)), escapes[(set + i) % 4]));
        bench.run(list, offers[set % 4], takes[set / 2 % 4]);
    }
    std::vector<Book> books = fresh(bench.random);
    if (LONGEST == 8) books[0] = longEscapeBook(bench.random, LEAST);
    bench.load(books);
    std::vector<Block> large{bench.block(0, 65536, 256), bench.block(3, 65536, 0)};
    if (LONGEST == 8 && large[0].expected.size() < LONG_PAYLOAD) fail("the longest payload is too short");
    bench.run(large, 256, 256);
}

static std::string design() {
    return std::string("encoder") + (LONGEST == 8 ? "" : "-longest-" + std::to_string(LONGEST)) + (ESCAPES ? "" : "-no-escapes") +
           (WIDE ? "-wide" : "") + (LOOKAHEAD != 15 ? "-ahead-" + std::to_string(LOOKAHEAD) : "");
}

static void rate(Bench &bench, const std::string &name, std::vector<Block> list) {
    size_t symbols = 0, coded = 0;
    for (auto &b : list) symbols += b.symbols.size(), coded += b.expected.size();
    bench.run(list, 256, 256);
    double cycles = double(list.back().last - list.front().first + 1);
    row(design(), N, name, list.size(), double(symbols) / cycles, bench.firstWord, 8.0 * double(coded) / double(symbols));
}

// Blocks of recorded exponents, each with the book that is chosen for it.
static void planes(Bench &bench, size_t size, double beats) {
    std::vector<Book> books = shippedBooks(option("BOOKS", ""));
    Bytes all = exponentsOf(option("TENSORS", ""));
    if (books.empty() || all.size() < 2 * size) return;
    std::vector<Block> list;
    for (size_t k = 0; k < (size > 5000 ? 8 : 64); k++) {
        Block b;
        long from = long(k * (all.size() - size) / 64);
        b.symbols.assign(all.begin() + from, all.begin() + from + long(size));
        std::tie(b.bank, b.bias) = chosen(bench.books, N, b.symbols, beats);
        b.expected = encodePayload(bench.books[b.bank], b.bias, N, b.symbols);
        list.push_back(b);
    }
    rate(bench, "bf16 exponents " + std::to_string(size) + (beats < 1 ? ", few escapes" : ""), list);
}

// Blocks of recorded bytes with the books that a family has for them.
static void bytes(Bench &bench, const Recording &of) {
    bench.load(of.books);
    std::vector<Block> list;
    eachBlock(of, [&](int bank, const Bytes &symbols) {
        Block b;
        b.symbols = symbols;
        b.bank = bank;
        b.expected = encodePayload(of.books[size_t(bank)], 0, N, symbols, WORD);
        list.push_back(b);
    });
    rate(bench, of.name, list);
}

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t blocks = size_t(number("BLOCKS", 1000));
    correctness(bench, blocks);
    compared(design(), N, blocks);
    std::printf("encoder core N=%d wide=%d longest=%d: %zu blocks bit-exact\n", N, WIDE, LONGEST, blocks);
    if (!number("RATES", 1)) return 0;
    for (auto &of : recordings(LONGEST, ESCAPES, LEAST)) bytes(bench, of);
    bench.load(fresh(bench.random));
    if (LONGEST != 8) return rate(bench, "one symbol", {bench.block(0, 1, 0)}), 0;
    const char *names[] = {"few symbols", "many symbols", "some symbols", "8-bit codes"};
    for (int bank = 0; bank < BOOKS; bank++)
        for (int escapes : {0, 256}) {
            if (escapes && bank != 0) continue;
            std::vector<Block> list;
            for (int i = 0; i < 16; i++) list.push_back(bench.block(bank, 4096, escapes));
            rate(bench, std::string(names[bank]) + (escapes ? ", all escapes" : ""), list);
        }
    rate(bench, "one symbol", {bench.block(0, 1, 0)});
    std::vector<Book> shipped = shippedBooks(option("BOOKS", ""));
    std::vector<Book> fitting;
    for (auto &book : shipped)
        if (book.shortest() >= LEAST && fitting.size() < BOOKS) fitting.push_back(book);
    if (fitting.size() < BOOKS) return 0;
    bench.load(fitting);
    planes(bench, 4096, 1);
    planes(bench, 4096, 0.01);
    planes(bench, 65536, 1);
    planes(bench, 65536, 0.01);
}
