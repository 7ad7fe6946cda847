// The link from end to end: what goes in comes out, in order, whatever stalls; and how long it takes.
#include "Vvail_link.h"
#include "host.h"

using namespace vail;

constexpr int N = LANES, BANKS = 8;

struct Job {
    Order order;
    Bytes symbols;
    long in = 0, out = 0, last = 0;
};

class Bench : public Clocked<Vvail_link> {
  public:
    Bench() : Clocked("vail_link", ".Lanes(" + std::to_string(N) + ")", 9500),
              near(*this), far(*this, 0x200) {
        recordHost(recorder, dut, 10);
        recordCommands(recorder, dut);
        recorder.in("s_valid_i", dut.s_valid_i, 1);
        recorder.in("s_data_i", dut.s_data_i, 8 * N);
        recorder.in("m_ready_i", dut.m_ready_i, 1);
        recorder.out("cmd_ready_o", dut.cmd_ready_o, 1);
        recorder.out("s_ready_o", dut.s_ready_o, 1);
        recorder.out("m_valid_o", dut.m_valid_o, 1);
        recorder.out("m_provisional_o", dut.m_provisional_o, 1, &dut.m_valid_o);
        reset(40);
        near.inTurn(far), far.inTurn(near);
    }

    // The next book, on both sides.
    void load() {
        int b = int(books.size());
        books.push_back({1 + b / 2, b % 2, randomBook(random, b % 2 ? 12 : 60 + b * 20, 2)});
        Bytes book = binary(books.back().book);
        if (near.load(b, books.back(), book) || far.load(b, books.back(), book)) fail("a good book is refused");
    }

    Job job(int bank, size_t count, bool streamed) {
        Job j;
        const Named &named = books[size_t(std::max(0, bank))];
        if (bank >= 0) j.order.slot = named.slot, j.order.epoch = named.epoch, j.order.bias = below(random, 255);
        j.order.streamed = streamed;
        j.symbols = symbolsFor(random, named.book, j.order.bias, count, below(random, 3));
        return j;
    }

    void run(std::vector<Job> &jobs, int offer, int take) {
        size_t next = 0, in = 0, at = 0, out = 0;
        Bytes got;
        bool commanded = false, valid = false;
        for (long idle = 0; out < jobs.size(); idle++) {
            if (idle > 20000) fail("no symbol for 20000 cycles in block " + std::to_string(out));
            commanded = commanded || (next < jobs.size() && below(random, 256) < offer);
            valid = valid || (in < next && below(random, 256) < offer);
            if (commanded) command(dut, jobs[next].order, jobs[next].symbols.size());
            dut.cmd_valid_i = commanded;
            uint8_t step[N] = {};
            if (valid) std::memcpy(step, &jobs[in].symbols[at], std::min<size_t>(N, jobs[in].symbols.size() - at));
            put(dut.s_data_i, step, N);
            dut.s_valid_i = valid;
            dut.m_ready_i = below(random, 256) < take;
            settle();
            if (dut.m_valid_o && dut.m_ready_i) {
                if (collect(jobs[out], got)) got.clear(), out++;
                idle = 0;
            }
            if (valid && dut.s_ready_o) {
                if (at == 0) jobs[in].in = cycles;
                at += N, valid = false, idle = 0;
                if (at >= jobs[in].symbols.size()) at = 0, in++;
            }
            if (commanded && dut.cmd_ready_o) next++, commanded = false;
            edge();
        }
    }

    Host<Vvail_link> near, far;
    std::vector<Named> books;

  private:
    bool collect(Job &j, Bytes &got) {
        if (dut.m_fault_o) fail("a fault on a sound link: " + std::to_string(dut.m_fault_o));
        if (got.empty()) j.out = cycles;
        append(got, dut.m_data_o, dut.m_count_o, N);
        if (dut.m_last_o && got != j.symbols) fail("a block of " + std::to_string(j.symbols.size()) + " symbols differs");
        if (dut.m_last_o) j.last = cycles;
        return dut.m_last_o;
    }
};

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t blocks = size_t(number("BLOCKS", 1000));
    const int offers[] = {256, 128, 60}, takes[] = {256, 100, 200};
    for (size_t done = 0; done < blocks;) {
        // one book at first, so that a recording soon comes to blocks
        while (bench.books.size() < (done ? BANKS : 1)) bench.load();
        std::vector<Job> jobs;
        for (int i = 0; i < 250 && done < blocks; i++, done++)
            jobs.push_back(bench.job(below(bench.random, int(bench.books.size()) + 1) - 1, size_t(1 + below(bench.random, i % 8 ? 12 * N : 4096)), i % 3 != 0));
        bench.run(jobs, offers[done / 250 % 3], takes[done / 250 % 2]);
    }
    compared("link", N, blocks);
    std::printf("link N=%d: %zu blocks from end to end\n", N, blocks);
    if (!number("RATES", 1)) return 0;
    for (size_t count : {size_t(1), size_t(4 * N), size_t(16 * N), size_t(4096)}) {
        // one at a time: what the slowest took, because the size of a payload decides when a beat is full
        long first = 0, last = 0;
        for (int i = 0; i < 32; i++) {
            std::vector<Job> jobs{bench.job(below(bench.random, int(bench.books.size())), count, true)};
            bench.run(jobs, 256, 256);
            first = std::max(first, jobs[0].out - jobs[0].in);
            last = std::max(last, jobs[0].last - jobs[0].in);
        }
        row("link", N, "slowest of 32 blocks of " + std::to_string(count), 32, double(count) / double(last + 1), first);
    }
}
