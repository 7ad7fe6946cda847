// Block encoder against the model: books loaded by AXI4-Lite (good and damaged), raw and coded blocks in
// both orders, the rule `previous`, commands that cannot be done, stalls on all sides.
#include "Vvail_enc_block.h"
#include "host.h"

using namespace vail;

#ifndef ROWBITS
#define ROWBITS 9
#endif
constexpr int N = LANES, BANKS = 8;
constexpr size_t MOST = size_t(N) << ROWBITS, LARGEST = 65536;

#ifndef SELECT
#define SELECT 0
#endif

struct Job {
    Order order;
    Bytes symbols, expected;
    int fault = OK;
    long first = 0, head = 0, last = 0;
};

class Bench : public Clocked<Vvail_enc_block> {
  public:
    Bench() : Clocked("vail_enc_block", ".Lanes(" + std::to_string(N) + "), .Select(" + std::to_string(SELECT) + "), .RowBits(" +
                                    std::to_string(ROWBITS) + ")", 12000),
              host(*this) {
        recordHost(recorder, dut, 9);
        recordCommands(recorder, dut);
        recorder.in("s_valid_i", dut.s_valid_i, 1);
        recorder.in("s_data_i", dut.s_data_i, 8 * N);
        recorder.in("m_ready_i", dut.m_ready_i, 1);
        recorder.out("awready_o", dut.awready_o, 1);
        recorder.out("rvalid_o", dut.rvalid_o, 1);
        recorder.out("rdata_o", dut.rdata_o, 32, &dut.rvalid_o);
        recorder.out("cmd_ready_o", dut.cmd_ready_o, 1);
        recorder.out("s_ready_o", dut.s_ready_o, 1);
        recorder.out("m_valid_o", dut.m_valid_o, 1);
        recorder.out("m_data_o", dut.m_data_o, 8 * N, &whole);
        recorder.out("m_last_o", dut.m_last_o, 1, &dut.m_valid_o);
        reset(40);
        host.empty();
        Random other(1);
        Named named{1, 0, randomBook(other, 20, 2)};
        for (auto &bad : oddBooks(named.book))
            if (host.load(0, named, bad) != checkBook(bad, 2)) fail("an odd book has another fault");
        for (int slot : {0, 255})
            if (host.load(0, {slot, 0, named.book}, binary(named.book)) != RESERVED_NONZERO) fail("a book in slot " + std::to_string(slot));
    }

    // Every bank, each after a damaged book; or two of them only, so that a recording soon comes to blocks.
    void load(const std::vector<Named> &set, bool all) {
        books = set;
        retired = 0;
        for (int bank = 0; bank < BANKS; bank++) {
            Named &named = books[size_t(bank)];
            if (!all && bank % 5) {
                named.slot = -1, retired |= 1 << bank;
                continue;
            }
            Bytes bad = damagedBook(random, named.book);
            if (int fault = all ? host.load(bank, named, bad) : OK; all && fault != checkBook(bad, 2))
                fail("a damaged book: fault " + std::to_string(fault) + ", expected " + std::to_string(checkBook(bad, 2)));
            if (int fault = host.load(bank, named, binary(named.book)); fault != OK)
                fail("a good book: fault " + std::to_string(fault));
        }
    }

    // The banks that `best` chooses among: some, none, or one without a book.
    void candidates() {
        banks = below(random, 8) ? 1 + below(random, 255) : 0;
        if (below(random, 4)) banks &= ~retired;
        host.write(0x014, uint32_t(banks));
    }
    void retire(int bank) {
        host.write(0x010, uint32_t(bank));
        gone(bank);
    }
    // A book that is refused takes the place of a good one all the same.
    void spoil(int bank) {
        Bytes bad;
        do bad = damagedBook(random, books[size_t(bank)].book);
        while (checkBook(bad, 2) == OK);
        if (host.load(bank, books[size_t(bank)], bad) == OK) fail("a bad book is loaded");
        gone(bank);
    }

    // A book for a bank that the next blocks do not use goes there while they pass, unless they are to meet the bank without one.
    void begin(const Named &named, bool fill) {
        spare = -1;
        for (int bank = 0; fill && bank < BANKS; bank++)
            if (retired >> bank & 1 && !(banks >> bank & 1)) spare = bank;
        if (spare >= 0) coming = named, host.queue(spare, coming, binary(coming.book));
    }
    void end() {
        if (spare < 0) return;
        if (host.loaded() != OK) fail("a good book is refused while blocks pass");
        books[size_t(spare)] = coming;
        retired &= ~(1 << spare);
    }

