// Decoder core against the model: good and damaged payloads, up to eight blocks in flight, stalls on
// both sides, then rates.
#include "Vvail_dec_core.h"
#include "families.h"

#include <deque>

using namespace vail;

#ifndef LONGEST
#define LONGEST 8
#endif
#ifndef SECOND
#define SECOND 8
#endif
// Bits of a word, its bytes, bits of the first window, and the share of codes that the second one tells apart.
constexpr int WORD = LONGEST > 8 ? 16 : 8, UNIT = WORD / 8, FIRST = LONGEST > 8 ? 8 : LONGEST;
constexpr int SPACE = LONGEST > 8 ? 32768 >> (LONGEST - SECOND) : 32768;
constexpr int N = LANES, BOOKS = 4;
constexpr uint64_t BEGUN = 1ull << 63;  // of a step: it goes on with literals
constexpr int COUNT_BITS = N == 4 ? 2 : N == 8 ? 3 : N == 16 ? 4 : 5;

struct Block {
    Bytes rows, symbols;  // its payload, behind `pos` bytes of something else
    int pos = 0;
    bool raw = false;
    size_t count = 0;
    int bank = 0, fault = OK;
    long first = 0;
};

class Bench : public Clocked<Vvail_dec_core> {
  public:
    Bench() : Clocked("vail_dec_core", ".Lanes(" + std::to_string(N) + "), .Longest(" + std::to_string(LONGEST) +
                                            "), .Second(" + std::to_string(SECOND) + ")") {
        recorder.in("rst_i", dut.rst_i, 1);
        recorder.in("book_we_i", dut.book_we_i, 1);
        recorder.in("book_addr_i", dut.book_addr_i, 2 + (LONGEST > 8 ? 1 + SECOND : LONGEST));
        recorder.in("book_meaning_i", dut.book_meaning_i, 15);
        recorder.in("start_valid_i", dut.start_valid_i, 1);
        recorder.in("start_count_i", dut.start_count_i, 16);
        recorder.in("start_book_i", dut.start_book_i, 2);
        recorder.in("start_pos_i", dut.start_pos_i, COUNT_BITS);
        recorder.in("start_raw_i", dut.start_raw_i, 1);
        recorder.in("start_constant_i", dut.start_constant_i, 1);
        recorder.in("s_valid_i", dut.s_valid_i, 1);
        recorder.in("s_ctx_i", dut.s_ctx_i, 3);
        recorder.in("s_data_i", dut.s_data_i, WORD * N);
        recorder.in("s_last_i", dut.s_last_i, 1);
        recorder.in("s_count_i", dut.s_count_i, COUNT_BITS);
        recorder.in("m_room_i", dut.m_room_i, 1);
        recorder.out("start_ready_o", dut.start_ready_o, 1);
        recorder.out("start_ctx_o", dut.start_ctx_o, 3);
        recorder.out("s_room_o", dut.s_room_o, 8);
        recorder.out("book_ready_o", dut.book_ready_o, 1);
        recorder.out("m_valid_o", dut.m_valid_o, 1);
        recorder.out("m_ctx_o", dut.m_ctx_o, 3, &dut.m_valid_o);
        recorder.out("m_keep_o", dut.m_keep_o, N, &sure);
        recorder.out("m_data_o", dut.m_data_o, 8 * N, &whole);
        recorder.out("m_literal_o", dut.m_literal_o, 1, &dut.m_valid_o);
        recorder.out("m_step_o", dut.m_step_o, 1, &dut.m_valid_o);
        recorder.out("m_last_o", dut.m_last_o, 1, &dut.m_valid_o);
        recorder.out("m_fault_o", dut.m_fault_o, 5, &dut.m_valid_o);
    }

    void load(const std::vector<Book> &set) {
        books = set;
        dut.start_valid_i = dut.s_valid_i = dut.m_room_i = dut.book_we_i = 0;
        dut.rst_i = 1;
        ticks(40);
        dut.book_we_i = 1;
        for (int bank = 0; bank < BOOKS; bank++) {
            for (int window = 0; window < 1 << FIRST; window++) write(bank, window);
            for (int window = 0; LONGEST > 8 && window < 1 << LONGEST; window++) write(bank, window, true);
        }
        dut.book_we_i = 0;
        tick();
        dut.rst_i = 0;
        tick();
    }

