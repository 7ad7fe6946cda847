// Block decoder against the model: good frames of every form, damaged ones with and without a right check,
// stalls on both sides; a faulty frame must give its fault and no symbol.
#include "Vvail_dec_block.h"
#include "host.h"

using namespace vail;

#ifndef ROWBITS
#define ROWBITS 10
#endif
constexpr int N = LANES, BANKS = 8;
constexpr size_t MOST = size_t(N) * ((1 << (ROWBITS - 1)) - 2), LONGEST = size_t(N) << ROWBITS;
constexpr size_t LARGEST = 65536;

#ifndef THROUGH
#define THROUGH 0
#endif

struct Job {
    Bytes frame, symbols;
    int fault = OK;
    bool firm = false;  // symbols came that were not provisional
    long first = 0, out = 0, last = 0;
};

class Bench : public Clocked<Vvail_dec_block> {
  public:
    Bench() : Clocked("vail_dec_block", ".Lanes(" + std::to_string(N) + "), .Through(" + std::to_string(THROUGH) +
                                    "), .RowBits(" + std::to_string(ROWBITS) + ")", 9500),
              host(*this) {
        recordHost(recorder, dut, 9);
        recorder.in("s_valid_i", dut.s_valid_i, 1);
        recorder.in("s_data_i", dut.s_data_i, 8 * N);
        recorder.in("s_count_i", dut.s_count_i, log2Of(N));
        recorder.in("s_last_i", dut.s_last_i, 1);
        recorder.in("m_ready_i", dut.m_ready_i, 1);
        recorder.out("rvalid_o", dut.rvalid_o, 1);
        recorder.out("rdata_o", dut.rdata_o, 32, &dut.rvalid_o);
        recorder.out("s_ready_o", dut.s_ready_o, 1);
        recorder.out("m_valid_o", dut.m_valid_o, 1);
        recorder.out("m_data_o", dut.m_data_o, 8 * N, &whole);
        recorder.out("m_last_o", dut.m_last_o, 1, &dut.m_valid_o);
        recorder.out("m_provisional_o", dut.m_provisional_o, 1, &dut.m_valid_o);
        recorder.out("m_fault_o", dut.m_fault_o, 5, &dut.m_valid_o);
        reset(40);
        host.empty();
    }

    // Every bank, or two of them only, so that a recording soon comes to blocks.
    void load(const std::vector<Named> &set, bool all) {
        books = set;
        for (int bank = 0; bank < BANKS; bank++) {
            Named &named = books[size_t(bank)];
            if (!all && bank % 5) named.slot += 256;  // unknown: no head can name it
            else if (host.load(bank, named, binary(named.book)) != OK) fail("a good book is refused");
        }
    }

    Job job(int bank, size_t count, int escapes, bool streamed, int damage) {
        Job j;
        int bias = below(random, 255);
        if (bank >= 0 && books[size_t(bank)].slot > 255 && below(random, 4)) bank = 0;
        const Named *named = bank < 0 ? nullptr : &books[size_t(bank)];
        Bytes symbols = named ? symbolsFor(random, named->book, bias, count, escapes) : Bytes(count);
        if (!named)
            for (auto &s : symbols) s = uint8_t(random());
        if (!named && count > 1 && below(random, 3) == 0)
            j.frame = frame(255, 0, 0, 0, streamed, RAW_SEED, count, {uint8_t(random())});
        else j.frame = named ? codedBlock(*named, bias, streamed, N, symbols) : frame(0, 0, 0, 0, streamed, RAW_SEED, count, symbols);
        wound(j.frame, damage);
        j.fault = decodeBlock(books, N, MOST, LONGEST, j.frame, j.symbols);
        return j;
    }