    Job job(size_t count, int escapes, bool streamed) {
        Job j;
        j.order = order(streamed);
        int bank = below(random, BANKS + 1) - 1;
        if (bank >= 0 && books[size_t(bank)].slot >= 0) j.order.slot = books[size_t(bank)].slot, j.order.epoch = books[size_t(bank)].epoch;
        if (bank < 0 || (j.order.best && below(random, 4) == 0)) {
            j.symbols.resize(count);
            for (auto &s : j.symbols) s = uint8_t(random());
        } else j.symbols = symbolsFor(random, books[size_t(bank)].book, j.order.bias % 255, count, escapes);
        if (below(random, 12) == 0) std::fill(j.symbols.begin(), j.symbols.end(), uint8_t(below(random, 3)));
        if (below(random, 40) == 0) j.order.slot = 254;
        if (lost.slot > 0 && below(random, 40) == 0) j.order.slot = lost.slot, j.order.epoch = lost.epoch;
        if (below(random, 40) == 0) j.order.bias = 255;
        expect(j);
        return j;
    }

    // A block of a book, or a raw one, of the largest size.
    Job largest(int bank, int escapes) {
        Job j;
        j.order.bias = 77;
        if (bank >= 0) j.order.slot = books[size_t(bank)].slot, j.order.epoch = books[size_t(bank)].epoch;
        j.symbols = symbolsFor(random, books[size_t(std::max(0, bank))].book, 77, LARGEST, escapes);
        expect(j);
        return j;
    }

    // What the model says, as far as this hardware goes: it keeps MOST symbols of a block.
    void expect(Job &j) {
        const Order &o = j.order;
        bool raw = !o.best && o.slot == 0, asks = o.best || o.constant || o.rule >= MEAN;
        bool whole = SELECT && (o.best || o.constant || (!raw && o.rule >= MEAN));
        int before = mean;
        j.fault = encodeBlock(books, o, N, j.symbols, mean, j.expected);
        if (j.fault == OK && (whole || !o.streamed) && j.symbols.size() > MOST) j.fault = LIMIT_EXCEEDED;
        if (j.fault == OK && !SELECT && asks) j.fault = UNSUPPORTED_FEATURE;
        if (j.fault != OK) mean = before;
    }

    void run(std::vector<Job> &jobs, int offer, int take) {
        size_t next = 0, in = 0, at = 0, out = 0;
        Bytes got;
        bool commanded = false, valid = false;
        auto skip = [&] { while (out < jobs.size() && jobs[out].fault != OK && in > out) out++; };
        for (long idle = 0; out < jobs.size(); idle++, skip()) {
            if (idle > 20000) fail("no beat for 20000 cycles in block " + std::to_string(out));
            commanded = commanded || (next < jobs.size() && below(random, 256) < offer);
            valid = valid || (in < next && below(random, 256) < offer);
            dut.cmd_valid_i = commanded;
            if (commanded) command(dut, jobs[next].order, jobs[next].symbols.size());
            uint8_t step[N];
            std::memset(step, 0xA5, N);
            if (valid) std::memcpy(step, &jobs[in].symbols[at], std::min<size_t>(N, jobs[in].symbols.size() - at));
            put(dut.s_data_i, step, N);
            dut.s_valid_i = valid;
            dut.m_ready_i = below(random, 256) < take;
            host.offer();
            settle();
            host.took();
            if (dut.m_valid_o && dut.m_ready_i) {
                if (collect(jobs[out], got)) got.clear(), out++;
                idle = 0;
            }
            if (valid && dut.s_ready_o) {
                if (at == 0) jobs[in].first = cycles;
                at += N, valid = false, idle = 0;
                if (at >= jobs[in].symbols.size()) at = 0, in++;
            }
            if (commanded && dut.cmd_ready_o) next++, commanded = false;
            edge();
        }
        dut.cmd_valid_i = dut.s_valid_i = 0;
        dut.m_ready_i = 1;
        host.finish();
        ticks(4);
    }

    Host<Vvail_enc_block> host;
    std::vector<Named> books;
    int mean = 0, banks = 0, retired = 0, spare = -1;
    Named coming, lost{};
    uint8_t whole = 0;