    Block block(int bank, size_t count, int escapes, int damage, bool raw = false) {
        Block b;
        b.bank = bank;
        b.count = count;
        b.raw = raw;
        Bytes payload = symbolsFor(random, books[bank], 0, count, escapes);
        if (!b.raw) payload = encodePayload(books[bank], 0, N, payload, WORD);
        switch (damage) {
            case 1: payload.resize(UNIT * (1 + size_t(below(random, int(payload.size() / UNIT))))); break;
            case 2: for (int i = UNIT * (1 + below(random, 40)); i; i--) payload.push_back(uint8_t(random())); break;
            case 3: payload[size_t(below(random, int(payload.size())))] ^= uint8_t(1 << below(random, 8)); break;
            case 4: payload.back() ^= uint8_t(1 << below(random, 8)); break;
        }
        if (b.raw) b.symbols = payload, b.fault = payload.size() == count ? OK : SYMBOL_COUNT_MISMATCH;
        else b.fault = decodePayload(books[bank], 0, N, count, payload, b.symbols, false, WORD);
        place(b, payload, below(random, 2) ? below(random, N) : 0);
        return b;
    }
    static void place(Block &b, const Bytes &payload, int pos) {
        b.pos = pos;
        b.rows.assign(size_t(pos * UNIT), 0xC3);
        b.rows.insert(b.rows.end(), payload.begin(), payload.end());
    }
    // Symbols that are all zero, without a payload.
    static Block constant(size_t count) {
        Block b;
        b.count = count;
        b.symbols.resize(count);
        return b;
    }

    // Offers of rows and room for turns as chances of 256; at most `flying` blocks at once.
    void run(std::vector<Block> &blocks, size_t flying, int offer, int take) {
        size_t next = 0, done = 0;
        bool starting = false;
        std::deque<size_t> queue[8];
        Bytes got[8];
        uint64_t there[8] = {};
        long feeding[8];
        size_t at[8] = {};
        std::fill(feeding, feeding + 8, -1);
        int turn = 0;
        for (long idle = 0; done < blocks.size(); idle++) {
            if (idle > 3000) fail("no step for 3000 cycles after block " + std::to_string(done));
            starting = starting || (next < blocks.size() && next - done < flying);
            dut.start_valid_i = starting;
            if (starting) {
                dut.start_count_i = uint16_t(blocks[next].count - 1);
                dut.start_book_i = uint8_t(blocks[next].bank);
                dut.start_pos_i = uint8_t(blocks[next].pos);
                dut.start_raw_i = blocks[next].raw;
                dut.start_constant_i = blocks[next].rows.empty();
            }
            dut.m_room_i = below(random, 256) < take;
            int ctx = below(random, 256) < offer ? feed(blocks, feeding, at, turn) : -1;
            dut.s_valid_i = ctx >= 0;
            settle();
            if (starting && dut.start_ready_o) {
                int c = dut.start_ctx_o;
                if (feeding[c] >= 0) fail("a context was given away before its input had ended");
                if (!blocks[next].rows.empty()) feeding[c] = long(next);
                at[c] = 0;
                queue[c].push_back(next);
                blocks[next++].first = cycles;
                starting = false;
            }
            if (dut.m_valid_o) {
                int c = dut.m_ctx_o;
                if (queue[c].empty()) fail("a step of a context without a block");
                Block &b = blocks[queue[c].front()];
                if (got[c].empty() && queue[c].front() == 0) firstStep = cycles - b.first;
                if (collect(b, got[c], there[c])) queue[c].pop_front(), got[c].clear(), done++;
                idle = 0;
            }
            edge();
        }
        // What is left of the input of a faulty block is still taken.
        for (int i = 0; i < 20000; i++) {
            dut.start_valid_i = 0;
            dut.s_valid_i = 0;
            int ctx = feed(blocks, feeding, at, turn);
            if (ctx < 0) {
                bool open = false;
                for (long f : feeding) open = open || f >= 0;
                if (!open) break;
            }
            dut.s_valid_i = ctx >= 0;
            tick();
        }
        for (long f : feeding)
            if (f >= 0) fail("the input of a block was never taken to its end");
        dut.s_valid_i = 0;
    }

