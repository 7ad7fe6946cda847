// What benches share: pins of any width, a clock, random stalls, a recording that a second simulator
// replays, and a row of results.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "books.h"
#include "verilated.h"
#if VM_COVERAGE
#include "verilated_cov.h"
#endif

namespace vail {

inline std::string option(const char *name, const std::string &otherwise) {
    const char *value = std::getenv(name);
    return value ? value : otherwise;
}
inline long number(const char *name, long otherwise) { return std::stol(option(name, std::to_string(otherwise))); }

[[noreturn]] inline void fail(const std::string &what) {
    std::printf("FAIL %s (seed %ld)\n", what.c_str(), number("SEED", 1));
    std::exit(1);
}

// A pin of the circuit: where Verilator keeps it, and how wide it is.
struct Pin {
    std::string name;
    void *at;
    int bits;
    bool input;
    const uint8_t *valid;  // outputs: compared where this is null or set

    std::string hex() const {
        std::string out;
        auto bytes = static_cast<const uint8_t *>(at);
        char digits[3];
        for (int i = (bits + 7) / 8; i-- > 0;) {
            std::snprintf(digits, sizeof digits, "%02x", bytes[i]);
            out += digits;
        }
        return out;
    }
};

// Writes what went in and came out of a circuit, and the bench in Verilog that replays it.
class Recorder {
  public:
    Recorder(std::string top, std::string parameters, long cycles = 6000)
        : top_(std::move(top)), parameters_(std::move(parameters)), left_(number("RECORD", cycles)) {
        std::string file = option("REPLAY", "");
        if (!file.empty()) out_ = std::fopen((file + ".txt").c_str(), "w");
    }
    ~Recorder() { close(); }
    template <class T> void in(const char *name, T &pin, int bits) { pins_.push_back({name, &pin, bits, true, nullptr}); }
    template <class T> void out(const char *name, T &pin, int bits, const uint8_t *valid = nullptr) {
        pins_.push_back({name, &pin, bits, false, valid});
    }
    // Before a rising edge; `settled` once the reset is over.
    void sample(bool settled) {
        if (!out_ || left_-- <= 0) return close();
        for (auto &pin : pins_)
            if (pin.input) std::fprintf(out_, "%s ", pin.hex().c_str());
            else std::fprintf(out_, "%d %s ", settled && (!pin.valid || *pin.valid), pin.hex().c_str());
        std::fprintf(out_, "\n");
        cycles_++;
    }

