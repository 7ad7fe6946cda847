// The host's side of AXI4-Lite: loads books into banks and reads the status.
#pragma once
#include <deque>

#include "bench.h"
#include "order.h"

namespace vail {

// D has the pins of vail_axil.
template <class D> class Host {
  public:
    Host(Clocked<D> &circuit, int at = 0) : clocked(circuit), dut(circuit.dut), base(at) {}

    // Address and data come in any order, and answers are taken when the host likes.
    void write(int address, uint32_t value) {
        ask(address, value);
        answered();
    }
    uint32_t read(int address) {
        ask(address);
        return told();
    }
    // An access waits, wherever it goes, until the answer to the one before has been taken.
    void inTurn(Host &next) {
        const int seed = 0x00C, identity = 0x000;  // of a kernel's own registers these do no harm either
        ask(seed, 0);
        for (int i = 0; i < 8; i++, clocked.edge()) {
            next.offer(seed, 0);
            clocked.settle();
            if (dut.awready_o || dut.wready_o || !dut.bvalid_o) fail("a write did not wait for its turn");
        }
        answered();
        next.ask(seed, 0);
        next.answered();
        uint32_t first = read(identity), second = next.read(identity);
        ask(identity);
        next.offer(identity);
        for (int i = 0; i < 4; i++, clocked.edge())
            if (clocked.settle(); dut.arready_o || !dut.rvalid_o) fail("a read did not wait for its turn");
        if (told() != first) fail("a read was answered with another's data");
        next.ask(identity);
        if (next.told() != second) fail("a read was answered with the data before");
    }
    // Returns the fault of the load.
    int load(int bank, const Named &named, const Bytes &book) {
        queue(bank, named, book);
        for (; !waiting.empty(); waiting.pop_front()) write(waiting.front().first, waiting.front().second);
        return loaded();
    }
    // The same while the circuit does other things: offer() before it settles and took() after that, then finish(),
    // and in the end loaded().
    void queue(int bank, const Named &named, const Bytes &book) {
        for (size_t i = 0; i < book.size(); i += 4) {
            uint32_t word = 0;
            for (size_t k = 0; k < 4 && i + k < book.size(); k++) word |= uint32_t(book[i + k]) << 8 * k;
            waiting.push_back({0x100 + int(i), word});
        }
        waiting.push_back({0x00C, seedOf(named.book.digest)});
        waiting.push_back({0x008, uint32_t(named.slot | named.epoch << 8 | bank << 16)});
    }
    void offer() {
        dut.awvalid_i = dut.wvalid_i = !waiting.empty();
        if (waiting.empty()) return;
        dut.awaddr_i = uint16_t(base + waiting.front().first);
        dut.wdata_i = waiting.front().second;
        dut.bready_i = 1;
    }
    void took() {
        if (!waiting.empty() && dut.awready_o && dut.wready_o) waiting.pop_front();
    }
    void finish() {
        for (; !waiting.empty(); clocked.edge()) offer(), clocked.settle(), took();
        offer();
        clocked.ticks(2);
        dut.bready_i = 0;
    }
    int loaded() {
        uint32_t status = 1;
        for (int i = 0; i < 20000 && status & 1; i++) status = read(0x004);
        if (status & 1) fail("a book is never loaded");
        return int(status >> 8 & 31);
    }
    // Every address that no register has reads as zero.
    void empty() {
        for (int bit = 3; bit < 9; bit++)
            if (read(1 << bit) || read(0x1FC ^ 1 << bit)) fail("something stands where no register is");
    }
    int blockFault() { return int(read(0x004) >> 16 & 31); }

  private:
    void offer(int address, uint32_t value) {
        dut.awvalid_i = dut.awvalid_i || below(random, 2), dut.wvalid_i = dut.wvalid_i || below(random, 2);
        dut.awaddr_i = uint16_t(base + address);
        dut.wdata_i = value;
    }
    void offer(int address) {
        dut.arvalid_i = 1;
        dut.araddr_i = uint16_t(base + address);
    }
    void ask(int address, uint32_t value) {
        for (bool taken = false; !taken; clocked.edge()) {
            offer(address, value);
            clocked.settle();
            if (dut.awready_o != dut.wready_o || dut.bvalid_o) fail("an answer to no write");
            taken = dut.awready_o;
        }
        dut.awvalid_i = dut.wvalid_i = 0;
    }
    void ask(int address) {
        offer(address);
        for (bool taken = false; !taken; clocked.edge()) {
            clocked.settle();
            if (dut.rvalid_o) fail("an answer to no read");
            taken = dut.arready_o;
        }
        dut.arvalid_i = 0;
    }
    void answered() {
        for (bool taken = false; !taken; clocked.edge()) {
            taken = dut.bready_i = below(random, 2);
            clocked.settle();
            if (!dut.bvalid_o) fail("no answer to a write");
        }
        dut.bready_i = 0;
    }
    uint32_t told() {
        uint32_t value = 0;
        for (bool taken = false; !taken; clocked.edge()) {
            taken = dut.rready_i = below(random, 2);
            clocked.settle();
            if (!dut.rvalid_o) fail("no answer to a read");
            value = dut.rdata_o;
        }
        dut.rready_i = 0;
        return value;
    }

    Clocked<D> &clocked;
    D &dut;
    int base;
    Random random{7};  // of its own, so that blocks are the same whatever the host does
    std::deque<std::pair<int, uint32_t>> waiting;
};

// The reset and the pins of vail_axil, as recordings hold them.
template <class D> void recordHost(Recorder &recorder, D &dut, int addressBits) {
    recorder.in("rst_i", dut.rst_i, 1);
    recorder.in("awvalid_i", dut.awvalid_i, 1);
    recorder.in("awaddr_i", dut.awaddr_i, addressBits);
    recorder.in("wvalid_i", dut.wvalid_i, 1);
    recorder.in("wdata_i", dut.wdata_i, 32);
    recorder.in("bready_i", dut.bready_i, 1);
    recorder.in("arvalid_i", dut.arvalid_i, 1);
    recorder.in("araddr_i", dut.araddr_i, addressBits);
    recorder.in("rready_i", dut.rready_i, 1);
}

// The pins by which blocks are ordered from an encoder.
template <class D> void recordCommands(Recorder &recorder, D &dut) {
    recorder.in("cmd_valid_i", dut.cmd_valid_i, 1);
    recorder.in("cmd_slot_i", dut.cmd_slot_i, 8);
    recorder.in("cmd_epoch_i", dut.cmd_epoch_i, 8);
    recorder.in("cmd_bias_i", dut.cmd_bias_i, 8);
    recorder.in("cmd_rule_i", dut.cmd_rule_i, 2);
    recorder.in("cmd_best_i", dut.cmd_best_i, 1);
    recorder.in("cmd_constant_i", dut.cmd_constant_i, 1);
    recorder.in("cmd_streamed_i", dut.cmd_streamed_i, 1);
    recorder.in("cmd_count_i", dut.cmd_count_i, 16);
}

template <class D> void command(D &dut, const Order &order, size_t symbols) {
    dut.cmd_slot_i = uint8_t(order.slot), dut.cmd_epoch_i = uint8_t(order.epoch), dut.cmd_bias_i = uint8_t(order.bias);
    dut.cmd_rule_i = uint8_t(order.rule), dut.cmd_best_i = order.best, dut.cmd_constant_i = order.constant;
    dut.cmd_streamed_i = order.streamed, dut.cmd_count_i = uint16_t(symbols - 1);
}

// Books for all banks: few symbols and many, one flat, no code shorter than `least`; two epochs of each slot, and
// other names each time; every third time two banks have the same.
inline std::vector<Named> freshBooks(Random &random, int banks, int least, int time) {
    std::vector<Named> books;
    for (int b = 0; b < banks; b++) {
        Book book = b == 3 ? flatBook(random) : randomBook(random, b % 2 ? 4 + below(random, 20) : 20 + below(random, 230), least);
        books.push_back({1 + (b / 2 * 5 + time * 149) % 239, 255 + b % 2 + time * 90 & 255, book});
    }
    if (banks > 6 && time % 3 == 2) books[6].slot = books[1].slot, books[6].epoch = books[1].epoch;
    return books;
}

// A book whose binary form breaks one rule of C-08, or none that the hardware cannot serve.
inline Bytes damagedBook(Random &random, const Book &good) {
    Bytes out = binary(good);
    switch (below(random, 6)) {
        case 0: out[size_t(below(random, 4))] ^= uint8_t(1 << below(random, 8)); break;
        case 1: out[4] = uint8_t(random()); break;
        case 2: out[134] ^= uint8_t(16 << below(random, 4)); break;
        default: out[size_t(6 + below(random, 129))] ^= uint8_t(1 << below(random, 8));
    }
    return out;
}

// A long book, one in which symbols without a code have no escape, one with a code of a single bit, and one of which
// ten codes have a single bit.
inline std::vector<Bytes> oddBooks(const Book &good) {
    Bytes isLong = binary(good), shapeless = isLong, brief, much;
    isLong[4] |= 1;
    std::fill(shapeless.begin() + 6, shapeless.end(), uint8_t(0));
    brief = much = shapeless;
    shapeless[6] = 0x11;
    brief[6] = 0x21, brief[134] = 2;
    std::fill(much.begin() + 6, much.begin() + 10, uint8_t(0x11));
    much[10] = much[134] = 1;
    return {isLong, shapeless, brief, much};
}

}  // namespace vail