  private:
    void gone(int bank) {
        lost = books[size_t(bank)];
        books[size_t(bank)].slot = -1;
        retired |= 1 << bank;
    }
    Order order(bool streamed) {
        Order o;
        o.streamed = streamed;
        o.bias = below(random, 255);
        bool asks = SELECT || below(random, 40) == 0;
        o.rule = below(random, asks ? 4 : 2);
        o.best = asks && below(random, 2);
        o.constant = asks && below(random, 4) == 0;
        for (int b = 0; b < BANKS; b++)
            if (o.best && banks >> b & 1) o.candidates.push_back(retired >> b & 1 ? nullptr : &books[size_t(b)]);
        return o;
    }
    bool collect(Job &j, Bytes &got) {
        if (dut.m_count_o && !dut.m_last_o) fail("a short beat inside a block");
        if (got.empty()) j.head = cycles;
        append(got, dut.m_data_o, dut.m_count_o, N);
        if (!dut.m_last_o) return false;
        j.last = cycles;
        if (got != j.expected) {
            size_t p = 0;
            while (p < got.size() && p < j.expected.size() && got[p] == j.expected[p]) p++;
            fail("a block of " + std::to_string(j.symbols.size()) + " symbols, slot " + std::to_string(j.order.slot) +
                 (j.order.streamed ? ", streamed" : ", stored") + ", rule " + std::to_string(j.order.rule) +
                 (j.order.best ? ", best" : "") + (j.order.constant ? ", constant" : "") + ": differs at " +
                 std::to_string(p) + ", " + std::to_string(got.size()) + " bytes for " + std::to_string(j.expected.size()));
        }
        return true;
    }
    void settled() override { whole = dut.m_valid_o && !dut.m_last_o; }
};

// Payloads longer than a size of 17 bits can say, which fall back, and others of as many symbols.
static void large(Bench &bench) {
    std::vector<Named> books = freshBooks(bench.random, BANKS, 2, 1);
    books[0].book = longEscapeBook(bench.random, 2);
    bench.load(books, true);
    std::vector<Job> jobs{bench.largest(0, 256), bench.largest(5, 0), bench.largest(-1, 0), bench.largest(0, 256)};
    if (encodePayload(bench.books[0].book, 77, N, jobs[0].symbols).size() < LONG_PAYLOAD) fail("the longest payload is too short");
    bench.run(jobs, 256, 200);
}

static void rate(Bench &bench, const std::string &name, std::vector<Job> jobs) {
    size_t symbols = 0;
    for (auto &j : jobs) symbols += j.symbols.size();
    bench.run(jobs, 256, 256);
    row("encoder-block", N, name, jobs.size(), double(symbols) / double(jobs.back().last - jobs.front().first + 1),
        jobs.front().head - jobs.front().first);
}

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t blocks = size_t(number("BLOCKS", 1000)), done = 0;
    const int offers[] = {256, 128, 256, 60}, takes[] = {256, 256, 100, 200}, escapes[] = {0, 2, 30, 256};
    for (int set = 0; done < blocks; set++) {
        bench.load(freshBooks(bench.random, BANKS, 2, set), set > 0);
        // names that no other book has, from a sequence of its own
        Random other(uint32_t(set + 2));
        std::vector<Named> passing = freshBooks(other, 4, 2, set);
        for (auto &named : passing) named.slot += 14;
        if (set % 2) bench.retire(below(bench.random, BANKS));
        else if (set) bench.spoil(below(bench.random, BANKS));
        for (int batch = 0; batch < 4 && done < blocks; batch++) {
            bench.candidates();
            std::vector<Job> jobs;
            for (int i = 0; i < 125 && done < blocks; i++, done++) {
                int kind = below(bench.random, 5);
                size_t count = size_t(kind == 0 ? 1 : 1 + below(bench.random, kind == 1 ? N : kind == 2 ? 2000 : 6 * N));
                if (done < 3) count = 5 * N;  // for a picture
                if (i == 124) count = batch % 2 ? 16384 + size_t(below(bench.random, 2)) : std::min(LARGEST, MOST + size_t(below(bench.random, 2)));
                jobs.push_back(bench.job(count, escapes[(set + i) % 4], i % 2));
            }
            bench.begin(passing[batch], batch > 0);
            bench.run(jobs, offers[(set + batch) % 4], takes[batch]);
            bench.end();
            int last = bench.host.blockFault();
            if (last != jobs.back().fault) fail("the status says " + std::to_string(last));
        }
    }
    if (MOST >= LARGEST) large(bench);
    compared("encoder-block", N, blocks);
    std::printf("block encoder N=%d: %zu blocks bit-exact\n", N, blocks);
    if (MOST >= LARGEST || !number("RATES", 1)) return 0;
    for (bool streamed : {true, false}) {
        std::vector<Job> jobs;
        for (int i = 0; i < 16; i++) {
            Job j = bench.job(std::min<size_t>(4096, MOST), 0, streamed);
            const Named &book = bench.books[5];
            j.symbols = symbolsFor(bench.random, book.book, 77, j.symbols.size(), 0);
            j.order = {book.slot, book.epoch, 77, GIVEN, false, false, streamed, {}};
            bench.expect(j);
            jobs.push_back(j);
        }
        rate(bench, streamed ? "few symbols, streamed" : "few symbols, stored", jobs);
    }
}
