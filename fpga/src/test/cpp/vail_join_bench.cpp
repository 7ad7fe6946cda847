// The join against B-03: random planes that come with stalls of their own, and lanes that do not agree.
#include "Vvail_join.h"
#include "bench.h"

using namespace vail;

constexpr int N = LANES;

// One lane's plane, on its way in.
struct Plane {
    Bytes bytes;
    size_t at = 0;
    bool valid = false;

    size_t count() const { return std::min<size_t>(N, bytes.size() - at); }
    bool last() const { return at + count() == bytes.size(); }
    template <class T> void offer(Random &random, int chance, T &data) {
        valid = valid || (at < bytes.size() && below(random, 256) < chance);
        uint8_t beat[N] = {};
        if (valid) std::memcpy(beat, &bytes[at], count());
        put(data, beat, N);
    }
    void taken() { at += count(), valid = false; }
};

class Bench : public Clocked<Vvail_join> {
  public:
    Bench() : Clocked("vail_join", ".Lanes(" + std::to_string(N) + ")") {
        recorder.in("rst_i", dut.rst_i, 1);
        recorder.in("e_valid_i", dut.e_valid_i, 1);
        recorder.in("e_data_i", dut.e_data_i, 8 * N);
        recorder.in("e_count_i", dut.e_count_i, 3);
        recorder.in("e_last_i", dut.e_last_i, 1);
        recorder.in("r_valid_i", dut.r_valid_i, 1);
        recorder.in("r_data_i", dut.r_data_i, 8 * N);
        recorder.in("r_count_i", dut.r_count_i, 3);
        recorder.in("r_last_i", dut.r_last_i, 1);
        recorder.in("m_ready_i", dut.m_ready_i, 1);
        recorder.out("e_ready_o", dut.e_ready_o, 1);
        recorder.out("m_valid_o", dut.m_valid_o, 1);
        recorder.out("m_data_o", dut.m_data_o, 16 * N, &dut.m_valid_o);
        recorder.out("mismatch_o", dut.mismatch_o, 1);
        reset(4);
    }

    Bytes run(Plane e, Plane r, int first, int second, int take) {
        Bytes got;
        bool last = false;
        for (long cycle = 0; !last; cycle++) {
            if (cycle > 64 + 40 * long(e.bytes.size())) fail("the end of a tensor never comes");
            e.offer(random, first, dut.e_data_i), r.offer(random, second, dut.r_data_i);
            dut.e_valid_i = e.valid, dut.r_valid_i = r.valid;
            dut.e_count_i = uint8_t(e.count() % N), dut.r_count_i = uint8_t(r.count() % N);
            dut.e_last_i = e.last(), dut.r_last_i = r.last();
            dut.m_ready_i = below(random, 256) < take;
            settle();
            if (dut.m_valid_o && dut.m_ready_i) {
                append(got, dut.m_data_o, 2 * dut.m_count_o, 2 * N);
                last = dut.m_last_o;
            }
            if (e.valid && dut.e_ready_o) e.taken();
            if (r.valid && dut.r_ready_o) r.taken();
            edge();
        }
        return got;
    }
};

static Plane plane(Random &random, size_t count) {
    Plane out;
    out.bytes.resize(count);
    for (auto &b : out.bytes) b = uint8_t(random());
    return out;
}

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t tensors = size_t(number("BLOCKS", 1000));
    const int chances[] = {256, 128, 40};
    for (size_t done = 0; done < tensors; done++) {
        size_t count = size_t(1 + below(bench.random, 10 * N));
        Plane e = plane(bench.random, count), r = plane(bench.random, count);
        Bytes got = bench.run(e, r, chances[done % 3], chances[done / 3 % 3], chances[done / 9 % 3]);
        if (got.size() != 2 * count) fail("a tensor of " + std::to_string(got.size()) + " bytes");
        for (size_t i = 0; i < count; i++) {
            int rotated = e.bytes[i] << 8 | r.bytes[i], element = rotated >> 1 | (rotated & 1) << 15;
            if ((got[2 * i] | got[2 * i + 1] << 8) != element) fail("element " + std::to_string(i));
        }
        if (bench.dut.mismatch_o) fail("lanes that agree are said not to");
    }
    bench.run(plane(bench.random, 3 * N), plane(bench.random, 3 * N - 1), 256, 256, 256);
    if (!bench.dut.mismatch_o) fail("lanes that do not agree are not noticed");
    bench.reset(4);
    if (bench.dut.mismatch_o) fail("a reset forgets nothing");
    compared("join", N, tensors);
    std::printf("join N=%d: %zu tensors as B-03 has them\n", N, tensors);
}
