// The split against B-03: random tensors, and stalls that differ from lane to lane.
#include "Vvail_split.h"
#include "bench.h"

using namespace vail;

constexpr int N = LANES;

class Bench : public Clocked<Vvail_split> {
  public:
    Bench() : Clocked("vail_split", ".Lanes(" + std::to_string(N) + ")") {
        recorder.in("rst_i", dut.rst_i, 1);
        recorder.in("s_valid_i", dut.s_valid_i, 1);
        recorder.in("s_data_i", dut.s_data_i, 16 * N);
        recorder.in("s_count_i", dut.s_count_i, 3);
        recorder.in("s_last_i", dut.s_last_i, 1);
        recorder.in("e_ready_i", dut.e_ready_i, 1);
        recorder.in("r_ready_i", dut.r_ready_i, 1);
        recorder.out("s_ready_o", dut.s_ready_o, 1);
        recorder.out("e_valid_o", dut.e_valid_o, 1);
        recorder.out("r_valid_o", dut.r_valid_o, 1);
        recorder.out("e_data_o", dut.e_data_o, 8 * N, &dut.e_valid_o);
        recorder.out("r_data_o", dut.r_data_o, 8 * N, &dut.r_valid_o);
        reset(4);
    }

    void run(const Bytes &tensor, int offer, int first, int second) {
        size_t at = 0;
        Bytes exponents, rest;
        bool valid = false, e_last = false, r_last = false;
        for (long cycle = 0; !e_last || !r_last; cycle++) {
            if (cycle > 64 + 40 * long(tensor.size())) fail("the end of a tensor never comes");
            valid = valid || (at < tensor.size() && below(random, 256) < offer);
            uint8_t beat[2 * N] = {};
            size_t count = std::min<size_t>(2 * N, tensor.size() - at);
            if (valid) std::memcpy(beat, &tensor[at], count);
            put(dut.s_data_i, beat, 2 * N);
            dut.s_valid_i = valid;
            dut.s_count_i = uint8_t(count / 2 % N);
            dut.s_last_i = at + count == tensor.size();
            dut.e_ready_i = below(random, 256) < first;
            dut.r_ready_i = below(random, 256) < second;
            settle();
            if (dut.e_valid_o && dut.e_ready_i) append(exponents, dut.e_data_o, dut.e_count_o, N), e_last = dut.e_last_o;
            if (dut.r_valid_o && dut.r_ready_i) append(rest, dut.r_data_o, dut.r_count_o, N), r_last = dut.r_last_o;
            if (valid && dut.s_ready_o) at += count, valid = false;
            edge();
        }
        for (size_t i = 0; i < tensor.size(); i += 2) {
            int element = tensor[i] | tensor[i + 1] << 8, rotated = (element << 1 | element >> 15) & 0xFFFF;
            if (exponents.size() != tensor.size() / 2 || rest.size() != exponents.size() ||
                exponents[i / 2] != rotated >> 8 || rest[i / 2] != (rotated & 255))
                fail("element " + std::to_string(i / 2) + " of " + std::to_string(tensor.size() / 2));
        }
    }
};

int main(int argc, char **argv) {
    Verilated::commandArgs(argc, argv);
    Bench bench;
    size_t tensors = size_t(number("BLOCKS", 1000));
    const int chances[] = {256, 128, 40};
    for (size_t done = 0; done < tensors; done++) {
        Bytes tensor(2 * size_t(1 + below(bench.random, 10 * N)));
        for (auto &b : tensor) b = uint8_t(bench.random());
        bench.run(tensor, chances[done % 3], chances[done / 3 % 3], chances[done / 9 % 3]);
    }
    compared("split", N, tensors);
    std::printf("split N=%d: %zu tensors as B-03 has them\n", N, tensors);
}
