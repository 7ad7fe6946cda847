// The board kernel against the model: runs of jobs of both directions, orders that cannot be done, jobs that are
// none, rooms that are too small, runs that are given up, and a memory that pauses, or answers with an error.
#include "Vvail_kernel.h"
#include "../../main/board/axi_memory.h"
#include "host.h"

using namespace vail;

constexpr int N = 16, BANKS = 8, OUTPUT_TOO_SMALL = 20;
constexpr size_t MEMORY = 8 << 20, JOBS = 64, RESULTS = 0x10000, SOURCES = 0x20000;
constexpr int MOST_SYMBOLS = 65536, MOST_BYTES = 65548;

struct Job {
    Order order;
    Bytes source, expected;
    int fault = OK;
    uint64_t at = 0, to = 0;
    uint32_t bytes = 0, room = 0;
};

class Bench : public Clocked<Vvail_kernel> {
  public:
    Bench() : Clocked("vail_kernel", ".LookAhead(15)", 11000), memory(MEMORY),
              ports(dut, memory, uint32_t(number("PACE", 150)), 20), control(*this), encoder(*this, 0x400), decoder(*this, 0x600) {
        recordHost(recorder, dut, 11);
        record();
        reset(40);
        if (control.read(0x038) != 0x5641494C || control.read(0x03C) != 0x08100001) fail("another kernel");
        for (auto one : {&control, &encoder, &decoder})
            for (auto next : {&control, &encoder, &decoder}) one->inTurn(*next);
        control.write(0x004, 1), control.write(0x008, 1);
    }

    void load(int count) {
        books = freshBooks(random, BANKS, 1, count);
        for (int b = 0; b < BANKS; b++) {
            if (b >= count) { books[size_t(b)].slot = -1; continue; }
            Bytes book = binary(books[size_t(b)].book);
            if (encoder.load(b, books[size_t(b)], book) || decoder.load(b, books[size_t(b)], book)) fail("a good book is refused");
        }
    }

    Job order(size_t count, int escapes) {
        Job j;
        Order &o = j.order;
        const Named &named = books[size_t(below(random, BANKS))];
        o.rule = below(random, 4), o.bias = below(random, 256), o.streamed = below(random, 2), o.constant = below(random, 2);
        o.best = below(random, 4) == 0;
        for (auto &b : books) if (o.best && b.slot >= 0) o.candidates.push_back(&b);
        if (named.slot >= 0 && below(random, 8)) o.slot = named.slot, o.epoch = named.epoch;
        j.source = symbolsFor(random, named.book, o.bias % 255, count, escapes);
        j.bytes = uint32_t(count);
        int before = mean;
        j.fault = encodeBlock(books, o, N, j.source, mean, j.expected);
        if (j.fault != OK) mean = before;
        j.room = uint32_t(j.expected.size() + 15) / 16 * 16 + uint32_t(16 * below(random, 3));
        if (j.fault == OK && below(random, 20) == 0) j.room = 0, j.fault = OUTPUT_TOO_SMALL;
        return j;
    }
    Job frame(const Bytes &block) {
        Job j;
        j.source = block;
        if (below(random, 3) == 0) j.source[size_t(below(random, int(block.size())))] ^= uint8_t(1 << below(random, 8));
        if (below(random, 3) == 0) repair(books, j.source);
        j.bytes = uint32_t(j.source.size());
        j.fault = decodeBlock(books, N, MOST_SYMBOLS, MOST_BYTES, j.source, j.expected);
        j.room = uint32_t(j.expected.size() + 15) / 16 * 16;
        return j;
    }
    // B-20 and the kernel's own rules.
    void spoil(Job &j, bool decode) {
        int kind = below(random, 3);
        if (kind == 0) j.bytes = 0;
        if (kind == 1) j.bytes = uint32_t(decode ? MOST_BYTES : MOST_SYMBOLS) + 1;
        if (kind == 2) j.at = 8;
        j.fault = BAD_ARGUMENT;
    }