  private:
    void close() {
        if (!out_) return;
        std::fclose(out_);
        out_ = nullptr;
        std::string file = option("REPLAY", "");
        FILE *sv = std::fopen((file + ".sv").c_str(), "w");
        std::string wires, connect = ".clk_i(clk)", check;
        std::string format, arguments;
        for (auto &pin : pins_) {
            std::string width = "[" + std::to_string(pin.bits - 1) + ":0] ", n = pin.name;
            wires += (pin.input ? "    reg " : "    wire ") + width + n + ";\n";
            connect += ", ." + n + "(" + n + ")";
            format += pin.input ? "%h " : "%d %h ";
            if (!pin.input) {
                wires += "    reg " + width + "x_" + n + ";\n    integer v_" + n + ";\n";
                arguments += ", v_" + n + ", x_" + n;
                check += "            if (v_" + n + " && " + n + " !== x_" + n + ") begin $display(\"FAIL cycle %0d " +
                         n + " is %h, expected %h\", cycle, " + n + ", x_" + n + "); $finish(1); $stop; end\n";
            } else arguments += ", " + n;
        }
        std::fprintf(sv,
                     "module replay;\n    reg clk = 0;\n    integer file, cycle, got;\n%s    %s #(%s) dut (%s);\n"
                     "    initial begin\n        if ($test$plusargs(\"wave\")) begin $dumpfile(\"%s.vcd\"); $dumpvars; end\n        file = $fopen(\"%s.txt\", \"r\");\n"
                     "        for (cycle = 0; cycle < %ld; cycle = cycle + 1) begin\n"
                     "            got = $fscanf(file, \"%s\\n\"%s);\n            #1;\n%s"
                     "            clk = 1; #1; clk = 0;\n        end\n"
                     "        $display(\"replayed %%0d cycles\", cycle); $finish;\n    end\nendmodule\n",
                     wires.c_str(), top_.c_str(), parameters_.c_str(), connect.c_str(), file.c_str(), file.c_str(), cycles_,
                     format.c_str(), arguments.c_str(), check.c_str());
        std::fclose(sv);
    }
    std::string top_, parameters_;
    std::vector<Pin> pins_;
    FILE *out_ = nullptr;
    long left_, cycles_ = 0;
};

// A circuit and its clock. What settles before a rising edge is recorded.
template <class Dut> class Clocked {
  public:
    void settle() {
        dut.clk_i = 0;
        offered();
        dut.eval();
        settled();
        recorder.sample(!dut.rst_i);
    }
    void edge() {
        dut.clk_i = 1;
        dut.eval();
        cycles++;
    }
    void tick() { settle(), edge(); }
    void ticks(int count) {
        while (count--) tick();
    }
    void reset(int count) {
        dut.rst_i = 1;
        ticks(count);
        dut.rst_i = 0;
    }

    Dut dut;
    Recorder recorder;
    Random random;
    long cycles = 0;

  protected:
    Clocked(const char *top, const std::string &parameters, long recorded = 6000)
        : recorder(top, parameters, recorded), random(uint32_t(number("SEED", 1))) {}
    ~Clocked() {
#if VM_COVERAGE
        VerilatedCov::write(option("COVERED", "coverage.dat").c_str());
#endif
    }
    // A bench may set inputs before they settle, and look at its outputs before they are recorded.
    virtual void offered() {}
    virtual void settled() {}
};

// The bytes of a beat that is full where its count is 0.
template <class T> void append(Bytes &to, const T &data, int count, int full) {
    auto bytes = reinterpret_cast<const uint8_t *>(&data);
    to.insert(to.end(), bytes, bytes + (count ? count : full));
}

template <class T> void put(T &pin, const uint8_t *bytes, int count) {
    std::memset(static_cast<void *>(&pin), 0, sizeof pin);
    std::memcpy(static_cast<void *>(&pin), bytes, size_t(count));
}
template <class T> void set(T &pin, uint64_t value) { pin = T(value); }
inline uint64_t keepOf(size_t count) { return count >= 64 ? ~0ull : (1ull << count) - 1; }
inline int countOf(uint64_t keep) { return __builtin_popcountll(keep); }

// Appends a line to the file that ROWS names, of which bench.json is made; a bench that comes so far found no mismatch.
inline void tell(const std::string &design, int lanes, const std::string &data, size_t blocks, const std::string &rate,
                 const std::string &first, const std::string &more = "") {
    std::string file = option("ROWS", "");
    if (file.empty()) return;
    FILE *out = std::fopen(file.c_str(), "a");
    std::fprintf(out,
                 "{\"design\":\"%s\",\"lanes\":%d,\"data\":\"%s\",\"blocks\":%zu,\"bytesPerCycle\":%s,"
                 "\"firstWordCycles\":%s,\"mismatches\":0,\"top\":\"%s\"%s}\n",
                 design.c_str(), lanes, data.c_str(), blocks, rate.c_str(), first.c_str(), option("TOP", "").c_str(), more.c_str());
    std::fclose(out);
}

// Random blocks with stalls on both sides, all as the model has them; no rate is told of these.
inline void compared(const std::string &design, int lanes, size_t blocks) {
    std::string top = option("TOP", "");
    size_t comma = top.find(',');
    tell(design, lanes, "random blocks" + (comma == std::string::npos ? "" : ", " + top.substr(comma + 1)), blocks, "null", "null");
}

// A rate without stalls. What is coded takes so many bits a symbol, if that is told.
inline void row(const std::string &design, int lanes, const std::string &data, size_t blocks, double rate, long first,
                double bits = 0) {
    std::printf("  %-28s N=%-2d %-24s %7zu blocks %8.3f B/cycle, first word after %ld\n", design.c_str(), lanes,
                data.c_str(), blocks, rate, first);
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", rate);
    tell(design, lanes, data, blocks, text, std::to_string(first), bits > 0 ? ",\"bitsPerSymbol\":" + std::to_string(bits) : "");
}

}  // namespace vail
