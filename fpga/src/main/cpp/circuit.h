// A circuit, its clock, its registers and the books in its banks (fpga/README.md).
#pragma once
#include <algorithm>
#include <atomic>
#include <cstring>
#include <vector>

#include "book.h"
#include "verilated.h"
#include "vail_rtl.h"
#ifdef VAIL_TRACE
#include "trace.h"
#endif

namespace rtl {

constexpr size_t LANES = VAIL_RTL_LANES;
constexpr int BANKS = 8;

// Nothing came or went for longer than any block takes, or more came than any block has.
struct Hung {};

struct Piece {
    const uint8_t *bytes;
    size_t size;
};

// Adds a beat, which has all its bytes where count is 0.
inline void append(Bytes &block, const void *beat, size_t count) {
    if (block.size() >= VAIL_STORED_BOUND(VAIL_MOST_SYMBOLS)) throw Hung();
    auto bytes = static_cast<const uint8_t *>(beat);
    block.insert(block.end(), bytes, bytes + (count ? count : LANES));
}

// Which cycles there is a beat in, or a taker for one.
class Traffic {
  public:
    explicit Traffic(uint32_t of256) : of256_(of256) {}
    bool now() {
        if (of256_ >= 256) return true;
        state_ = state_ * 1664525u + 1013904223u;
        return state_ >> 24 < of256_;
    }

  private:
    uint32_t of256_, state_ = 1;
};

struct Pace {
    uint32_t offer = 256, take = 256;
};

// How many there are.
inline std::atomic<uint32_t> circuits{0};

// Dut has the pins of vail_axil, s_* and m_*.
template <class Dut> class Circuit {
  public:
    explicit Circuit(Pace pace) : offer(pace.offer), take(pace.take) {
#ifdef VAIL_TRACE
        context.traceEverOn(true);
#endif
        dut.rst_i = 1;
        for (int i = 0; i < 40; i++) tick();
        dut.rst_i = 0;
        dut.bready_i = dut.rready_i = 1;
        circuits++;
    }
    ~Circuit() {
        dut.final();
        circuits--;
    }
    Circuit(const Circuit &) = delete;

    void settle() {
        dut.clk_i = 0;
        dut.eval();
        look();
    }
    void edge() {
        dut.clk_i = 1;
        dut.eval();
        look();
        cycles++;
    }
    void tick() { settle(), edge(); }

    // Puts books where they are not yet, into banks that none of them is in.
    void hold(const std::vector<const Book *> &books) {
        for (auto *book : books) {
            if (find(*book) >= 0) continue;
            while (isAmong(books, banks_[next_])) next_ = (next_ + 1) % BANKS;
            load(next_, *book);
        }
    }
    // Puts a book into a bank, unless it is there.
    void place(int bank, const Book &book) {
        if (find(book) != bank) load(bank, book);
    }
    // Checks a book (C-08) by loading it; it stays if it is good.
    uint32_t check(const Book &book) {
        next_ = (next_ + 1) % BANKS;
        return load(next_, book);
    }
    // No block knows a book of this name from now on.
    void retire(Name name) {
        for (int bank = 0; bank < BANKS; bank++) {
            if (banks_[bank].name != name) continue;
            write(0x010, uint32_t(bank));
            banks_[bank].name = 0;
        }
    }
    void write(int address, uint32_t value) {
        dut.awvalid_i = dut.wvalid_i = 1;
        dut.awaddr_i = uint16_t(address);
        dut.wdata_i = value;
        tick(), tick();  // the one access under way, and it is taken in the second
        dut.awvalid_i = dut.wvalid_i = 0;
        tick();
    }
    uint32_t read(int address) {
        dut.arvalid_i = 1;
        dut.araddr_i = uint16_t(address);
        tick(), tick();
        dut.arvalid_i = 0;
        settle();
        uint32_t value = uint32_t(dut.rdata_o);
        edge();
        return value;
    }

#ifdef VAIL_TRACE
    // Writes a waveform from now on; false if the file cannot be written.
    bool show(const std::string &path, uint64_t cycles) {
        trace_ = std::make_unique<Trace>(dut, path, cycles);
        return trace_->isOpen();
    }
#endif

    VerilatedContext context;
    Dut dut{&context};
    Traffic offer, take;
    uint64_t cycles = 0;
    vail_rtl_counters_t counters{};

  protected:
    // After the outputs have settled: counts, and looks whether anything moves.
    void account(bool moves) {
        counters.cycles++;
        if (dut.s_valid_i) counters.refused += !dut.s_ready_o;
        else counters.starved += dut.s_ready_o;
        counters.blocked += dut.m_valid_o && !dut.m_ready_i;
        watch(moves);
    }
    void watch(bool moves) {
        still_ = moves ? 0 : still_ + 1;
        if (still_ > 1 << 16) throw Hung();
    }

  private:
#ifdef VAIL_TRACE
    void look() {
        if (trace_ && !loads_) trace_->look();
    }
    std::unique_ptr<Trace> trace_;
#else
    void look() {}
#endif

    // What lies in a bank. Circuits serve several sessions, and these mean different books by a name.
    struct Bank {
        Name name = 0;  // of no book: its slot is 0
        Digest digest;
        bool has(const Book &book) const { return name == book.name && digest == book.digest; }
    };
    static bool isAmong(const std::vector<const Book *> &books, const Bank &bank) {
        return std::any_of(books.begin(), books.end(), [&](auto *book) { return bank.has(*book); });
    }
    int find(const Book &book) const {
        for (int bank = 0; bank < BANKS; bank++)
            if (banks_[bank].has(book)) return bank;
        return -1;
    }
    uint32_t load(int bank, const Book &book) {
        uint64_t before = cycles;
        loads_ = true;
        retire(book.name);
        banks_[bank].name = 0;
        for (size_t at = 0; at < VAIL_BOOK_BYTES; at += 4) {
            uint32_t word = 0;
            std::memcpy(&word, &book.bytes[at], at + 4 <= VAIL_BOOK_BYTES ? 4 : VAIL_BOOK_BYTES - at);
            write(0x100 + int(at), word);
        }
        write(0x00C, book.seed);
        write(0x008, uint32_t(book.name) | uint32_t(bank) << 16);
        uint32_t status = read(0x004);
        for (int i = 0; i < 10000 && status & 1; i++) status = read(0x004);
        if (status & 1) throw Hung();
        counters.book_cycles += cycles - before;
        loads_ = false;
        uint32_t fault = status >> 8 & 31;
        if (!fault) banks_[bank] = {book.name, book.digest};
        return fault;
    }

    bool loads_ = false;  // a book, which would fill a waveform
    Bank banks_[BANKS];
    int next_ = 0;
    uint32_t still_ = 0;
};

}  // namespace rtl
