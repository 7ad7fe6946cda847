// A waveform of a circuit, in a library that is made for it (tools/library.sh OUT trace).
#pragma once
#include <cstdint>
#include <string>

#include "verilated_vcd_c.h"

namespace rtl {

class Trace {
  public:
    // Of so many cycles.
    template <class Dut> Trace(Dut &dut, const std::string &path, uint64_t cycles) : looks_(2 * cycles) {
        dut.trace(&file_, 99);
        file_.open(path.c_str());
    }
    ~Trace() { file_.close(); }
    bool isOpen() const { return file_.isOpen(); }

    // Writes what has changed since the last look; two looks are a clock cycle.
    void look() {
        if (time_ < looks_) file_.dump(time_++);
    }

  private:
    VerilatedVcdC file_;
    uint64_t time_ = 0, looks_;
};

}  // namespace rtl
