// Block encoder against the model: books loaded by AXI4-Lite (good and damaged), raw and coded blocks in
// both orders, the rule `previous`, commands that cannot be done, stalls on all sides.
#include "Vvail_enc_block.h"
#include "host.h"

using namespace vail;

constexpr int N = LANES, BANKS = 8;
constexpr size_t MOST_STORED = size_t(N) << 9;

struct Job {
    Bytes symbols, expected;
    int slot = 0, epoch = 0, bias = 0, fault = OK;
    bool previous = false, streamed = false;
    long first = 0, head = 0, last = 0;
};

class Bench {
  public:
    Bench() : recorder("vail_enc_block", ".Lanes(" + std::to_string(N) + ")"), random(uint32_t(number("SEED", 1))),
              host(dut, [this] { settle(); }, [this] { edge(); }) {
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
        dut.rst_i = 1;
        for (int i = 0; i < 40; i++) settle(), edge();
        dut.rst_i = 0;
    }

    void load(const std::vector<Named> &set) {
        books = set;
        for (int bank = 0; bank < BANKS; bank++) {
            Named &named = books[size_t(bank)];
            Bytes bad = damagedBook(random, named.book);
            if (int fault = host.load(bank, named, bad); fault != checkBook(bad, 2))
                fail("a damaged book: fault " + std::to_string(fault) + ", expected " + std::to_string(checkBook(bad, 2)));
            if (int fault = host.load(bank, named, binary(named.book)); fault != OK)
                fail("a good book: fault " + std::to_string(fault));
        }
    }

    Job job(int bank, size_t count, int escapes, bool streamed) {
        Job j;
        j.streamed = streamed;
        j.previous = below(random, 4) == 0;
        int bias = below(random, 255);
        const Named *named = bank < 0 ? nullptr : &books[size_t(bank)];
        j.symbols = named ? symbolsFor(random, named->book, bias, count, escapes) : Bytes(count);
        if (!named)
            for (auto &s : j.symbols) s = uint8_t(random());
        if (below(random, 16) == 0) std::fill(j.symbols.begin(), j.symbols.end(), uint8_t(below(random, 3)));
        if (named) j.slot = named->slot, j.epoch = named->epoch;
        j.bias = bias;
        int used = !named ? 0 : j.previous ? biasFor(mean, named->book.center) : bias;
        if (named && below(random, 40) == 0) j.fault = CODEBOOK_UNKNOWN, j.slot = 254;
        else if (named && !j.previous && below(random, 40) == 0) j.fault = 21, j.bias = 255;
        else if (count > (streamed ? 16384 : MOST_STORED)) j.fault = streamed ? 21 : LIMIT_EXCEEDED;
        if (j.fault == OK) {
            j.expected = encodeBlock(named, used, streamed, N, j.symbols);
            mean = meanOf(j.symbols);
        }
        return j;
    }

    void run(std::vector<Job> &jobs, int offer, int take) {
        size_t next = 0, in = 0, at = 0, out = 0;
        Bytes got;
        bool command = false, valid = false;
        auto skip = [&] { while (out < jobs.size() && jobs[out].fault != OK && in > out) out++; };
        for (long idle = 0; out < jobs.size(); idle++, skip()) {
            if (idle > 20000) fail("no beat for 20000 cycles in block " + std::to_string(out));
            command = command || (next < jobs.size() && below(random, 256) < offer);
            valid = valid || (in < next && below(random, 256) < offer);
            dut.cmd_valid_i = command;
            if (command) {
                const Job &j = jobs[next];
                dut.cmd_slot_i = uint8_t(j.slot), dut.cmd_epoch_i = uint8_t(j.epoch), dut.cmd_bias_i = uint8_t(j.bias);
                dut.cmd_previous_i = j.previous, dut.cmd_streamed_i = j.streamed;
                dut.cmd_count_i = uint16_t(j.symbols.size() - 1);
            }
            uint8_t step[N];
            std::memset(step, 0xA5, N);
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
                if (at == 0) jobs[in].first = cycles;
                at += N, valid = false, idle = 0;
                if (at >= jobs[in].symbols.size()) at = 0, in++;
            }
            if (command && dut.cmd_ready_o) next++, command = false;
            edge();
        }
        dut.cmd_valid_i = dut.s_valid_i = 0;
        dut.m_ready_i = 1;
        for (int i = 0; i < 4; i++) settle(), edge();
    }

    Vvail_enc_block dut;
    Recorder recorder;
    Random random;
    Host<Vvail_enc_block> host;
    std::vector<Named> books;
    long cycles = 0;
    int mean = 0;
    uint8_t whole = 0;

  private:
    bool collect(Job &j, Bytes &got) {
        uint8_t beat[N];
        std::memcpy(beat, &dut.m_data_o, N);
        int count = dut.m_count_o ? dut.m_count_o : N;
        if (count != N && !dut.m_last_o) fail("a short beat inside a block");
        if (got.empty()) j.head = cycles;
        got.insert(got.end(), beat, beat + count);
        if (!dut.m_last_o) return false;
        j.last = cycles;
        if (got != j.expected) {
            size_t p = 0;
            while (p < got.size() && p < j.expected.size() && got[p] == j.expected[p]) p++;
            fail("a block of " + std::to_string(j.symbols.size()) + " symbols, slot " + std::to_string(j.slot) +
                 (j.streamed ? ", streamed" : ", stored") + (j.previous ? ", previous" : "") + ": differs at " +
                 std::to_string(p) + ", " + std::to_string(got.size()) + " bytes for " + std::to_string(j.expected.size()));
        }
        return true;
    }
    void settle() {
        dut.clk_i = 0;
        dut.eval();
        whole = dut.m_valid_o && !dut.m_last_o;
        recorder.sample(!dut.rst_i);
    }
    void edge() {
        dut.clk_i = 1;
        dut.eval();
        cycles++;
    }
};

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
        bench.load(freshBooks(bench.random, BANKS, 2));
        std::vector<Job> jobs;
        for (int i = 0; i < 500 && done < blocks; i++, done++) {
            int kind = below(bench.random, 5);
            size_t count = size_t(kind == 0 ? 1 : 1 + below(bench.random, kind == 1 ? N : kind == 2 ? 2000 : 6 * N));
            if (i % 250 == 249) count = i % 500 == 249 ? 16385 : MOST_STORED + size_t(below(bench.random, 2));
            jobs.push_back(bench.job(below(bench.random, BANKS + 1) - 1, count, escapes[(set + i) % 4], i % 2));
        }
        bench.run(jobs, offers[set % 4], takes[set / 2 % 4]);
        int last = bench.host.blockFault();
        if (last != jobs.back().fault) fail("the status says " + std::to_string(last));
    }
    std::printf("block encoder N=%d: %zu blocks bit-exact\n", N, blocks);
    if (!number("RATES", 1)) return 0;
    for (bool streamed : {true, false}) {
        std::vector<Job> jobs;
        for (int i = 0; i < 16; i++) {
            Job j = bench.job(1, std::min<size_t>(4096, MOST_STORED), 0, streamed);
            j.previous = false, j.fault = OK, j.slot = bench.books[1].slot, j.epoch = bench.books[1].epoch, j.bias %= 255;
            j.expected = encodeBlock(&bench.books[1], j.bias, streamed, N, j.symbols);
            jobs.push_back(j);
        }
        rate(bench, streamed ? "few symbols, streamed" : "few symbols, stored", jobs);
    }
}