    void start(std::vector<Job> &jobs, bool decode) {
        uint64_t at = SOURCES;
        for (size_t i = 0; i < jobs.size(); i++) {
            Job &j = jobs[i];
            put(at, j.source.data(), j.source.size());
            j.at += at, at += (j.source.size() + 15) / 16 * 16;
            j.to = at, at += j.room + 16;
            std::memset(&memory.bytes[j.to], 0xEE, j.room + 16);
            uint32_t command = uint32_t(j.order.slot | j.order.epoch << 8 | j.order.bias << 16 | j.order.rule << 24 | j.order.best << 26 |
                                        j.order.constant << 27 | j.order.streamed << 28);
            uint32_t words[8] = {uint32_t(j.at), 0, uint32_t(j.to), 0, j.bytes, j.room, command, uint32_t(1000 + i)};
            put(JOBS + 32 * i, words, 32);
        }
        std::memset(&memory.bytes[RESULTS], 0xEE, 16 * jobs.size());
        control.write(0x010, JOBS), control.write(0x014, 0), control.write(0x01C, RESULTS), control.write(0x020, 0);
        control.write(0x028, uint32_t(jobs.size()));
        control.write(0x030, decode);
        encoder.write(0x014, present());
        control.write(0x000, 1);
    }
    void await() {
        for (long i = 0; !dut.interrupt_o; i++, tick())
            if (i > 2000000) fail("a run never ends");
        control.write(0x00C, 1);
        if ((control.read(0x000) & 6) != 6 || (control.read(0x000) & 6) != 4) fail("ap_done is not told once");
    }
    void check(const std::vector<Job> &jobs) {
        if (memory.broken) fail(memory.broken);
        if (control.read(0x044) != jobs.size()) fail("another count of results");
        for (size_t i = 0; i < jobs.size(); i++) check(jobs[i], i);
    }

    board::Memory memory;
    board::Ports<Vvail_kernel> ports;
    Host<Vvail_kernel> control, encoder, decoder;
    std::vector<Named> books;
    int mean = 0;

  private:
    void put(uint64_t at, const void *bytes, size_t count) {
        size_t whole = (count + 15) / 16 * 16;
        if (!memory.holds(at, whole)) fail("the bench has too little memory");
        std::memset(&memory.bytes[at], 0, whole);
        std::memcpy(&memory.bytes[at], bytes, count);
    }
    uint32_t present() const {
        uint32_t banks = 0;
        for (int b = 0; b < BANKS; b++) banks |= uint32_t(books[size_t(b)].slot >= 0) << b;
        return banks;
    }
    void check(const Job &j, size_t i) {
        uint32_t result[4];
        std::memcpy(result, &memory.bytes[RESULTS + 16 * i], 16);
        std::string which = "job " + std::to_string(i) + " of " + std::to_string(j.bytes) + " bytes: ";
        if (result[0] != 1000 + i) fail(which + "another tag");
        if (int(result[1] >> 24) != j.fault) fail(which + "fault " + std::to_string(result[1] >> 24) + ", expected " + std::to_string(j.fault));
        uint32_t read = crc(~0u, &memory.bytes[JOBS + 32 * i], 32);
        if (j.fault != BAD_ARGUMENT) read = crc(read, &memory.bytes[j.at], (j.bytes + 15) / 16 * 16);
        bool bad = j.bytes == 0 || j.at % 16 || (j.fault == BAD_ARGUMENT && j.bytes > MOST_SYMBOLS);
        if (j.fault == BAD_ARGUMENT && !bad) read = crc(read, &memory.bytes[j.at], (j.bytes + 15) / 16 * 16);
        if (result[2] != read) fail(which + "another check of what was read");
        if (j.fault != OK) return untouched(j.to, j.room + 16, which);
        size_t whole = (j.expected.size() + 15) / 16 * 16;
        if ((result[1] & 0xFFFFFF) != j.expected.size()) fail(which + std::to_string(result[1]) + " bytes for " + std::to_string(j.expected.size()));
        if (std::memcmp(&memory.bytes[j.to], j.expected.data(), j.expected.size())) fail(which + "other bytes");
        if (result[3] != crc(~0u, &memory.bytes[j.to], whole)) fail(which + "another check of what was written");
        untouched(j.to + whole, j.room + 16 - whole, which);
    }
    void untouched(uint64_t at, size_t count, const std::string &which) {
        for (size_t i = 0; i < count; i++)
            if (memory.bytes[at + i] != 0xEE) fail(which + "wrote beyond its room");
    }
    void record() {
        recorder.in("job_arready_i", dut.job_arready_i, 1), recorder.in("job_rvalid_i", dut.job_rvalid_i, 1);
        recorder.in("job_rdata_i", dut.job_rdata_i, 128), recorder.in("job_rresp_i", dut.job_rresp_i, 2);
        recorder.in("job_rlast_i", dut.job_rlast_i, 1), recorder.in("job_awready_i", dut.job_awready_i, 1);
        recorder.in("job_wready_i", dut.job_wready_i, 1), recorder.in("job_bvalid_i", dut.job_bvalid_i, 1);
        recorder.in("job_bresp_i", dut.job_bresp_i, 2), recorder.in("mem_arready_i", dut.mem_arready_i, 1);
        recorder.in("mem_rvalid_i", dut.mem_rvalid_i, 1), recorder.in("mem_rdata_i", dut.mem_rdata_i, 128);
        recorder.in("mem_rresp_i", dut.mem_rresp_i, 2), recorder.in("mem_rlast_i", dut.mem_rlast_i, 1);
        recorder.in("mem_awready_i", dut.mem_awready_i, 1), recorder.in("mem_wready_i", dut.mem_wready_i, 1);
        recorder.in("mem_bvalid_i", dut.mem_bvalid_i, 1), recorder.in("mem_bresp_i", dut.mem_bresp_i, 2);
        recorder.out("rvalid_o", dut.rvalid_o, 1), recorder.out("rdata_o", dut.rdata_o, 32, &dut.rvalid_o);
        recorder.out("job_arvalid_o", dut.job_arvalid_o, 1), recorder.out("job_araddr_o", dut.job_araddr_o, 64, &dut.job_arvalid_o);
        recorder.out("job_wvalid_o", dut.job_wvalid_o, 1), recorder.out("job_wdata_o", dut.job_wdata_o, 128, &dut.job_wvalid_o);
        recorder.out("mem_arvalid_o", dut.mem_arvalid_o, 1), recorder.out("mem_araddr_o", dut.mem_araddr_o, 64, &dut.mem_arvalid_o);
        recorder.out("mem_awvalid_o", dut.mem_awvalid_o, 1), recorder.out("mem_awaddr_o", dut.mem_awaddr_o, 64, &dut.mem_awvalid_o);
        recorder.out("mem_wvalid_o", dut.mem_wvalid_o, 1), recorder.out("mem_wdata_o", dut.mem_wdata_o, 128, &dut.mem_wvalid_o);
        recorder.out("interrupt_o", dut.interrupt_o, 1);
    }
    void offered() override { ports.drive(); }
    void settled() override { ports.clock(); }
};