    // A frame whose payload is so many bytes longer than its size can say, with the check that it would have.
    Job longer(const Named &named, bool streamed, size_t count, size_t escapes) {
        Job j;
        Bytes payload = encodePayload(named.book, 7, N, symbolsFor(random, named.book, 7, escapes, 256));
        if (payload.size() < LONG_PAYLOAD) fail("the longest payload is too short");
        j.frame = frame(named.slot, named.epoch, log2Of(N), 7, streamed, seedOf(named.book.digest), count, payload);
        j.fault = decodeBlock(books, N, MOST, LONGEST, j.frame, j.symbols);
        return j;
    }

    void run(std::vector<Job> &jobs, int offer, int take) {
        size_t in = 0, at = 0, out = 0;
        Bytes got;
        bool valid = false;
        for (long idle = 0; out < jobs.size(); idle++) {
            if (idle > 200000) fail("no beat for 200000 cycles in block " + std::to_string(out));
            valid = valid || (in < jobs.size() && below(random, 256) < offer);
            uint8_t beat[N];
            std::memset(beat, 0xA5, N);
            if (valid) {
                size_t count = std::min<size_t>(N, jobs[in].frame.size() - at);
                std::memcpy(beat, &jobs[in].frame[at], count);
                dut.s_count_i = uint8_t(count % N);
                dut.s_last_i = at + count == jobs[in].frame.size();
            }
            put(dut.s_data_i, beat, N);
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
                if (at >= jobs[in].frame.size()) at = 0, in++;
            }
            edge();
        }
        dut.s_valid_i = 0;
        dut.m_ready_i = 1;
        ticks(4);
    }

    Host<Vvail_dec_block> host;
    std::vector<Named> books;
    uint8_t whole = 0;

  private:
    void wound(Bytes &in, int damage) {
        bool right = below(random, 2);
        switch (damage) {
            case 1: in[size_t(below(random, int(in.size())))] ^= uint8_t(1 << below(random, 8)); break;
            case 2: in.resize(1 + size_t(below(random, int(in.size())))); right = false; break;
            case 3: for (int i = 1 + below(random, 30); i; i--) in.push_back(uint8_t(random())); right = false; break;
            case 4: in[size_t(below(random, std::min(12, int(in.size()))))] = uint8_t(below(random, 3) ? random() : 255); break;
            case 5: longer(in); break;
            case 6: asLong(in); break;
            default: return;
        }
        if (right) repair(books, in);
    }
    // The payload loses or gains bytes, and the size in the tail agrees.
    void longer(Bytes &in) {
        bool streamed = in[2] >> 5 & 1;
        size_t end = streamed ? in.size() - 6 : in.size(), payload = in.size() - 12;
        long by = below(random, 5) - 2;
        if (long(payload) + by < 1) return;
        if (by < 0) in.erase(in.begin() + long(end) + by, in.begin() + long(end));
        if (by > 0) in.insert(in.begin() + long(end), size_t(by), uint8_t(random()));
        size_t t = streamed ? in.size() - 6 : 6, less = in.size() - 13;
        in[t] = uint8_t(less), in[t + 1] = uint8_t(less >> 8);
        repair(books, in);
    }
    // A stored payload as long as the symbols, which no coded one may be (B-20).
    void asLong(Bytes &in) {
        if (in[2] >> 5 & 1) return;
        in.resize(12 + size_t(in[4] | in[5] << 8) + 1);
        in[6] = in[4], in[7] = in[5];
        repair(books, in);
    }
    bool collect(Job &j, Bytes &got) {
        uint8_t beat[N];
        std::memcpy(beat, &dut.m_data_o, N);
        int count = dut.m_count_o ? dut.m_count_o : N;
        if (got.empty()) j.out = cycles;
        if (dut.m_provisional_o && (!THROUGH || dut.m_last_o || !(j.frame[2] >> 5 & 1))) fail("a beat is provisional that must not be");
        if (!dut.m_provisional_o && !dut.m_fault_o) j.firm = true;
        if (!dut.m_fault_o) got.insert(got.end(), beat, beat + count);
        else for (uint8_t b : beat)
            if (b) fail("symbols of a faulty block are given out");
        if (!dut.m_last_o) return false;
        j.last = cycles;
        if (dut.m_fault_o != j.fault)
            fail("a frame of " + std::to_string(j.frame.size()) + " bytes, slot " + std::to_string(j.frame[0]) + ", modes " +
                 std::to_string(j.frame.size() > 2 ? j.frame[2] : 0) + ": fault " + std::to_string(dut.m_fault_o) +
                 ", expected " + std::to_string(j.fault));
        if (j.fault ? j.firm : got != j.symbols) fail("a block of " + std::to_string(j.symbols.size()) + " symbols differs");
        return true;
    }
    void settled() override { whole = dut.m_valid_o && !dut.m_last_o; }
};