    std::vector<Book> books;
    long firstStep = 0;
    uint8_t whole = 0, sure = 0;  // all lanes come; no bytes were missing

  private:
    // What a window means, in the table of first bits or, if these do not suffice, in that of last ones.
    void write(int bank, int window, bool second = false) {
        const Book &book = books[size_t(bank)];
        int t = book.find(window), length = book.length[size_t(t)];
        if (second && length <= FIRST) return;
        dut.book_addr_i = uint16_t(second ? 1 << (2 + SECOND) | bank << SECOND | window >> (LONGEST - SECOND)
                                          : bank << (LONGEST > 8 ? SECOND : LONGEST) | window);
        dut.book_meaning_i = uint16_t(length > FIRST && !second ? 1 << 12
                                      : (t & 255) | length << 8 | (t == ESC) << 12 | (t == 0) << 13 | (window >> length != 0) << 14);
        tick();
    }
    int feed(const std::vector<Block> &blocks, long *feeding, size_t *at, int &turn) {
        for (int k = 0; k < 8; k++) {
            int c = (turn + k) % 8;
            if (feeding[c] < 0 || !(dut.s_room_o >> c & 1)) continue;
            const Bytes &rows = blocks[size_t(feeding[c])].rows;
            uint8_t row[N * UNIT];
            std::memset(row, 0x5A, sizeof row);
            size_t count = std::min(sizeof row, rows.size() - at[c]);
            std::memcpy(row, &rows[at[c]], count);
            put(dut.s_data_i, row, N * UNIT);
            dut.s_ctx_i = uint8_t(c);
            at[c] += count;
            dut.s_last_i = at[c] == rows.size();
            dut.s_count_i = uint8_t(count / UNIT % N);
            if (dut.s_last_i) feeding[c] = -1;
            turn = c + 1;
            return c;
        }
        return -1;
    }
    // Puts what a turn gives into its step, of which `there` tells the symbols that have come; whether the block ends.
    bool collect(Block &b, Bytes &got, uint64_t &there) {
        uint8_t turn[N];
        std::memcpy(turn, &dut.m_data_o, N);
        if (!there) got.resize(got.size() + N);
        for (int i = 0; i < N; i++)
            if (uint64_t(dut.m_keep_o) >> i & 1) got[got.size() - N + size_t(i)] = turn[i];
        if (there & dut.m_keep_o) fail("a symbol comes twice");
        there |= dut.m_keep_o;
        if (dut.m_step_o) {
            size_t before = got.size() - N, size = std::min<size_t>(N, b.count - before);
            if (!dut.m_over_o && (there & ~BEGUN) != keepOf(size)) fail("a step has other lanes than its symbols");
            got.resize(before + size);
            there = 0;
        } else there |= BEGUN;
        if (!dut.m_last_o) return false;
        if (dut.m_fault_o != b.fault)
            fail("a block of " + std::to_string(b.count) + " symbols: fault " + std::to_string(dut.m_fault_o) +
                 ", expected " + std::to_string(b.fault));
        if (b.fault == OK && got != b.symbols) fail("a block of " + std::to_string(b.count) + " symbols differs");
        return true;
    }
    void settled() override {
        sure = dut.m_valid_o && !dut.m_over_o;
        whole = sure && uint64_t(dut.m_keep_o) == keepOf(N);
    }
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

static std::vector<Book> fresh(Random &random) {
    return booksFor(random, LONGEST, LONGEST <= 8, 1, SPACE);
}

static void correctness(Bench &bench, size_t blocks) {
    const int offers[] = {160, 256, 256, 40}, takes[] = {200, 256, 100, 256}, escapes[] = {0, 2, 30, 256};
    const size_t flying[] = {8, 1, 5};
    size_t done = 0, most = size_t(number("MOST", 2000));
    for (int set = 0; done < blocks; set++) {
        bench.load(fresh(bench.random));
        std::vector<Block> list;
        for (int i = 0; i < 250 && done < blocks; i++, done++)
            list.push_back(i % 16 == 15 ? Bench::constant(std::min(most, size(bench.random)))
                                        : bench.block(below(bench.random, BOOKS), std::min(most, size(bench.random)),
                                                      escapes[(set + i) % 4], below(bench.random, 8), LONGEST <= 8 && i % 8 == 3));
        bench.run(list, flying[set % 3], offers[set % 4], takes[set / 2 % 4]);
    }
    std::vector<Book> books = fresh(bench.random);
    if (LONGEST == 8) books[0] = longEscapeBook(bench.random, 1);
    bench.load(books);
    std::vector<Block> large{bench.block(0, 65536, 256, 0), bench.block(3, 65536, 0, 0)};
    if (LONGEST == 8 && large[0].rows.size() < LONG_PAYLOAD) fail("the longest payload is too short");
    bench.run(large, 8, 256, 256);
}

static std::string design() { return std::string("decoder") + (LONGEST == 8 ? "" : "-longest-" + std::to_string(LONGEST)); }

static void rate(Bench &bench, const std::string &name, std::vector<Block> list, size_t flying) {
    size_t symbols = 0, coded = 0;
    for (auto &b : list) symbols += b.count, coded += b.rows.size() - size_t(b.pos * UNIT);
    long from = bench.cycles;
    bench.run(list, flying, 256, 256);
    row(design(), N, name + (flying == 1 ? ", one block at a time" : ""), list.size(),
        double(symbols) / double(bench.cycles - from), bench.firstStep, 8.0 * double(coded) / double(symbols));
}

// Blocks of recorded bytes with the books that a family has for them.
static void bytes(Bench &bench, const Recording &of) {
    bench.load(of.books);
    std::vector<Block> list;
    eachBlock(of, [&](int bank, const Bytes &symbols) {
        Block b;
        b.count = symbols.size();
        b.symbols = symbols;
        b.bank = bank;
        Bench::place(b, encodePayload(of.books[size_t(bank)], 0, N, symbols, WORD), 0);
        list.push_back(b);
    });
    rate(bench, of.name, list, 8);
}

// Blocks of recorded exponents, each with the book that is chosen for it.
static void planes(Bench &bench, const Bytes &all, size_t size, double escapes) {
    std::vector<Block> list;
    for (size_t k = 0; k < (size > 5000 ? 8 : 64); k++) {
        long from = long(k * (all.size() - size) / 64);
        Block b;
        b.symbols.assign(all.begin() + from, all.begin() + from + long(size));
        b.count = size;
        auto [bank, bias] = chosen(bench.books, N, b.symbols, escapes);
        b.bank = bank;
        for (auto &s : b.symbols) s = uint8_t(biased(s, bias));
        Bench::place(b, encodePayload(bench.books[size_t(bank)], 0, N, b.symbols), 0);
        list.push_back(b);
    }
    rate(bench, "bf16 exponents " + std::to_string(size) + (escapes < 1 ? ", few escapes" : ""), list, 8);
}

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t blocks = size_t(number("BLOCKS", 1000));
    correctness(bench, blocks);
    compared(design(), N, blocks);
    std::printf("decoder core N=%d longest=%d: %zu blocks bit-exact\n", N, LONGEST, blocks);
    if (!number("RATES", 1)) return 0;
    for (auto &of : recordings(LONGEST, LONGEST <= 8, 1, SPACE)) bytes(bench, of);
    bench.load(fresh(bench.random));
    if (LONGEST != 8) return rate(bench, "one symbol", {bench.block(0, 1, 0, 0)}, 1), 0;
    for (size_t flying : {8, 1})
        for (int escapes : {0, 256}) {
            std::vector<Block> list;
            for (int i = 0; i < (flying == 1 ? 8 : 64); i++) list.push_back(bench.block(0, 4096, escapes, 0));
            rate(bench, std::string("few symbols") + (escapes ? ", all escapes" : ""), list, flying);
        }
    std::vector<Block> list;
    for (int i = 0; i < 64; i++) list.push_back(bench.block(3, 4096, 0, 0));
    rate(bench, "8-bit codes", list, 8);
    rate(bench, "one symbol", {bench.block(0, 1, 0, 0)}, 1);
    std::vector<Book> shipped = shippedBooks(option("BOOKS", ""));
    Bytes all = exponentsOf(option("TENSORS", ""));
    if (shipped.size() < BOOKS || all.empty()) return 0;
    shipped.resize(BOOKS);
    bench.load(shipped);
    for (size_t size : {size_t(4096), size_t(65536)}) planes(bench, all, size, 1), planes(bench, all, size, 0.01);
}