static std::vector<Job> orders(Bench &bench, int count, bool large) {
    std::vector<Job> jobs;
    const int escapes[] = {0, 2, 30, 256};
    for (int i = 0; i < count; i++) {
        int kind = below(bench.random, 8);
        size_t size = size_t(kind == 0 ? 1 : 1 + below(bench.random, kind == 1 ? 3000 : 200));
        if (large && i == count - 1) size = 65536;
        int before = bench.mean;
        jobs.push_back(bench.order(size, escapes[i % 4]));
        if (i % 16 == 15) bench.spoil(jobs.back(), false), bench.mean = before;
    }
    return jobs;
}

// Gives a run up in the middle; what it had asked for comes to its end, and the next run is as any other.
static void abandon(Bench &bench, std::vector<Job> jobs) {
    bench.start(jobs, false);
    bench.ticks(200 + below(bench.random, 400));
    bench.control.write(0x040, 1);
    for (int i = 0; bench.control.read(0x040) & 1; i++)
        if (i > 20000) fail("a run cannot be given up");
    if (!(bench.control.read(0x000) & 4)) fail("not idle after a run was given up");
    bench.mean = 0;
}

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    int blocks = int(number("BLOCKS", 1000)), done = 0;
    for (int set = 0; done < blocks; set++) {
        bench.load(set ? BANKS : 1);
        std::vector<Job> jobs = orders(bench, std::min(100, blocks - done), set % 4 == 1);
        bench.start(jobs, false);
        bench.await();
        bench.check(jobs);
        std::vector<Job> frames;
        for (auto &j : jobs)
            if (j.fault == OK) frames.push_back(bench.frame(j.expected));
        if (set % 2) bench.spoil(frames.back(), true);
        bench.start(frames, true);
        bench.await();
        bench.check(frames);
        done += int(jobs.size());
        if (set % 3 == 2) abandon(bench, orders(bench, 100, false));
    }
    std::vector<Job> none;
    bench.start(none, false), bench.await(), bench.check(none);
    std::vector<Job> outside{bench.order(100, 0)};
    outside[0].at = MEMORY, outside[0].bytes = 64;
    bench.start(outside, false), bench.await();
    if (!(bench.control.read(0x040) & 2)) fail("an error of the memory is not told");
    compared("kernel", N, size_t(done));
    std::printf("kernel: %d blocks both ways, as the model has them\n", done);
}