// Frames of which a size of 17 bits would say what their tails say, and blocks of as many symbols.
static void large(Bench &bench) {
    std::vector<Named> books = freshBooks(bench.random, BANKS, 1, 1);
    books[0].book = longEscapeBook(bench.random, 1);
    bench.load(books, true);
    const Named &named = bench.books[0];
    std::vector<Job> jobs{bench.longer(named, false, LARGEST, LARGEST), bench.job(5, LARGEST, 0, false, 0),
                          bench.longer(named, true, 16384, LARGEST), bench.job(-1, LARGEST, 0, false, 0),
                          bench.longer(named, false, LARGEST, LARGEST + 7), bench.longer(named, false, LARGEST, 2 * LARGEST)};
    bench.run(jobs, 256, 200);
}

constexpr const char *DESIGN = THROUGH ? "decoder-block-through" : "decoder-block";

static void rate(Bench &bench, const std::string &name, std::vector<Job> jobs) {
    size_t symbols = 0;
    for (auto &j : jobs) symbols += j.symbols.size();
    bench.run(jobs, 256, 256);
    row(DESIGN, N, name, jobs.size(), double(symbols) / double(jobs.back().last - jobs.front().first + 1),
        jobs.front().out - jobs.front().first);
}

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t blocks = size_t(number("BLOCKS", 1000)), done = 0, faults[32] = {};
    const int offers[] = {256, 128, 256, 60}, takes[] = {256, 100, 256, 200}, escapes[] = {0, 2, 30, 256};
    for (int set = 0; done < blocks; set++) {
        bench.load(freshBooks(bench.random, BANKS, 1, set), set > 0);
        std::vector<Job> jobs;
        for (int i = 0; i < 500 && done < blocks; i++, done++) {
            int kind = below(bench.random, 5);
            size_t count = size_t(kind == 0 ? 1 : 1 + below(bench.random, kind == 1 ? N : kind == 2 ? 2000 : 6 * N));
            if (done < 3) count = 5 * N;  // for a picture
            if (i % 250 == 249) count = i % 500 == 249 ? 16384 : std::min(LARGEST, MOST + size_t(below(bench.random, 2)));
            jobs.push_back(bench.job(below(bench.random, BANKS + 1) - 1, count, escapes[(set + i) % 4], i % 2, below(bench.random, 10)));
            faults[jobs.back().fault]++;
        }
        bench.run(jobs, offers[set % 4], takes[set % 4]);
        if (bench.host.blockFault() != jobs.back().fault) fail("the status has another fault");
    }
    if (LONGEST > LONG_PAYLOAD) large(bench);
    compared(DESIGN, N, blocks);
    std::printf("block decoder N=%d through=%d: %zu frames as the model has them; faults", N, THROUGH, blocks);
    for (int f = 1; f < 32; f++)
        if (faults[f]) std::printf(" %d:%zu", f, faults[f]);
    std::printf("\n");
    if (LONGEST > LONG_PAYLOAD || !number("RATES", 1)) return 0;
    for (bool streamed : {true, false}) {
        std::vector<Job> jobs;
        for (int i = 0; i < 32; i++) jobs.push_back(bench.job(5, std::min<size_t>(4096, MOST), 0, streamed, 0));
        rate(bench, streamed ? "few symbols, streamed" : "few symbols, stored", jobs);
    }
    rate(bench, "one symbol", {bench.job(5, 1, 0, true, 0)});
}
